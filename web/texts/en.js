/**
 * English: the language for what no other answers to, and the one whose keys the others must have.
 * A {name} is filled in by the Localizer.
 */

/** @satisfies {import("./languages.js").Description} */
export const language = /** @type {const} */ ({
    tag: "en",
    name: "EN",
    title: "Spiral Lab",
    answersTo: ["en"],
});

/** What the lab itself says. */
export const lab = /** @type {const} */ ({
    // The header.
    title: language.title,
    subtitle: "Watch a neural network learn to separate the spirals",
    language: "Language",
    theme: "Theme",
    "theme.auto": "Auto",
    "theme.light": "Light",
    "theme.dark": "Dark",
    textSize: "Large text",
    "textSize.help": "Larger text that can be read from the back row of a classroom",
    over: "Start over",
    "over.help":
        "Go back to the original settings and view; language, theme, text size and colours stay",
    share: "Share",
    "share.open": "Link, embedding, model, Keras code, pictures",
    help: "Help",
    "help.open": "What is on the screen, and the keys (?)",

    // Training.
    transport: "Training controls",
    play: "Train",
    goOn: "Continue",
    pause: "Pause",
    batch: "1 batch",
    epoch: "1 epoch",
    finish: "Finish",
    reset: "Reset",
    fresh: "New weights",
    speed: "Speed",
    "play.help": "Train until the chosen number of epochs is reached (P)",
    "pause.help": "Stop here; training can continue later (P)",
    "batch.help": "Train on one mini-batch: the weights are updated once (B)",
    "epoch.help": "Train to the end of this epoch (E)",
    "finish.help": "Train through all the chosen epochs at full speed (F)",
    "reset.help": "Go back to the same initial weights (R)",
    "fresh.help": "Reinitialize: draw other initial weights; the seed goes up by one (N)",
    "speed.help": "How many batches per second; a slower speed shows more (- and +)",
    "speed.rate": "{rate} batches/s",
    "speed.full": "Full speed",

    // Said aloud.
    "say.start": "Training started.",
    "say.epoch": "Epoch {epoch}, accuracy {accuracy}.",
    "say.paused": "Paused at epoch {epoch}, accuracy {accuracy}.",
    "say.finished": "Finished epoch {epoch}: loss {loss}, accuracy {accuracy}.",
    "say.reset": "Back at the initial weights.",
    "say.fresh": "New initial weights, seed {seed}.",
    "say.over": "Everything is as it was at the start.",
    "say.restored": "The earlier run of {run} is back, with its settings.",

    // What can be restored. A {run} is one of the first four.
    "run.epochs": "{count} epochs",
    "run.epoch": "1 epoch",
    "run.batches": "{count} batches",
    "run.batch": "1 batch",
    "back.change": "Training restarted with this change; the earlier run of {run} can be restored.",
    "back.link":
        "Training restarted with these settings; the earlier run of {run} can be restored.",
    "back.reset": "Back at the initial weights; the earlier run of {run} can be restored.",
    "back.model": "The model is loaded; the earlier run of {run} can be restored.",
    "back.experiment": "The experiment has stopped; the earlier run of {run} can be restored.",
    "back.again": "Restored, with its settings; the other run of {run} can be restored as well.",
    "back.reload": "The page was loaded again; the earlier run of {run} can be restored.",
    "back.over":
        "Everything is as it was at the start; until training begins, the earlier run of {run} can be restored.",
    "back.still": "The earlier run of {run} can be restored.",

    // The settings: names and explanations.
    settings: "Settings",
    training: "Training",
    data: "Data options",
    network: "Network",
    optimizing: "Optimizer",
    regularization: "Regularization",
    scheduling: "Rate schedule",
    stopping: "Early stopping",
    on: "on",
    off: "off",
    none: "none",

    dataset: "Dataset",
    "dataset.help": "The shapes to separate; spirals are the hardest. Each keeps its own options.",
    "dataset.spirals": "Spirals",
    "dataset.moons": "Moons",
    "dataset.circles": "Circles",
    "dataset.blobs": "Blobs",
    learningRate: "Learning rate",
    "learningRate.help":
        "How far each step moves the weights; larger is faster, until steps overshoot.",
    batchSize: "Batch size",
    "batchSize.help": "Samples per weight update; more give steadier but fewer updates.",
    layers: "Hidden layers",
    "layers.help": "Units per layer; more allow finer boundaries. Empty a box to remove it.",
    "layers.none": "None: softmax regression",
    "layers.none.sigmoid": "None: logistic regression",
    "layers.units": "Units in layer {layer}",
    "layers.add": "Add a layer",
    "layers.add.help": "Add a hidden layer at the end",
    "layers.remove": "Remove the last layer",
    "layers.total": "{count} params",
    "layers.parameters": "Layer {layer} has {count} parameters",
    "layers.detail": "Layer by layer",
    "layers.detail.help":
        "‖W‖ is the size of the weights, ‖∇‖ that of the last step's gradient; near 0, learning stalls. A dead unit gives the same output for every sample.",
    "layers.activation": "Activation of layer {layer}",
    "layers.common": "common",
    "layers.removeOne": "Remove layer {layer}",
    "layers.hidden": "{layer} · {units}",
    "layers.output": "Output {units}",
    "layers.dead": "dead {dead}/{units}",
    epochs: "Epochs",
    "epochs.help": "Passes over the data before training stops; more let it learn for longer.",
    seed: "Seed",
    "seed.help": "Sets initial weights and batch order; the same seed gives the same run.",

    classes: "Classes",
    "classes.help": "One arm or blob per class; the more there are, the closer they lie.",
    points: "Points per class",
    "points.help": "Points in each class; more are denser and make epochs longer.",
    noise: "Noise",
    "noise.help": "How far points stray from their shape; more noise mixes the classes.",
    turn: "Arm twist",
    "turn.help": "How far each arm winds, in radians; more makes the task harder.",
    factor: "Inner circle",
    "factor.help":
        "Its radius relative to the outer circle's; near 1, the two are hard to separate.",
    clusterStd: "Blob width",
    "clusterStd.help": "Standard deviation of each blob; larger values make blobs overlap.",
    dataSeed: "Data seed",
    "dataSeed.help": "Decides the noise; another seed gives other points.",
    validationSplit: "Validation split",
    "validationSplit.help":
        "Share of the points set aside to check on; a larger share checks better but leaves less to learn from.",

    activation: "Activation",
    "activation.help":
        "The function that every hidden layer applies; with linear, boundaries stay straight.",
    initializer: "Initializer",
    "initializer.help":
        "How the initial weights are drawn; he draws larger ones than glorot, and zeros cannot learn.",
    output: "Output",
    "output.help": "With softmax the probabilities sum to 1; sigmoid judges each class by itself.",
    batchNorm: "Batch normalization",
    "batchNorm.help":
        "Normalizes each layer's batch to mean 0 and variance 1; deep networks train more steadily.",

    optimizer: "Optimizer",
    "optimizer.help": "How gradients change the weights; adam adapts the step for each weight.",
    momentum: "Momentum",
    "momentum.help": "How much of the last step is kept; more is faster but turns more slowly.",
    rho: "Rho",
    "rho.help": "How long squared gradients are remembered; larger values are steadier.",
    beta1: "Beta 1",
    "beta1.help": "How long gradients are remembered; larger values keep the direction longer.",
    beta2: "Beta 2",
    "beta2.help": "How long squared gradients are remembered; larger values are steadier.",
    epsilon: "Epsilon",
    "epsilon.help":
        "Added to the divisor to avoid dividing by 0; larger values make steps smaller.",
    clipNorm: "Clip norm",
    "clipNorm.help":
        "Limits the length of the whole gradient (global_clipnorm); lower values prevent divergence, 0 sets no limit.",

    dropout: "Dropout",
    "dropout.help":
        "Share of units left out at random while training; more reduces memorizing but slows learning.",
    l2: "L2 penalty",
    "l2.help": "Weight of the squared weights in the loss; more makes the boundary smoother.",
    l1: "L1 penalty",
    "l1.help": "Weight of the absolute weights in the loss; more drives many of them close to 0.",
    weightDecay: "Weight decay",
    "weightDecay.help": "How much adamw shrinks the weights in each step; more keeps them smaller.",

    schedule: "Schedule",
    "schedule.help": "How the learning rate changes over time; a falling one settles better.",
    decaySteps: "Decay steps",
    "decaySteps.help": "Steps per decay; with more, the rate falls more slowly.",
    decayRate: "Decay rate",
    "decayRate.help": "Factor of each decay; near 1, the rate falls more slowly.",
    plateauPatience: "Plateau patience",
    "plateauPatience.help":
        "Epochs without a better loss before the rate falls; more waits longer.",

    earlyStopping: "Early stopping",
    "earlyStopping.help":
        "Stop when the loss (the validation loss, if there is one) no longer falls.",
    patience: "Patience",
    "patience.help": "Epochs without improvement before training stops; more waits longer.",
    minDelta: "Min. improvement",
    "minDelta.help":
        "How much the loss must fall to count as an improvement (min_delta); larger values stop sooner.",
    restoreBestWeights: "Restore best weights",
    "restoreBestWeights.help": "When training stops, go back to the epoch with the lowest loss.",

    // The map.
    map: "Decision regions",
    "map.description":
        "Map: {samples} points in {classes} classes over the network's decision regions; after epoch {epoch} its accuracy is {accuracy}.",
    view: "Show",
    "view.title": "Choose what the colours of the map mean.",
    "view.regions": "Regions",
    "view.soft": "Regions by confidence",
    "view.unsure": "Uncertainty",
    "view.class": "P(class {index})",
    "view.unit": "{layer} #{index}",
    "view.regions.help": "Colour: the most probable class.",
    "view.soft.help": "The stronger the colour, the more confident the network.",
    "view.unsure.help": "The stronger the colour, the less confident the network.",
    "view.class.help": "The probability that the network gives class {index}.",
    "view.unit.help": "The output of this unit; white is 0.",
    "view.unit.help.dark": "The output of this unit; black is 0.",
    palette: "Colours",
    "palette.title":
        "The colours of the classes: the tutorial's, or a set that colour-blind people can tell apart.",
    "palette.tutorial": "Tutorial",
    "palette.safe": "Colour-blind",
    samples: "Points",
    "samples.title":
        "Show the points and their rings; without them you see the regions underneath.",
    "zoom.in": "Zoom in",
    "zoom.out": "Zoom out",
    "zoom.whole": "Show the whole map",
    "zoom.in.title":
        "Zoom in. Or turn the wheel with Ctrl or ⌘, double-click, spread two fingers, or press Page Up on the map; drag to move it.",
    "zoom.out.title": "Zoom out. On the map: the wheel with Ctrl or ⌘, or Page Down.",
    "zoom.whole.title": "Show the whole map. On the map: Home.",
    "zoom.say": "{level} times as large: x from {left} to {right}, y from {low} to {high}.",
    legend: "Legend",
    "legend.wrong": "misclassified",
    "legend.validation": "validation",
    crosshair: "Crosshair",
    "crosshair.help":
        "Arrow keys move it, with Shift in larger steps; Enter pins it, Escape removes it. Page Up and Page Down zoom, Home shows the whole map.",
    "crosshair.say": "x {x}, y {y}: class {index}, probability {p}.",
    "crosshair.sample": "Sample {sample} of class {truth}, loss {loss}.",

    // Under the pointer.
    pointer: "Under the pointer",
    "pointer.hint": "Hover or tap: logits z become p.",
    "pointer.held": "pinned; click or Esc to release",
    "pointer.free": "click to pin",
    "pointer.class": "Class",
    "pointer.place": "x = {x}, y = {y}",
    "pointer.sample": "sample {sample}",
    "pointer.validation": " (validation)",
    "pointer.sum": "Sum",
    "pointer.noSample": "On a sample: y_cat (one-hot), loss.",
    "pointer.loss": "loss",

    // The neurons.
    neurons: "Neurons",
    "neurons.title": "Show the output of each hidden unit over the whole plane.",
    "neurons.help":
        "Each square is the output of one unit: blue is positive, orange negative. Choose one to see it on the map; ✕ marks a dead unit.",
    "neurons.none": "This network has no hidden layer, only an output layer.",
    "neurons.layer": "Layer",
    "neurons.option": "{name} ({units})",
    "neurons.lines": "First layer's lines on the map",
    "neurons.lines.title":
        "w₁x + w₂y + b = 0 of each unit in the first layer: where its output changes sign.",
    "neurons.unit": "Unit {index}",
    "neurons.dead": "Unit {index}, dead: its output is the same for every sample",
    "neurons.close": "Close",

    // Curves, report and matrix.
    results: "Results",
    loss: "Loss",
    accuracy: "Accuracy",
    "curve.none": "{name}: nothing trained yet.",
    "curve.description": "{name}: {epochs} epochs, from {first} to {last}.",
    "curve.description.validation": "Validation: from {first} to {last}.",
    "curve.description.earlier": "Earlier runs as faint lines: {count}.",
    "curve.value": "epoch {epoch}: {value}",
    "curve.values": "epoch {epoch}: {value}, val {other}",
    "curve.values.lowest": "epoch {epoch}: {value}, val {other} (lowest)",
    "curve.lowest": "Ring: the lowest validation loss, {value} at epoch {epoch}.",
    "curve.training": "training",
    "curve.validation": "validation",
    "curve.log": "log",
    "curve.log.help":
        "Use a logarithmic scale for the loss, so that small losses can still be told apart",
    "runs.keep": "Keep runs",
    "runs.keep.help":
        "Keep the last run as a faint line when a new one begins (eight at most); point at a line to see which settings it had",
    "runs.clear": "Clear ({count})",
    "runs.clear.help": "Remove the faint lines of earlier runs",
    "runs.cleared": "Earlier runs cleared.",
    "caption.epoch": "epoch {epoch}",
    "caption.batch": "epoch {epoch}, batch {step} of {steps}",
    "caption.loss": "loss {value}",
    "caption.accuracy": "accuracy {value}",
    "caption.val_loss": "validation loss {value}",
    "caption.val_accuracy": "validation accuracy {value}",
    "caption.untrained": "untrained",
    "caption.tutorial": "the tutorial's settings",
    judgement: "Report or matrix",
    report: "Classification report",
    "report.short": "Report",
    "report.note":
        "[Precision](precision): share of a class's predictions that are right. [Recall](recall): share of its points that are found.",
    "report.choose": "Choose a number to see its points on the map",
    "report.precision":
        "Precision: of {answered} points predicted as class {label}, {right} are right.",
    "report.recall": "Recall: of {all} points of class {label}, {right} are found.",
    "report.f1-score":
        "F1 of class {label}: the harmonic mean of precision {precision} and recall {recall}.",
    "report.support": "Support: class {label} has {all} points.",
    matrix: "Confusion matrix",
    "matrix.short": "Matrix",
    "matrix.note":
        "Rows are true classes, columns predicted classes. Choose a cell to see its points on the map.",
    "matrix.corner": "true ╲ predicted",
    "matrix.predicted": "predicted {label}",
    "matrix.true": "true {label}",
    "matrix.cell": "true {row}, predicted {column}: {count} points",
    "matrix.shown": "Points shown on the map: {count}.",
    "matrix.all": "All points are shown on the map again.",
    side: "Which points",
    "side.training": "Training",
    "side.validation": "Validation",
    "side.training.help": "The training samples, judged with the current weights",
    "side.validation.help": "The samples set aside for validation, judged with the current weights",
    "side.none": "No samples are set aside; raise the validation split in the settings first.",
    "report.copy": "Copy the classification report as text",
    "matrix.copy": "Copy the confusion matrix as text",

    // On paper.
    "print.name": "Name:",
    "print.date": "Date:",
    "print.epoch": "Epochs trained",
    "print.within": "{epoch}, and {step} of {steps} batches",
    "print.others": "All other settings as in the tutorial.",

    // Copying.
    copy: "Copy",
    copied: "Copied",
    "copy.failed": "The browser does not allow copying.",

    // Links and attributes.
    "link.unknown": "The link contains “{key}”, which is unknown and was ignored.",
    "link.value": "The link's “{key}={text}” is not valid and was ignored.",
    "link.version":
        "The link was made by another version (v={text}); what this version knows of it was used.",
    "link.more": "And {count} more.",
    "view.none": "This network has no “{text}” to show.",
    "option.bad": "The attribute {key} cannot be “{text}”; it was ignored.",
    "option.stray": "There is no attribute {key}, so it was ignored; write {text}.",

    // What was wrong with a value, and what is allowed.
    "bad.number": "“{given}” is not a number; enter a number from {minimum} to {maximum}.",
    "bad.empty": "This cannot be empty; enter a number from {minimum} to {maximum}.",
    "bad.whole": "“{given}” is not a whole number; enter one from {minimum} to {maximum}.",
    "bad.small": "{given} is too small; {minimum} to {maximum} are allowed.",
    "bad.large": "{given} is too large; {minimum} to {maximum} are allowed.",
    "bad.choice": "There is no “{given}”; choose from {choices}.",
    "bad.boolean": "“{given}” is not valid; it is either on (true) or off (false).",
    "bad.layers": "{given} hidden layers are too many; there can be at most {maximum}.",
    "bad.units": "“{given}” cannot be a layer's units; each layer can have {minimum} to {maximum}.",

    // Why a text is not what it looks like.
    "odd.letter": "“{char}” is a letter, not the digit {plain}.",
    "odd.digit": "“{char}” is a digit, not the letter {plain}.",
    "odd.cyrillic": "“{char}” is a Cyrillic letter; it only looks like “{plain}”.",
    "odd.greek": "“{char}” is a Greek letter; it only looks like “{plain}”.",

    // What came of an experiment.
    "answer.rate.dead":
        "At a learning rate of {rate} the loss ended at {loss} (accuracy {accuracy}); {dead} of {units} units of hidden layer {layer} are dead. The tutorial's {usual} reaches about 0.99.",
    "answer.rate.lost":
        "At a learning rate of {rate} the steps overshoot: the loss ended at {loss} (accuracy {accuracy}). The tutorial's {usual} reaches about 0.99.",
    "answer.rate.well":
        "At a learning rate of {rate} the accuracy ended at {accuracy}: with these weights it went well. The tutorial's {usual} reaches about 0.99.",
    "answer.none.straight":
        "Without a hidden layer every boundary is straight: the accuracy ended at {accuracy}. The tutorial's four hidden layers reach about 0.99.",
    "answer.none.well":
        "Without a hidden layer the accuracy ended at {accuracy}. The tutorial's four hidden layers reach about 0.99.",
    "answer.linear.straight":
        "Several linear layers amount to one, so every boundary is straight: the accuracy ended at {accuracy}. With relu it reaches about 0.99.",
    "answer.linear.well":
        "With linear activations the accuracy ended at {accuracy}. With relu it reaches about 0.99.",
    "answer.sgd.reached":
        "SGD reached an accuracy of 0.95 at epoch {epoch}, and ended at {accuracy}. At this learning rate Adam takes 2 or 3 epochs.",
    "answer.sgd.short":
        "In {epochs} epochs SGD did not reach an accuracy of 0.95; it ended at {accuracy}. At this learning rate Adam takes 2 or 3 epochs.",
    "answer.overfit.risen":
        "The validation loss was lowest at epoch {epoch} ({best}, the ring) and is {now} now, while the training loss fell to {loss}: since then it overfits.",
    "answer.overfit.low":
        "The validation loss is {now}, and was lowest at epoch {epoch} ({best}, the ring): this time there is hardly any overfitting.",

    // What is seen when training has stopped, and what is to blame: one sentence each.
    "trouble.zeros":
        "All weights began at zero, so the units of hidden layer {layer} stay equal to each other.",
    "trouble.dead": "All units of hidden layer {layer} are dead: they answer every sample alike.",
    "trouble.dying":
        "The accuracy is only {now}: {dead} of {units} units of hidden layer {layer} are dead.",
    "trouble.lost": "The accuracy is {now}, and was {best} at epoch {epoch}.",
    "trouble.chance": "After {epoch} epochs the loss is still {loss}; guessing gives {chance}.",
    "trouble.ln":
        "After {epoch} epochs the loss is still {loss}; guessing gives ln\u00a0{classes} = {chance}.",
    "trouble.overfit":
        "Overfitting: the validation loss was lowest at epoch {epoch}, {best}, and is {now} now.",
    "advice.initializer": "Random ones would differ.",
    "advice.lower": "The learning rate is too high.",
    "advice.raise": "The steps are too small or too few.",
    "advice.fresh": "Other initial weights may do better.",
    "advice.penalty": "The penalties leave little of the weights.",
    "advice.dropout": "So much dropout leaves too few units to learn with.",
    "advice.noise": "With so much noise the classes can hardly be told apart.",
    "advice.layers": "Without a hidden layer every boundary is straight.",
    "advice.straight": "With linear activations every boundary is straight.",
    "advice.vanish": "Gradients vanish in such layers; Adam or relu helps.",
    "advice.saturate": "Gradients vanish in such layers; relu helps.",
    "advice.regularize": "More points, an L2 penalty or early stopping helps.",

    // What went wrong, and what is offered.
    "error.diverged":
        "Training diverged at step {step}: the loss is not finite. Back at epoch {epoch}; lower the learning rate.",
    "error.not_finite":
        "The loss or its gradient is too large for a number from the first step on, whatever the learning rate; use points with smaller coordinates, or restart with other weights.",
    "error.weights": "A weight is not a finite number, so this model cannot be saved.",
    sentences: "{first} {second}",
    "notice.close": "Close this message",
    "offer.back": "Restore earlier run",
    "offer.tenth": "Try a tenth of the rate",
    "offer.raise": "Try ten times the rate",
    "offer.lower": "Restart at a tenth of it",
    "offer.fresh": "Restart with new weights",
    "offer.initializer": "Restart with random weights",
    "offer.penalty": "Restart without penalties",
    "offer.dropout": "Restart without dropout",
    "offer.noise": "Restart with less noise",
    "offer.layers": "Restart with hidden layers",
    "offer.straight": "Restart with relu",
    "offer.vanish": "Restart with Adam",
    "offer.saturate": "Restart with relu",
    "error.too_large":
        "These settings together need too much memory; use fewer layers, units, points or a smaller batch size.",
    "error.memory": "There is not enough memory for this; use fewer layers, units or points.",
    "error.points_x": "Every coordinate must be a finite number.",
    "error.points_y": "Every label must be a whole number below the number of classes.",
    "error.labels": "Every class needs a name of its own, without control characters.",
    "error.samples": "There are too few or too many points.",
    "error.split":
        "This validation split leaves nothing to train on or nothing to validate with; change it or add points.",
    "error.fixed": "This setting cannot change during training; restart it.",
    "error.file": "This is not a saved Spiral Lab model.",
    "error.file_version":
        "This model was saved by another version of Spiral Lab. This one reads version 2 of such files, and version 1 unless the model has RMSprop or a normal initializer, whose rules have changed since.",
    "error.file_damaged": "This saved model is damaged or incomplete.",
    "error.digits": "The number of digits is out of range.",
    "error.pixels":
        "This browser withholds the pixels of pictures, so that no page can recognise it by them; the PNG would be noise. Allow this page to read its canvas (often by an icon in the address bar), or take a screenshot.",
    "error.internal": "Something unexpected went wrong: {message}",
    "error.noWasm": "This browser has no WebAssembly; please use a newer one.",
    "error.noSimd": "This browser's WebAssembly has no SIMD; please use a newer one.",
    "error.wasmRefused":
        "This page's security policy refuses WebAssembly; its script-src needs 'wasm-unsafe-eval'.",
});

/** What only the dialogs of Help and Share say. */
export const dialogs = /** @type {const} */ ({
    // Help.
    "help.close": "Close",
    "help.intro":
        "From coloured points, the network learns which class each point of the plane belongs to. Watch how it learns, and change how.",
    "help.try": "Try it: one click starts an experiment, and its result is explained",
    "try.rate": "Ten times the learning rate: what happens to the loss?",
    "try.none": "No hidden layer: can the boundary curve?",
    "try.linear": "Linear activations only: do four layers help?",
    "try.sgd": "SGD instead of Adam: how much longer does it take?",
    "try.overfit": "Few noisy points, 30% for validation: when does it overfit?",
    "help.settings":
        "The hyperparameters, in the tutorial's order of importance; ↑ and ↓ lead to the next sensible value. A change to one with ↻ restarts training; the others can change while it trains.",
    "help.map":
        "Points are samples; colour and shape show their class, and rings mark misclassified points. The background shows the prediction. Zoom in with + in its corner, two fingers, or Ctrl (⌘) and the wheel; then drag it.",
    "help.transport":
        "Reset returns to the same initial weights; New weights draws others. Training stops after the chosen epochs; Continue trains as many again.",
    "help.progress": "Progress line",
    "help.progress.text":
        "As Keras prints it: epoch, batch, time per step, and the epoch's mean loss and accuracy so far.",
    "help.curves": "Curves",
    "help.curves.text":
        "Loss (lower is better) and accuracy (higher is better) of each epoch; a growing gap between training and validation is overfitting. A ring marks the lowest validation loss.",
    "help.report":
        "As scikit-learn prints it: precision is the share of a class's predictions that are right, recall the share of its points that are found, f1-score combines both, and support counts points. Choose a number to see its points.",
    "help.matrix": "Rows are true classes, columns predicted ones; the diagonal is right.",
    "help.pointer":
        "Move over the map to see softmax turn logits into probabilities, term by term.",
    "help.neurons":
        "Each unit of a layer as a small map: the pieces from which the network builds its answer.",
    "help.over": "Brings back the original settings and view, for the next person.",
    "help.share":
        "A link, a snippet to embed, the model as a file, Keras code, history and pictures.",
    "help.keys": "Keys",
    "help.keys.intro": "They work after a click in the lab, except while you type in a field.",
    "keys.toggle": "Train or pause",
    "keys.slower": "Slower",
    "keys.faster": "Faster",

    // Share.
    "share.title": "Share & export",
    "share.link": "Link",
    "share.link.help": "Opens these settings and this view, trained for the same {steps} batches.",
    "share.link.fresh": "Opens these settings and this view.",
    "share.link.changed":
        "Opens these settings and this view, untrained. Only a saved model preserves a run that was loaded, or changed on the way.",
    "share.link.copy": "Copy link",
    "share.embed": "Embed",
    "share.embed.help":
        "Paste it into the HTML of a page; the address must be that of your spiral-lab.js.",
    "share.embed.copy": "Copy snippet",
    "share.authors": "For authors",
    "share.model": "Model",
    "share.model.help":
        "The whole run; once loaded, it continues as if it had never stopped, bit for bit.",
    "share.save": "Save model",
    "share.load": "Load model…",
    "share.loaded": "{name} is loaded, at epoch {epoch}.",
    "share.keras": "Keras code",
    "share.keras.help":
        "The tutorial's whole exercise in Python: Keras trains this very run, from the same initial weights and with the same batches.",
    "share.weights": "Trained weights instead of training",
    "share.python": "Script .py",
    "share.notebook": "Notebook .ipynb",
    "share.files": "History and pictures",
    "share.files.help":
        "Loss and accuracy of each epoch, and the pictures as they are now, with their settings.",
    "share.history": "History CSV",
    "share.size": "Size of the pictures",
    "share.size.screen": "As on the screen",
    "share.size.width": "{width} pixels wide",
    "share.drawing": "The picture is being drawn…",
    "share.map": "Map PNG",
    "share.curves": "Curves PNG",
    "share.report": "Report PNG",
    "share.saved": "Downloaded: {name}",
    "share.copied": "Copied: {name}",
});

/** The glossary: of each term its name, what it is, and what of it is seen here. */
export const glossary = /** @type {const} */ ({
    glossary: "Glossary",
    "glossary.open": "Glossary: what the words mean",
    "glossary.search": "Search",
    "glossary.found": "Terms: {count}",
    "glossary.none": "No term mentions “{text}”.",
    "glossary.show": "Show me",
    "glossary.show.term": "Show me: {term}",
    "glossary.network": "The network",
    "glossary.training": "Training",
    "glossary.classes": "Classes and probabilities",
    "glossary.judging": "Judging the result",
    "glossary.trouble": "What can go wrong, and what helps",

    // The network.
    "term.neuron": "Neuron (unit)",
    "term.neuron.text":
        "It multiplies each of its inputs by a weight, adds a bias to the sum, and passes the result through an activation function. Keras calls it a unit.",
    "term.neuron.here":
        "Under Neurons, every neuron of a hidden layer is a small map of its output.",
    "term.hiddenLayer": "Hidden layer",
    "term.hiddenLayer.text":
        "A layer of neurons between the input and the output; its outputs are the inputs of the next layer. More layers and neurons can form more complex boundaries, but there are more parameters to learn.",
    "term.hiddenLayer.here":
        "One box per hidden layer; the number in it is how many neurons the layer has.",
    "term.parameter": "Parameter",
    "term.parameter.text":
        "A number in the network that training changes by itself, such as a weight or a bias.",
    "term.parameter.here":
        "The total stands beside “Hidden layers”, and each layer's share below its box.",
    "term.weightAndBias": "Weight and bias",
    "term.weightAndBias.text":
        "A neuron has one weight per input, which says how strongly and in which direction that input counts, and one bias, which shifts the sum.",
    "term.weightAndBias.here":
        "In the first hidden layer, a neuron's two weights and its bias make the line w₁x + w₂y + b = 0; a box under Neurons draws these lines on the map.",
    "term.activation": "Activation function",
    "term.activation.text":
        "The function that a neuron applies to its sum. If it were linear, many layers together could do no more than a single one.",
    "term.activation.here":
        "The hidden layers share one, unless a layer has its own; with linear, only straight boundaries are left.",
    "term.relu": "ReLU",
    "term.relu.text":
        "max(0, z): a positive sum passes unchanged, a negative one becomes 0. Its slope is 1 or 0, so that it does not shrink the gradients that pass through.",
    "term.relu.here": "It is the activation function of the tutorial's hidden layers.",
    "term.batchNorm": "Batch normalization",
    "term.batchNorm.text":
        "It brings each neuron's sums to mean 0 and variance 1 within a batch, then scales and shifts them by two learned parameters. Deep networks often train faster and more steadily with it.",
    "term.batchNorm.here": "Here it is done in every hidden layer, before the activation function.",

    // Training.
    "term.hyperparameter": "Hyperparameter",
    "term.hyperparameter.text":
        "A value that a person sets and that training does not learn: the learning rate, the batch size, the number of layers.",
    "term.hyperparameter.here":
        "All the settings are hyperparameters or describe the data; Training has the tutorial's, in its order of importance.",
    "term.loss": "Loss",
    "term.loss.text":
        "One number for how wrong the network's probabilities are; lower is better, and training tries to lower it. It is the mean over the samples, plus the penalties if there are any.",
    "term.loss.here": "The Loss curve has the mean of each epoch, as Keras prints it.",
    "term.gradient": "Gradient",
    "term.gradient.text":
        "The slopes of the loss with respect to every parameter. Together they point in the direction in which the loss rises fastest, so training steps the other way.",
    "term.gradient.here":
        "Layer by layer, ‖∇‖ is the size of the weights' gradient in the last step.",
    "term.gradientDescent": "Gradient descent",
    "term.gradientDescent.text":
        "It changes all parameters a little against the gradient, again and again, so that the loss falls.",
    "term.gradientDescent.here": "Press “1 batch” to watch a single step of it.",
    "term.backpropagation": "Backpropagation",
    "term.backpropagation.text":
        "Forward propagation computes the outputs from the inputs, layer by layer; backpropagation then goes back from the loss and finds the gradient of every parameter by the chain rule.",
    "term.backpropagation.here": "Every step does both; ‖∇‖ has what came back to each layer.",
    "term.optimizer": "Optimizer",
    "term.optimizer.text": "The rule that turns the gradient into a change of the parameters.",
    "term.optimizer.here": "Six to choose from; the tutorial's is adam.",
    "term.sgd": "SGD",
    "term.sgd.text":
        "Stochastic gradient descent: each parameter changes by minus the learning rate times its slope. Every step sees only one batch, drawn at random, hence stochastic.",
    "term.sgd.here": "Choose sgd and compare: on the spirals it is much slower than adam.",
    "term.momentum": "Momentum",
    "term.momentum.text":
        "Part of the last step is kept and added to the next, as if a ball were rolling: where the slopes agree it gains speed, where they alternate it is damped.",
    "term.momentum.here": "Choose momentum or nesterov; the share that is kept then stands below.",
    "term.rmsprop": "RMSprop",
    "term.rmsprop.text":
        "It divides each parameter's step by the root of the running mean of its squared slopes, so that steep and flat directions move by similar amounts.",
    "term.rmsprop.here": "Choose rmsprop; rho then says how long squares are remembered.",
    "term.adam": "Adam",
    "term.adam.text":
        "Momentum and RMSprop together: it uses running means of the slopes and of their squares, both corrected for having begun at 0.",
    "term.adam.here": "It is the tutorial's optimizer, and the one at first.",
    "term.learningRate": "Learning rate",
    "term.learningRate.text":
        "How far each step goes: what the optimizer makes of the gradient is multiplied by it. Too small, and learning takes long; too large, and the steps overshoot or the loss diverges.",
    "term.learningRate.here": "It may be changed while training goes on.",
    "term.batch": "Batch",
    "term.batch.text":
        "The samples that are used for one update of the parameters; how many there are is the batch size.",
    "term.batch.here":
        "With 1,500 samples, batches of 32 make 47 updates per epoch; the last batch is smaller.",
    "term.iteration": "Iteration (step)",
    "term.iteration.text": "One update of the parameters, by one batch. Keras calls it a step.",
    "term.iteration.here":
        "“1 batch” does one. How long to train is set here in epochs, not in iterations.",
    "term.epoch": "Epoch",
    "term.epoch.text": "One pass over all training samples, batch by batch, in a new random order.",
    "term.epoch.here": "After so many epochs training stops; each adds a point to the curves.",
    "term.seed": "Seed",
    "term.seed.text":
        "The number from which the random numbers are made. The same seed gives the same random numbers, and so the same run.",
    "term.seed.here":
        "It decides the initial weights and the order of the samples; the points have a seed of their own, under Data options.",

    // Classes and probabilities.
    "term.decisionRegion": "Decision region and boundary",
    "term.decisionRegion.text":
        "A decision region is all points of the plane to which the network gives the same class; a decision boundary is where one region meets another.",
    "term.decisionRegion.here":
        "The background of the map shows the regions. In the middle, where the arms are closest, a few points stay misclassified, for every noisy step shifts the boundary there; zoom in to see it.",
    "term.logit": "Logit",
    "term.logit.text":
        "The output layer's sum for one class, before it becomes a probability: any number, written z.",
    "term.logit.here": "Column z, for the place under the pointer.",
    "term.softmax": "Softmax",
    "term.softmax.text":
        "It turns the logits into probabilities: each eᶻ divided by the sum of all of them. Each is between 0 and 1, and together they are 1.",
    "term.softmax.here": "From z to eᶻ to p, step by step, for the place under the pointer.",
    "term.sigmoid": "Sigmoid",
    "term.sigmoid.text":
        "1 / (1 + e⁻ᶻ) turns a single logit into a number between 0 and 1. As the output, it judges each class by itself, so that the probabilities need not add up to 1.",
    "term.sigmoid.here": "Choose it as the output instead of softmax.",
    "term.oneHot": "One-hot encoding (y_cat, to_categorical)",
    "term.oneHot.text":
        "A class written as a list with 1 in its own place and 0 everywhere else: with three classes, class 2 is [0, 0, 1]. In Keras to_categorical makes such lists; the tutorial calls the result y_cat.",
    "term.oneHot.here": "Move onto a sample on the map: its y_cat appears below the table.",
    "term.crossEntropy": "Cross-entropy",
    "term.crossEntropy.text":
        "The loss of one sample is −log of the probability that its true class was given: 0 if that is 1, and larger the smaller it is. With sigmoid it is binary cross-entropy, the mean over the classes.",
    "term.crossEntropy.here": "Move onto a sample: its loss is worked out below the table.",
    "term.argmax": "Argmax",
    "term.argmax.text":
        "The position of the largest number in a list. The argmax of the probabilities is the class that the network predicts.",
    "term.argmax.here": "“Regions” colours each place of the map by it.",

    // Judging the result.
    "term.accuracy": "Accuracy",
    "term.accuracy.text": "The share of the samples whose class is predicted correctly.",
    "term.accuracy.here":
        "The training curve has the mean of each epoch, taken while the weights were changing; the report judges by the weights as they are now.",
    "term.confusionMatrix": "Confusion matrix",
    "term.confusionMatrix.text":
        "It counts, for the samples of each true class, which class was predicted. What is right stands on the diagonal.",
    "term.confusionMatrix.here":
        "Rows are true classes, columns predicted ones; a cell shows its samples on the map.",
    "term.precision": "Precision",
    "term.precision.text":
        "Of the samples that were predicted as a class, the share that does belong to it: in the confusion matrix, the diagonal cell divided by the sum of its column.",
    "term.precision.here": "The report's first column.",
    "term.recall": "Recall",
    "term.recall.text":
        "Of the samples that belong to a class, the share that was predicted as it: in the confusion matrix, the diagonal cell divided by the sum of its row.",
    "term.recall.here": "The report's second column.",
    "term.f1": "F1 (f1-score)",
    "term.f1.text":
        "The harmonic mean of precision and recall, 2PR / (P + R). It is high only if both are.",
    "term.f1.here": "The report's third column.",
    "term.support": "Support",
    "term.support.text": "How many of the samples belong to a class, whatever was predicted.",
    "term.support.here": "The report's last column.",
    "term.macroAverage": "Macro average",
    "term.macroAverage.text":
        "The plain mean of the classes' values: each class counts the same, however many samples it has.",
    "term.macroAverage.here": "The line “macro avg”.",
    "term.weightedAverage": "Weighted average",
    "term.weightedAverage.text":
        "The mean of the classes' values, each weighted by its support: a class with more samples counts more.",
    "term.weightedAverage.here":
        "The line “weighted avg”. With as many samples in each class, it equals the macro average.",
    "term.validationSplit": "Validation split",
    "term.validationSplit.text":
        "The share of the samples that is set aside and not trained on. How the network does on them shows what it has learned beyond the samples it knows.",
    "term.validationSplit.here":
        "Above 0, the curves get a dashed line, and report and matrix can judge either part.",

    // What can go wrong, and what helps.
    "term.localMinimum": "Local minimum",
    "term.localMinimum.text":
        "A place where the gradient is 0 and the loss curves upward in every direction: nothing near it is lower, though somewhere else may be.",
    "term.localMinimum.here":
        "A loss that no longer falls may have come near one; the curve alone cannot tell it from a saddle point or a plateau.",
    "term.globalMinimum": "Global minimum (global optimum)",
    "term.globalMinimum.text":
        "The lowest loss that any parameters can reach. Training need not find it: a loss that is low enough, on unseen samples as well, is what counts.",
    "term.globalMinimum.here":
        "The curve shows how low the loss has come, not how low it could be.",
    "term.saddlePoint": "Saddle point",
    "term.saddlePoint.text":
        "A place where the gradient is 0 and the loss curves upward in some directions and downward in others, as a saddle does. Near it the steps are small, although there is a way down.",
    "term.saddlePoint.here":
        "‖∇‖ near 0 in all layers says that the loss is level there, but not whether it curves up or down.",
    "term.plateau": "Plateau",
    "term.plateau.text":
        "A whole region in which the loss is almost level: the gradient is nearly 0 everywhere, so that the parameters hardly move.",
    "term.plateau.here":
        "A long level stretch of the curve; sigmoid in all hidden layers with sgd stays at one, near ln 3 = 1.0986 for three classes.",
    "term.vanishingGradient": "Vanishing gradient",
    "term.vanishingGradient.text":
        "On its way back through the layers the gradient is multiplied by many slopes; if these are well below 1, as with sigmoid, little reaches the first layers, and they hardly learn.",
    "term.vanishingGradient.here": "Compare ‖∇‖ of the first layers with that of the last ones.",
    "term.deadNeuron": "Dead neuron",
    "term.deadNeuron.text":
        "A neuron that gives the same output for every training sample. With relu that happens when its sum is never positive: its gradient is then 0 and its weights no longer learn.",
    "term.deadNeuron.here": "✕ marks the dead ones among the neurons; Layer by layer counts them.",
    "term.divergence": "Divergence",
    "term.divergence.text":
        "Instead of falling, the loss grows from step to step until it is no finite number. Usually the steps are too large.",
    "term.divergence.here":
        "The page then goes back to the last good weights and suggests a lower learning rate.",
    "term.overfitting": "Overfitting",
    "term.overfitting.text":
        "The network learns the training samples so closely, noise included, that it does worse on others: the training loss goes on falling while the validation loss rises.",
    "term.overfitting.here":
        "Set a validation split, and watch the gap between the two lines of the Loss curve.",
    "term.regularization": "Regularization (L1, L2)",
    "term.regularization.text":
        "It adds a penalty for large weights to the loss. L2, the sum of their squares, keeps all of them smaller; L1, the sum of their absolute values, pushes many of them close to 0.",
    "term.regularization.here":
        "Raise L2 or L1 a little; with these optimizers L1 leaves the weights near 0, not exactly at 0.",
    "term.dropout": "Dropout",
    "term.dropout.text":
        "In every training step a random share of the hidden neurons is left out, so that the network cannot rely on any single one. When it predicts, all take part.",
    "term.dropout.here": "The share that is left out; 0 is none.",
    "term.earlyStopping": "Early stopping",
    "term.earlyStopping.text":
        "It ends training once the loss has not improved for some epochs: the validation loss, if there is one.",
    "term.earlyStopping.here": "Switch it on here; patience is how many epochs it waits.",
});

/** What an exported script or notebook says, to whoever runs it in Python. */
export const exported = /** @type {const} */ ({
    title: "A run of Spiral Lab in Keras",
    start: "Made by Spiral Lab: the page's run, trained in Keras with the same data, the same initial weights and the same batches.",
    "start.weights":
        "Made by Spiral Lab: the network of the page in Keras, with the weights that it was trained to there.",
    "start.needs":
        "It runs in Keras 3 and in Keras 2, and needs NumPy, matplotlib and scikit-learn too.",
    "start.changed":
        "That run was loaded from a file, or its settings were changed while it trained; here the last settings hold from the beginning, so the numbers may differ from the page's.",
    data: "The points, and the class of each.",
    "data.own": "The points as the page had them, and the class of each.",
    targets:
        "The network has one output for each class, so every class becomes a list with 1 in its own place and 0 everywhere else.",
    "targets.random": "Everything random comes from one generator, with the page's seed, {seed}.",
    "targets.split":
        "It shuffles the {samples} samples; the last {aside} are set aside for validation.",
    network: "The network, its loss and its optimizer.",
    first: "Keras has initial weights already, but draws them in its own way. These are the page's: layer by layer, from the generator. The biases begin at 0.",
    fit: "Each epoch takes the samples in a new order, batch by batch. The order comes from the generator too, so Keras gets the page's batches.",
    "fit.dropout":
        "Only which units dropout switches off is Keras's own choice, so its numbers are close to the page's but not the same. As many numbers as the page draws for that are drawn here and thrown away, so that the order of the samples stays the page's.",
    compare: "The page's history, and the one that Keras has just made.",
    "compare.rounding":
        "Both calculate with 32-bit numbers, but do not add them up in the same order. So they are rounded differently in the last digit; training magnifies that, and in the end the two part.",
    curves: "Loss and accuracy, epoch by epoch.",
    "curves.both": "Loss and accuracy, epoch by epoch; the page's are dotted.",
    weights: "The trained weights, in the order of get_weights().",
    check: "What the page predicted at some of the points. Keras must predict the same.",
    report: "How well it tells the classes apart: precision, recall and F1 of each.",
    regions:
        "The decision regions: the class that the network chooses at each point of a fine grid, and the samples.",
    "print.parted":
        "From epoch {epoch} on, the losses differ by more than {difference}: rounding has parted them.",
    "print.apart": "From epoch {epoch} on, the losses differ by more than {difference}.",
    "print.together": "In all {epochs} epochs the losses differ by {difference} at most.",
    "print.same": "Keras predicts what the page predicted: largest difference {difference}",
    "print.other": "Keras predicts something else: largest difference {difference}",
});

/** What only the authors' page says. */
export const authors = /** @type {const} */ ({
    title: "Spiral Lab: for authors",
    intro: "Choose the settings, see the lab inside an article, and paste the snippet into yours.",
    back: "Back to the lab",
    form: "Appearance",
    kind: "Embed as",
    "kind.script": "Element",
    "kind.iframe": "iframe",
    "kind.help": "The element is part of the page; an iframe suits blogs that allow no scripts.",
    lang: "Language",
    "lang.auto": "As the page",
    "lang.help.script":
        "“As the page” follows the article's lang attribute, not its text: where that says “en”, an article in Chinese gets an English lab. Here it says “{tag}”.",
    "lang.help.iframe":
        "In an iframe, “As the page” is the language of the reader's browser: the article's lang attribute does not reach into it.",
    theme: "Theme",
    "theme.auto": "Automatic",
    "theme.light": "Light",
    "theme.dark": "Dark",
    layout: "Layout",
    "layout.full": "Full",
    "layout.compact": "Compact",
    "layout.help": "Compact suits a column of text, about 700 px wide.",
    speed: "Speed",
    "speed.full": "Full speed",
    "speed.rate": "{rate} batches/s",
    autoplay: "Start training once it is scrolled into view",
    steps: "Pre-train (batches)",
    "steps.help":
        "How many batches it is trained for when it appears; 0 is untrained. With the tutorial's settings, an epoch has 47.",
    "steps.error": "A whole number from 0 to 9,999,999.",
    preview: "Choose the map's view and colours in the lab itself.",
    parts: "What is shown",
    "parts.help": "The whole lab, or a figure: a map with a button needs no more than 400 px.",
    "parts.header": "Title, language, share and help",
    "parts.view": "The map's view and colours",
    "parts.map": "Map",
    "parts.transport": "Training controls",
    "parts.progress": "Progress line",
    "parts.curves": "Loss and accuracy curves",
    "parts.report": "Classification report",
    "parts.matrix": "Confusion matrix",
    "parts.pointer": "Values under the pointer",
    "parts.neurons": "Neurons",
    "parts.settings": "Settings",
    "parts.single": "Only some settings",
    article: "An article",
    before: "Three spiral arms, and no straight line separates them. Let a network learn, and watch its regions curve.",
    after: "Try ten times the learning rate: what happens to the loss?",
    local: "This is an address of your own computer: put the files of dist/ on a website, and use the address there.",
    snippet: "The snippet",
    "snippet.script":
        "spiral-lab.js may lie anywhere; nothing else is needed, and nothing is fetched from elsewhere.",
    "snippet.iframe":
        "embed-host.js fits the frame's height to its content, which sends {message}. Where no script is allowed, leave out its line and give enough height: about 2000 on a phone.",
    copy: "Copy snippet",
    copied: "Copied",
    "copy.failed": "The browser does not allow copying.",
    fallback:
        "Between the tags there is room for a picture or a sentence, which is shown where no script can run.",
    policy: "With a strict Content-Security-Policy",
    "policy.script":
        "It needs at least this. Without worker-src it still works, on the page's own thread; without 'wasm-unsafe-eval' it cannot, and says so.",
    "policy.iframe":
        "The article has to allow the frame, and the script that fits its height; the page in it has a policy of its own. A sandbox needs allow-scripts allow-downloads.",
});

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
    subtitle: "Watch a network learn to tell spirals apart",
    language: "Language",
    theme: "Theme",
    "theme.auto": "Auto",
    "theme.light": "Light",
    "theme.dark": "Dark",
    over: "Start over",
    "over.help":
        "Back to the settings and the view as they were at first; language, theme and colours stay",
    share: "Share",
    "share.open": "Link, embedding, model, Keras code, pictures",
    help: "Help",
    "help.open": "What is on the screen, and the keys (?)",

    // Training.
    transport: "Training controls",
    play: "Train",
    goOn: "Go on",
    pause: "Pause",
    batch: "1 batch",
    epoch: "1 epoch",
    finish: "To the end",
    reset: "Reset",
    fresh: "New weights",
    speed: "Speed",
    "play.help": "Train until the chosen number of epochs is reached (P)",
    "pause.help": "Stop here; it can go on later (P)",
    "batch.help": "Take one mini-batch: the weights are updated once (B)",
    "epoch.help": "Train to the end of this epoch (E)",
    "finish.help": "Train to the chosen number of epochs at full speed (F)",
    "reset.help": "Go back to the same first weights (R)",
    "fresh.help": "Draw other first weights: the seed goes up by one (N)",
    "speed.help": "How many batches a second; slower shows more (- and +)",
    "speed.rate": "{rate} batches/s",
    "speed.full": "Full speed",

    // Said aloud.
    "say.start": "Training started.",
    "say.epoch": "Epoch {epoch}, accuracy {accuracy}.",
    "say.paused": "Paused at epoch {epoch}, accuracy {accuracy}.",
    "say.finished": "Finished epoch {epoch}: loss {loss}, accuracy {accuracy}.",
    "say.reset": "Back at the initial weights.",
    "say.fresh": "New initial weights, seed {seed}.",
    "say.over": "Everything is as it was at first.",
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
        "Everything is as it was at first; until training begins, the earlier run of {run} can be restored.",
    "back.still": "The earlier run of {run} can be restored.",

    // The settings: names and explanations.
    settings: "Settings",
    training: "Training",
    data: "Data",
    network: "Network",
    optimizing: "Optimizer",
    regularization: "Regularization",
    scheduling: "Rate schedule",
    stopping: "Early stopping",
    on: "on",
    off: "off",
    none: "none",

    dataset: "Data",
    "dataset.help": "The shape to tell apart; spirals are hardest.",
    "dataset.spirals": "Spirals",
    "dataset.moons": "Moons",
    "dataset.circles": "Circles",
    "dataset.blobs": "Blobs",
    learningRate: "Learning rate",
    "learningRate.help": "How far a step moves the weights; larger is faster, until it overshoots.",
    batchSize: "Batch size",
    "batchSize.help": "Samples per weight update; larger gives steadier but fewer updates.",
    layers: "Hidden layers",
    "layers.help": "Their units; more bend the border more. Empty a box to remove it.",
    "layers.none": "None: softmax regression",
    "layers.none.sigmoid": "None: logistic regression",
    "layers.units": "Units of layer {layer}",
    "layers.add": "Add a layer",
    "layers.add.help": "Add a hidden layer at the end",
    "layers.remove": "Remove the last layer",
    "layers.total": "{count} params",
    "layers.parameters": "Layer {layer} has {count} parameters",
    "layers.detail": "Layer by layer",
    "layers.detail.help":
        "‖W‖ is the size of the weights, ‖∇‖ of the last step's gradient: near 0, learning stalls. A dead unit answers all samples alike.",
    "layers.activation": "Activation of layer {layer}",
    "layers.common": "common",
    "layers.removeOne": "Remove layer {layer}",
    "layers.hidden": "{layer} · {units}",
    "layers.output": "Output {units}",
    "layers.dead": "dead {dead}/{units}",
    epochs: "Epochs",
    "epochs.help": "Passes over the data before it stops; more lets it learn for longer.",
    seed: "Seed",
    "seed.help": "Draws first weights and batch order; the same seed, the same run.",

    classes: "Classes",
    "classes.help": "Arms or blobs, one a class; more of them lie closer together.",
    points: "Points per class",
    "points.help": "Points of each class; more are denser and make epochs longer.",
    noise: "Noise",
    "noise.help": "How far points stray from their shape; more mixes the classes.",
    turn: "Turn",
    "turn.help": "How far each arm winds, in radians; more makes it harder.",
    factor: "Inner circle",
    "factor.help": "Its radius as a share of the outer; near 1 they are hard to part.",
    clusterStd: "Blob width",
    "clusterStd.help": "Standard deviation of a blob; larger makes blobs overlap.",
    dataSeed: "Data seed",
    "dataSeed.help": "Draws the noise; another seed gives other points.",
    validationSplit: "Validation split",
    "validationSplit.help":
        "Share kept from training to check it; more checks better, teaches less.",

    activation: "Activation",
    "activation.help":
        "The function that every hidden layer applies; linear draws only straight lines.",
    initializer: "Initializer",
    "initializer.help":
        "How first weights are drawn; he draws larger than glorot, zeros never learns.",
    output: "Output",
    "output.help": "Softmax makes the classes' sum 1; sigmoid judges each alone, at 0.5.",
    batchNorm: "Batch normalization",
    "batchNorm.help": "Brings each layer's batch to mean 0, variance 1; steadies deep networks.",

    optimizer: "Optimizer",
    "optimizer.help": "How gradients move weights; adam fits the step to each weight.",
    momentum: "Momentum",
    "momentum.help": "How much of the last step is kept; more runs faster, turns slower.",
    rho: "Rho",
    "rho.help": "How long squared gradients are remembered; larger is steadier.",
    beta1: "Beta 1",
    "beta1.help": "How long gradients are remembered; larger keeps the direction.",
    beta2: "Beta 2",
    "beta2.help": "How long squared gradients are remembered; larger is steadier.",
    epsilon: "Epsilon",
    "epsilon.help": "Added to the divisor against 0; larger makes steps smaller.",
    clipNorm: "Clip norm",
    "clipNorm.help": "Caps the gradient's length; lower prevents divergence, 0 is no cap.",

    dropout: "Dropout",
    "dropout.help": "Share of units left out at random; more memorizes less, learns slower.",
    l2: "L2 penalty",
    "l2.help": "Weight of squared weights in the loss; more smooths the border.",
    l1: "L1 penalty",
    "l1.help": "Weight of absolute weights in the loss; more makes many of them 0.",
    weightDecay: "Weight decay",
    "weightDecay.help": "How much adamw shrinks weights a step; more keeps them smaller.",

    schedule: "Schedule",
    "schedule.help": "How the rate changes with time; a falling one settles better.",
    decaySteps: "Decay steps",
    "decaySteps.help": "Steps that one decay takes; with more the rate falls slower.",
    decayRate: "Decay rate",
    "decayRate.help": "What a decay multiplies by; near 1 the rate falls slower.",
    plateauPatience: "Plateau patience",
    "plateauPatience.help":
        "Epochs without a better loss before the rate falls; more waits longer.",

    earlyStopping: "Early stopping",
    "earlyStopping.help": "Stop when the loss (of validation, if there is any) falls no more.",
    patience: "Patience",
    "patience.help": "Epochs without progress before it stops; more waits longer.",
    minDelta: "Least progress",
    "minDelta.help": "How much the loss must fall to count as progress; larger stops sooner.",
    restoreBestWeights: "Restore best weights",
    "restoreBestWeights.help": "When it stops, go back to the epoch with the lowest loss.",

    // The map.
    map: "Decision regions",
    "map.description":
        "Map: {samples} points of {classes} classes over the network's decision regions; after epoch {epoch} it gets {accuracy} right.",
    view: "Show",
    "view.title": "Chooses what the map's colours mean.",
    "view.regions": "Regions",
    "view.soft": "Soft regions",
    "view.unsure": "Uncertainty",
    "view.class": "P(class {index})",
    "view.unit": "{layer} #{index}",
    "view.regions.help": "Colour: the most probable class.",
    "view.soft.help": "The stronger the colour, the surer the network.",
    "view.unsure.help": "The stronger, the further the top probability is from 1.",
    "view.class.help": "How probable class {index} is, says the network.",
    "view.unit.help": "What this unit puts out: white is 0.",
    "view.unit.help.dark": "What this unit puts out: black is 0.",
    palette: "Colours",
    "palette.title":
        "The classes' colours: the tutorial's, or ones that colour-blind eyes tell apart too.",
    "palette.tutorial": "Tutorial",
    "palette.safe": "Colour-blind",
    legend: "Legend",
    "legend.wrong": "wrong",
    "legend.validation": "validation",
    crosshair: "Crosshair",
    "crosshair.help":
        "Arrow keys move it, Shift for larger steps, Enter holds it, Escape takes it away.",
    "crosshair.say": "x {x}, y {y}: class {index}, probability {p}.",
    "crosshair.sample": "Sample {sample} of class {truth}, loss {loss}.",

    // Under the pointer.
    pointer: "Under the pointer",
    "pointer.hint": "Point at the map to see z become p.",
    "pointer.held": "held; click again or Esc lets go",
    "pointer.free": "click to hold",
    "pointer.class": "Class",
    "pointer.place": "x = {x}, y = {y}",
    "pointer.sample": "sample {sample}",
    "pointer.validation": " (validation)",
    "pointer.sum": "Sum",
    "pointer.noSample": "On a sample: its y_cat and its loss.",
    "pointer.loss": "loss",

    // The neurons.
    neurons: "Neurons",
    "neurons.title": "Shows what each hidden unit puts out all over the plane.",
    "neurons.help":
        "Each square is one unit's output: blue positive, orange negative. Choose one to see it on the map; ✕ marks a dead unit.",
    "neurons.none": "This network has no hidden layer, only its output.",
    "neurons.layer": "Layer",
    "neurons.option": "{name} ({units})",
    "neurons.lines": "First layer's lines on the map",
    "neurons.lines.title":
        "w₁x + w₂y + b = 0 of each unit in the first layer: where its output changes sign.",
    "neurons.unit": "Unit {index}",
    "neurons.dead": "Unit {index}, dead: the same for every sample",
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
        "Draw the loss on a logarithmic scale, where it can be seen to fall however small it is",
    "runs.keep": "Keep runs",
    "runs.keep.help":
        "Leave the last run as a faint line when a new one begins, to compare them (eight at most); point at one to see which settings it had",
    "runs.clear": "Clear ({count})",
    "runs.clear.help": "Take the faint lines of earlier runs away",
    "runs.cleared": "Earlier runs cleared.",
    judgement: "Report or matrix",
    report: "Classification report",
    "report.short": "Report",
    "report.note":
        "Precision: share of a class's answers that are right. Recall: share of its points that are found.",
    matrix: "Confusion matrix",
    "matrix.short": "Matrix",
    "matrix.note":
        "Row: true class; column: predicted class. Choose a cell to see its points on the map.",
    "matrix.corner": "true ╲ predicted",
    "matrix.predicted": "predicted {label}",
    "matrix.true": "true {label}",
    "matrix.cell": "true {row}, predicted {column}: {count} points",
    "matrix.shown": "Points shown on the map: {count}.",
    "matrix.all": "All points are shown on the map again.",
    side: "Which points",
    "side.training": "Training",
    "side.validation": "Validation",
    "side.training.help": "The points that are trained on, judged by the weights as they are now",
    "side.validation.help": "The points that were set aside, judged by the weights as they are now",
    "side.none": "No points are set aside: raise the validation split in the settings first.",
    "report.copy": "Copy the classification report as text",
    "matrix.copy": "Copy the confusion matrix as text",

    // Copying.
    copy: "Copy",
    copied: "Copied",
    "copy.failed": "The browser does not allow copying.",

    // Links and attributes.
    "link.unknown": "The link's “{key}” is unknown and was ignored.",
    "link.value": "The link's “{key}={text}” cannot be used and was ignored.",
    "link.version": "The link is of another version (v={text}); what is known of it was used.",
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
    "bad.boolean": "“{given}” will not do; it is either on (true) or off (false).",
    "bad.layers": "{given} hidden layers are too many; there can be at most {maximum}.",
    "bad.units": "“{given}” cannot be a layer's units; each layer can have {minimum} to {maximum}.",

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
        "Linear layers in a row are as one, and every boundary is straight: the accuracy ended at {accuracy}. With relu it reaches about 0.99.",
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
        "Training diverged at step {step}: too large a step, no finite loss. Back at epoch {epoch}; lower the learning rate.",
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
        "This validation split leaves nothing to train on or to validate with; change it or add points.",
    "error.fixed": "This setting cannot change while training goes on; start anew.",
    "error.file": "This is not a saved Spiral Lab model.",
    "error.file_version": "This model was saved by another version of Spiral Lab.",
    "error.file_damaged": "This saved model is damaged or incomplete.",
    "error.digits": "The number of digits is out of range.",
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
        "From coloured points the network learns the class of every place. Watch how it learns, and change how.",
    "help.try": "Try it: one click begins, and its end is explained",
    "try.rate": "Ten times the learning rate: what becomes of the loss?",
    "try.none": "No hidden layer: can the border bend?",
    "try.linear": "Only linear activations: do four layers help?",
    "try.sgd": "SGD instead of Adam: how much longer does it take?",
    "try.overfit": "Few noisy points, 30% for validation: when does it overfit?",
    "help.settings":
        "The hyperparameters in the tutorial's order of importance; ↑ ↓ lead to the next sensible value. Those with ↻ start anew when changed; the others change while it trains.",
    "help.map":
        "Points are samples, colour and shape their class, a ring a wrong answer; the ground is the network's answer there.",
    "help.transport":
        "Reset returns to the same first weights, New weights draws others. It stops after the chosen epochs; Go on trains as many again.",
    "help.progress": "Progress line",
    "help.progress.text":
        "As Keras prints it: epoch, batch, time per step, and the epoch's mean loss and accuracy so far.",
    "help.curves": "Curves",
    "help.curves.text":
        "Loss (lower is better) and accuracy (higher is better) of each epoch; a growing gap between training and validation is overfitting. A ring marks the lowest validation loss.",
    "help.report":
        "As scikit-learn prints it: precision is the share of a class's answers that are right, recall the share of its points that are found, f1-score combines both, support counts points.",
    "help.matrix": "Rows are the true classes, columns the answers; the diagonal is right.",
    "help.pointer": "Move over the map to see softmax make probabilities, term by term.",
    "help.neurons":
        "Each unit of a layer as a small map: the parts that the network puts together.",
    "help.over":
        "Brings back the settings and the view as they were at first, for the next person.",
    "help.share":
        "A link, a snippet to embed, the model as a file, Keras code, history and pictures.",
    "help.keys": "Keys",
    "help.keys.intro": "They work once the lab was clicked, and not in a field.",
    "keys.toggle": "Train or pause",
    "keys.slower": "Slower",
    "keys.faster": "Faster",

    // Share.
    "share.title": "Share and take home",
    "share.link": "Link",
    "share.link.help": "Opens these settings and this view, trained for the same {steps} batches.",
    "share.link.fresh": "Opens these settings and this view.",
    "share.link.changed":
        "Opens these settings and this view, untrained: a run that was loaded, or changed on the way, only a model file keeps.",
    "share.link.copy": "Copy link",
    "share.embed": "Embed",
    "share.embed.help":
        "Paste it into a page's HTML; the address must be that of your spiral-lab.js.",
    "share.embed.copy": "Copy snippet",
    "share.authors": "For authors",
    "share.model": "Model",
    "share.model.help":
        "The whole run; loaded, it goes on as if it had never stopped, bit for bit.",
    "share.save": "Save model",
    "share.load": "Load model…",
    "share.loaded": "{name} is loaded, at epoch {epoch}.",
    "share.keras": "Keras code",
    "share.keras.help":
        "A Python script like the tutorial's: this data, network, optimizer and seed.",
    "share.weights": "With the trained weights and a check",
    "share.python": "Download .py",
    "share.files": "History and pictures",
    "share.files.help": "Loss and accuracy of each epoch, and the pictures as they are now.",
    "share.history": "History CSV",
    "share.map": "Map PNG",
    "share.curves": "Curves PNG",
    "share.report": "Report PNG",
    "share.saved": "Downloaded: {name}",
    "share.copied": "Copied: {name}",
});

/** What only the authors' page says. */
export const authors = /** @type {const} */ ({
    title: "Spiral Lab: for authors",
    intro: "Choose the settings, see the lab inside an article, and paste the snippet into yours.",
    back: "Back to the lab",
    form: "Looks",
    kind: "Embed as",
    "kind.script": "Element",
    "kind.iframe": "iframe",
    "kind.help": "The element is part of the page; an iframe suits blogs that allow no scripts.",
    lang: "Language",
    "lang.auto": "As the page",
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
    autoplay: "Trains once it is scrolled into view",
    steps: "Batches beforehand",
    "steps.help":
        "How far it is trained when it appears; 0 is untrained. An epoch of the tutorial's settings is 47.",
    "steps.error": "A whole number from 0 to 9,999,999.",
    preview: "Choose the map's view and colours in the lab itself.",
    controls: "Controls shown",
    "controls.help": "Only controls are left out; every picture and number stays.",
    "controls.header": "Title, language, share and help",
    "controls.settings": "Settings",
    "controls.view": "The map's view and colours",
    "controls.transport": "Training controls",
    article: "An article",
    before: "Three spiral arms, and no straight line parts them. Let a network learn, and watch its regions bend.",
    after: "Try ten times the learning rate: what becomes of the loss?",
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

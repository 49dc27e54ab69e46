/** What the lab says: aloud, as notices, and of what was wrong. */

export const messages = /** @type {const} */ ({
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
    "bad.set": "The network needs at least one input; choose from {choices}.",
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
    "error.axes": "The two coordinates need a name each, without control characters.",
    "error.given": "There are no points of your own yet.",
    "error.data": "This text holds no points; copy it whole from the Share dialog.",
    "error.samples": "There are too few or too many points.",
    "error.clusters":
        "There is room for 4 clusters: 2 to 4 classes of one cluster each, or 2 classes of two.",
    "error.point_counts":
        "Enter one number of points for all classes, or as many as there are classes, such as 500,100,20.",
    "error.split":
        "This validation split leaves nothing to train on or nothing to validate with; change it or add points.",
    "error.fixed": "This setting cannot change during training; restart it.",
    "error.file": "This is not a saved Spiral Lab model.",
    "error.file_version":
        "This model was saved by another version of Spiral Lab. This one reads versions 2 and 3 of such files, and version 1 unless the model has RMSprop or a normal initializer, whose rules have changed since.",
    "error.file_damaged": "This saved model is damaged or incomplete.",
    "error.digits": "The number of digits is out of range.",
    "error.pixels":
        "This browser withholds the pixels of pictures, so that no page can recognise it by them; the PNG would be noise. Allow this page to read its canvas (often by an icon in the address bar), or take a screenshot.",
    "error.tables":
        "Points of your own cannot be read or drawn here: spiral-lab-tables.js must stand beside spiral-lab.js.",
    "error.glossary":
        "The glossary cannot be shown here: spiral-lab-glossary.js must stand beside spiral-lab.js.",
    "error.internal": "Something unexpected went wrong: {message}",
    "error.noWasm": "This browser has no WebAssembly; please use a newer one.",
    "error.noSimd": "This browser's WebAssembly has no SIMD; please use a newer one.",
    "error.wasmRefused":
        "This page's security policy refuses WebAssembly; its script-src needs 'wasm-unsafe-eval'.",
});

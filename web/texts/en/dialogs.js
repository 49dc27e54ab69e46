/** What only the dialogs of Help and Share say. */

export const dialogs = /** @type {const} */ ({
    // Help.
    "help.close": "Close",
    "help.intro":
        "From coloured points, the network learns which class each point of the plane belongs to. Watch how it learns, and change how.",
    glossary: "Glossary",
    "glossary.open": "Glossary: what the words mean",
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
    "help.data": "Points of your own",
    "help.data.text":
        "Your own, among the data, lets you paint, move and erase points on the map, while it trains as well. Above the settings, From a file… reads a table: two columns of numbers and the name of each row's class. You can also drop a file on the lab. You see what comes of it before it is used.",
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
        "A link, a snippet to embed, the model as a file, Keras code, history, points and pictures.",
    "help.keys": "Keys",
    "help.keys.intro": "They work after a click in the lab, except while you type in a field.",
    "keys.toggle": "Train or pause",
    "keys.slower": "Slower",
    "keys.faster": "Faster",

    // Share.
    "share.title": "Share & export",
    "share.link": "Link",
    "share.link.help":
        "Opens these settings and this view, trained for the same {steps} batches, and says whether the weights come out the same: so a result can be handed in.",
    "share.link.fresh": "Opens these settings and this view.",
    "share.link.changed":
        "Opens these settings and this view, untrained. Only a saved model preserves a run that was loaded, or changed on the way.",
    "share.link.large":
        "Opens these settings without your points: a link has room for {most}. Save the model instead.",
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
    "share.files": "History, points and pictures",
    "share.files.help":
        "Loss and accuracy of each epoch, the points, and the pictures as they are now, with their settings.",
    "share.history": "History CSV",
    "share.points": "Points CSV",
    "share.size": "Size of the pictures",
    "share.size.screen": "As on the screen",
    "share.size.width": "{width} pixels wide",
    "share.drawing": "The picture is being drawn…",
    "share.map": "Map PNG",
    "share.curves": "Curves PNG",
    "share.report": "Report PNG",
    "share.saved": "Downloaded: {name}",
    "share.copied": "Copied: {name}",

    // Points from a table; the rest is said by a script of its own.
    "table.title": "Your own data",
    "table.open": "From a file…",
    "table.open.help": "Points from a table: CSV, as spreadsheets save it, or pasted",
    "table.drop": "Drop the table here",
});

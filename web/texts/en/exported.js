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
    features: "What the network sees of each point.",
    targets:
        "The network has one output for each class, so every class becomes a list with 1 in its own place and 0 everywhere else.",
    "targets.random": "Everything random comes from one generator, with the page's seed, {seed}.",
    "targets.split":
        "It shuffles the {samples} samples; the last {aside} are set aside for validation.",
    "targets.stratify":
        "It shuffles the {samples} samples; of each class the same share, which comes last, is set aside for validation: {aside} samples.",
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

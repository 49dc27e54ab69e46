/** The settings: their names, and a sentence that explains each. */

export const settings = /** @type {const} */ ({
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
    "dataset.help": "Spirals are the hardest to separate.",
    "dataset.spirals": "Spirals",
    "dataset.moons": "Moons",
    "dataset.circles": "Circles",
    "dataset.blobs": "Blobs",
    "dataset.classification": "Clusters",
    "dataset.xor": "XOR",
    "dataset.given": "Your own",
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
    "layers.input": "Input {units}: {features}",
    "layers.hidden": "{layer} · {units}",
    "layers.output": "Output {units}",
    "layers.dead": "dead {dead}/{units}",
    epochs: "Epochs",
    "epochs.help": "Passes over the data before training stops; more let it learn for longer.",
    seed: "Seed",
    "seed.help": "Sets initial weights and batch order; the same seed gives the same run.",

    classes: "Classes",
    "classes.help": "One arm, blob or cluster per class; the more there are, the closer they lie.",
    points: "Points per class",
    "points.help": "How many points in each; or one number per class, such as 500,100,20.",
    noise: "Noise",
    "noise.help": "How far points stray from their shape; more noise mixes the classes.",
    turn: "Arm twist",
    "turn.help": "How far each arm winds, in radians; more makes the task harder.",
    factor: "Inner circle",
    "factor.help":
        "Its radius relative to the outer circle's; near 1, the two are hard to separate.",
    clusterStd: "Blob width",
    "clusterStd.help": "Standard deviation of each blob; larger values make blobs overlap.",
    classSep: "Class separation",
    "classSep.help": "How far apart clusters lie (class_sep); less makes the classes overlap.",
    flipY: "Flipped labels",
    "flipY.help":
        "Share of the points whose label is drawn at random (flip_y); these can only be memorized.",
    clustersPerClass: "Clusters per class",
    "clustersPerClass.help":
        "In how many places each class lies (n_clusters_per_class); 2 only with two classes.",
    dataSeed: "Data seed",
    "dataSeed.help": "Decides the noise; another seed gives other points.",
    validationSplit: "Validation split",
    "validationSplit.help":
        "Share of the points set aside to check on; a larger share checks better but leaves less to learn from.",
    stratify: "Stratify",
    "stratify.help": "Set aside the same share of each class; otherwise chance decides how many.",

    features: "Input features",
    "features.help":
        "What the first layer gets of a point (x, y); r and θ, its distance and angle, make spirals easy.",

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
    "restoreBestWeights.help":
        "When training stops or its epochs are over, go back to the epoch with the lowest loss.",
});

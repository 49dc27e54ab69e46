/** The names of the terms that the glossary explains. */

export const terms = /** @type {const} */ ({
    // The network.
    "term.neuron": "Neuron (unit)",
    "term.hiddenLayer": "Hidden layer",
    "term.parameter": "Parameter",
    "term.weightAndBias": "Weight and bias",
    "term.activation": "Activation function",
    "term.relu": "ReLU",
    "term.batchNorm": "Batch normalization",

    // Training.
    "term.hyperparameter": "Hyperparameter",
    "term.loss": "Loss",
    "term.gradient": "Gradient",
    "term.gradientDescent": "Gradient descent",
    "term.backpropagation": "Backpropagation",
    "term.optimizer": "Optimizer",
    "term.sgd": "SGD",
    "term.momentum": "Momentum",
    "term.rmsprop": "RMSprop",
    "term.adam": "Adam",
    "term.learningRate": "Learning rate",
    "term.batch": "Batch",
    "term.iteration": "Iteration (step)",
    "term.epoch": "Epoch",
    "term.seed": "Seed",

    // Classes and probabilities.
    "term.decisionRegion": "Decision region and boundary",
    "term.logit": "Logit",
    "term.softmax": "Softmax",
    "term.sigmoid": "Sigmoid",
    "term.oneHot": "One-hot encoding (y_cat, to_categorical)",
    "term.crossEntropy": "Cross-entropy",
    "term.argmax": "Argmax",

    // Judging the result.
    "term.accuracy": "Accuracy",
    "term.confusionMatrix": "Confusion matrix",
    "term.precision": "Precision",
    "term.recall": "Recall",
    "term.f1": "F1 (f1-score)",
    "term.support": "Support",
    "term.macroAverage": "Macro average",
    "term.weightedAverage": "Weighted average",
    "term.validationSplit": "Validation split",

    // What can go wrong, and what helps.
    "term.localMinimum": "Local minimum",
    "term.globalMinimum": "Global minimum (global optimum)",
    "term.saddlePoint": "Saddle point",
    "term.plateau": "Plateau",
    "term.vanishingGradient": "Vanishing gradient",
    "term.deadNeuron": "Dead neuron",
    "term.divergence": "Divergence",
    "term.overfitting": "Overfitting",
    "term.regularization": "Regularization (L1, L2)",
    "term.dropout": "Dropout",
    "term.earlyStopping": "Early stopping",
});

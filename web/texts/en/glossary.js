/**
 * The glossary: what each term is, and what of it is seen here. These texts are in a script of
 * their own, so the names, which are seen elsewhere too, are in terms.js.
 */

export const glossary = /** @type {const} */ ({
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
    "term.neuron.text":
        "It multiplies each of its inputs by a weight, adds a bias to the sum, and passes the result through an activation function. Keras calls it a unit.",
    "term.neuron.here":
        "Under Neurons, every neuron of a hidden layer is a small map of its output.",
    "term.hiddenLayer.text":
        "A layer of neurons between the input and the output; its outputs are the inputs of the next layer. More layers and neurons can form more complex boundaries, but there are more parameters to learn.",
    "term.hiddenLayer.here":
        "One box per hidden layer; the number in it is how many neurons the layer has.",
    "term.parameter.text":
        "A number in the network that training changes by itself, such as a weight or a bias.",
    "term.parameter.here":
        "The total stands beside “Hidden layers”, and each layer's share below its box.",
    "term.weightAndBias.text":
        "A neuron has one weight per input, which says how strongly and in which direction that input counts, and one bias, which shifts the sum.",
    "term.weightAndBias.here":
        "In the first hidden layer, a neuron's two weights and its bias make the line w₁x + w₂y + b = 0; a box under Neurons draws these lines on the map.",
    "term.activation.text":
        "The function that a neuron applies to its sum. If it were linear, many layers together could do no more than a single one.",
    "term.activation.here":
        "The hidden layers share one, unless a layer has its own; with linear, only straight boundaries are left.",
    "term.relu.text":
        "max(0, z): a positive sum passes unchanged, a negative one becomes 0. Its slope is 1 or 0, so that it does not shrink the gradients that pass through.",
    "term.relu.here": "It is the activation function of the tutorial's hidden layers.",
    "term.batchNorm.text":
        "It brings each neuron's sums to mean 0 and variance 1 within a batch, then scales and shifts them by two learned parameters. Deep networks often train faster and more steadily with it.",
    "term.batchNorm.here": "Here it is done in every hidden layer, before the activation function.",

    // Training.
    "term.hyperparameter.text":
        "A value that a person sets and that training does not learn: the learning rate, the batch size, the number of layers.",
    "term.hyperparameter.here":
        "All the settings are hyperparameters or describe the data; Training has the tutorial's, in its order of importance.",
    "term.loss.text":
        "One number for how wrong the network's probabilities are; lower is better, and training tries to lower it. It is the mean over the samples, plus the penalties if there are any.",
    "term.loss.here": "The Loss curve has the mean of each epoch, as Keras prints it.",
    "term.gradient.text":
        "The slopes of the loss with respect to every parameter. Together they point in the direction in which the loss rises fastest, so training steps the other way.",
    "term.gradient.here":
        "Layer by layer, ‖∇‖ is the size of the weights' gradient in the last step.",
    "term.gradientDescent.text":
        "It changes all parameters a little against the gradient, again and again, so that the loss falls.",
    "term.gradientDescent.here": "Press “1 batch” to watch a single step of it.",
    "term.backpropagation.text":
        "Forward propagation computes the outputs from the inputs, layer by layer; backpropagation then goes back from the loss and finds the gradient of every parameter by the chain rule.",
    "term.backpropagation.here": "Every step does both; ‖∇‖ has what came back to each layer.",
    "term.optimizer.text": "The rule that turns the gradient into a change of the parameters.",
    "term.optimizer.here": "Six to choose from; the tutorial's is adam.",
    "term.sgd.text":
        "Stochastic gradient descent: each parameter changes by minus the learning rate times its slope. Every step sees only one batch, drawn at random, hence stochastic.",
    "term.sgd.here": "Choose sgd and compare: on the spirals it is much slower than adam.",
    "term.momentum.text":
        "Part of the last step is kept and added to the next, as if a ball were rolling: where the slopes agree it gains speed, where they alternate it is damped.",
    "term.momentum.here": "Choose momentum or nesterov; the share that is kept then stands below.",
    "term.rmsprop.text":
        "It divides each parameter's step by the root of the running mean of its squared slopes, so that steep and flat directions move by similar amounts.",
    "term.rmsprop.here": "Choose rmsprop; rho then says how long squares are remembered.",
    "term.adam.text":
        "Momentum and RMSprop together: it uses running means of the slopes and of their squares, both corrected for having begun at 0.",
    "term.adam.here": "It is the tutorial's optimizer, and the one at first.",
    "term.learningRate.text":
        "How far each step goes: what the optimizer makes of the gradient is multiplied by it. Too small, and learning takes long; too large, and the steps overshoot or the loss diverges.",
    "term.learningRate.here": "It may be changed while training goes on.",
    "term.batch.text":
        "The samples that are used for one update of the parameters; how many there are is the batch size.",
    "term.batch.here":
        "With 1,500 samples, batches of 32 make 47 updates per epoch; the last batch is smaller.",
    "term.iteration.text": "One update of the parameters, by one batch. Keras calls it a step.",
    "term.iteration.here":
        "“1 batch” does one. How long to train is set here in epochs, not in iterations.",
    "term.epoch.text": "One pass over all training samples, batch by batch, in a new random order.",
    "term.epoch.here": "After so many epochs training stops; each adds a point to the curves.",
    "term.seed.text":
        "The number from which the random numbers are made. The same seed gives the same random numbers, and so the same run.",
    "term.seed.here":
        "It decides the initial weights and the order of the samples; the points have a seed of their own, under Data options.",

    // Classes and probabilities.
    "term.decisionRegion.text":
        "A decision region is all points of the plane to which the network gives the same class; a decision boundary is where one region meets another.",
    "term.decisionRegion.here":
        "The background of the map shows the regions. In the middle, where the arms are closest, a few points stay misclassified, for every noisy step shifts the boundary there; zoom in to see it.",
    "term.logit.text":
        "The output layer's sum for one class, before it becomes a probability: any number, written z.",
    "term.logit.here": "Column z, for the place under the pointer.",
    "term.softmax.text":
        "It turns the logits into probabilities: each eᶻ divided by the sum of all of them. Each is between 0 and 1, and together they are 1.",
    "term.softmax.here": "From z to eᶻ to p, step by step, for the place under the pointer.",
    "term.sigmoid.text":
        "1 / (1 + e⁻ᶻ) turns a single logit into a number between 0 and 1. As the output, it judges each class by itself, so that the probabilities need not add up to 1.",
    "term.sigmoid.here": "Choose it as the output instead of softmax.",
    "term.oneHot.text":
        "A class written as a list with 1 in its own place and 0 everywhere else: with three classes, class 2 is [0, 0, 1]. In Keras to_categorical makes such lists; the tutorial calls the result y_cat.",
    "term.oneHot.here": "Move onto a sample on the map: its y_cat appears below the table.",
    "term.crossEntropy.text":
        "The loss of one sample is −log of the probability that its true class was given: 0 if that is 1, and larger the smaller it is. With sigmoid it is binary cross-entropy, the mean over the classes.",
    "term.crossEntropy.here": "Move onto a sample: its loss is worked out below the table.",
    "term.argmax.text":
        "The position of the largest number in a list. The argmax of the probabilities is the class that the network predicts.",
    "term.argmax.here": "“Regions” colours each place of the map by it.",

    // Judging the result.
    "term.accuracy.text": "The share of the samples whose class is predicted correctly.",
    "term.accuracy.here":
        "The training curve has the mean of each epoch, taken while the weights were changing; the report judges by the weights as they are now.",
    "term.confusionMatrix.text":
        "It counts, for the samples of each true class, which class was predicted. What is right stands on the diagonal.",
    "term.confusionMatrix.here":
        "Rows are true classes, columns predicted ones; a cell shows its samples on the map.",
    "term.precision.text":
        "Of the samples that were predicted as a class, the share that does belong to it: in the confusion matrix, the diagonal cell divided by the sum of its column.",
    "term.precision.here": "The report's first column.",
    "term.recall.text":
        "Of the samples that belong to a class, the share that was predicted as it: in the confusion matrix, the diagonal cell divided by the sum of its row.",
    "term.recall.here": "The report's second column.",
    "term.f1.text":
        "The harmonic mean of precision and recall, 2PR / (P + R). It is high only if both are.",
    "term.f1.here": "The report's third column.",
    "term.support.text": "How many of the samples belong to a class, whatever was predicted.",
    "term.support.here": "The report's last column.",
    "term.macroAverage.text":
        "The plain mean of the classes' values: each class counts the same, however many samples it has.",
    "term.macroAverage.here": "The line “macro avg”.",
    "term.weightedAverage.text":
        "The mean of the classes' values, each weighted by its support: a class with more samples counts more.",
    "term.weightedAverage.here":
        "The line “weighted avg”. With as many samples in each class, it equals the macro average.",
    "term.validationSplit.text":
        "The share of the samples that is set aside and not trained on. How the network does on them shows what it has learned beyond the samples it knows.",
    "term.validationSplit.here":
        "Above 0, the curves get a dashed line, and report and matrix can judge either part.",

    // What can go wrong, and what helps.
    "term.localMinimum.text":
        "A place where the gradient is 0 and the loss curves upward in every direction: nothing near it is lower, though somewhere else may be.",
    "term.localMinimum.here":
        "A loss that no longer falls may have come near one; the curve alone cannot tell it from a saddle point or a plateau.",
    "term.globalMinimum.text":
        "The lowest loss that any parameters can reach. Training need not find it: a loss that is low enough, on unseen samples as well, is what counts.",
    "term.globalMinimum.here":
        "The curve shows how low the loss has come, not how low it could be.",
    "term.saddlePoint.text":
        "A place where the gradient is 0 and the loss curves upward in some directions and downward in others, as a saddle does. Near it the steps are small, although there is a way down.",
    "term.saddlePoint.here":
        "‖∇‖ near 0 in all layers says that the loss is level there, but not whether it curves up or down.",
    "term.plateau.text":
        "A whole region in which the loss is almost level: the gradient is nearly 0 everywhere, so that the parameters hardly move.",
    "term.plateau.here":
        "A long level stretch of the curve; sigmoid in all hidden layers with sgd stays at one, near ln 3 = 1.0986 for three classes.",
    "term.vanishingGradient.text":
        "On its way back through the layers the gradient is multiplied by many slopes; if these are well below 1, as with sigmoid, little reaches the first layers, and they hardly learn.",
    "term.vanishingGradient.here": "Compare ‖∇‖ of the first layers with that of the last ones.",
    "term.deadNeuron.text":
        "A neuron that gives the same output for every training sample. With relu that happens when its sum is never positive: its gradient is then 0 and its weights no longer learn.",
    "term.deadNeuron.here": "✕ marks the dead ones among the neurons; Layer by layer counts them.",
    "term.divergence.text":
        "Instead of falling, the loss grows from step to step until it is no finite number. Usually the steps are too large.",
    "term.divergence.here":
        "The page then goes back to the last good weights and suggests a lower learning rate.",
    "term.overfitting.text":
        "The network learns the training samples so closely, noise included, that it does worse on others: the training loss goes on falling while the validation loss rises.",
    "term.overfitting.here":
        "Set a validation split, and watch the gap between the two lines of the Loss curve.",
    "term.regularization.text":
        "It adds a penalty for large weights to the loss. L2, the sum of their squares, keeps all of them smaller; L1, the sum of their absolute values, pushes many of them close to 0.",
    "term.regularization.here":
        "Raise L2 or L1 a little; with these optimizers L1 leaves the weights near 0, not exactly at 0.",
    "term.dropout.text":
        "In every training step a random share of the hidden neurons is left out, so that the network cannot rely on any single one. When it predicts, all take part.",
    "term.dropout.here": "The share that is left out; 0 is none.",
    "term.earlyStopping.text":
        "It ends training once the loss has not improved for some epochs: the validation loss, if there is one.",
    "term.earlyStopping.here": "Switch it on here; patience is how many epochs it waits.",
});

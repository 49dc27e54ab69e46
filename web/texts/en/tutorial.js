/**
 * What the tutorial with live figures says, as HTML. Keys begin with the figure that they belong to;
 * {loss} is a number of that figure's run when it is over, {few_loss} of the variant `few`.
 */

export const tutorial = {
    "page.title": "Three spirals, one network: a tutorial in which every figure trains",
    "page.description":
        "Hyperparameters, learning rate, local minima, optimizers, softmax and cross-entropy, with a neural network to train in every figure.",
    "page.lead":
        "<p>Three arms of 500 points each wind around one centre, and a network has to learn which point lies on which arm. That is all we need to see what the words of deep learning mean.</p><p>Every figure on this page is a small laboratory. Guess first what will happen, then press <b>Train</b> and see. The Keras code beside it does the same run, with the same numbers.</p>",
    "page.still":
        "Scripts are switched off, so the figures stand still; they show how each run ends.",
    "page.contents": "Contents",
    "page.code": "Keras code",
    "page.output": "What it prints",
    "page.open": "Open this run in the full lab",
    "page.lesson": "Open the lesson",
    "page.notebook": "Save as a notebook",
    "page.kept": "The lab as you left it; it wakes when you come near.",
    "page.curves": "The loss, epoch by epoch.",

    "parameters.title": "Parameters and hyperparameters",
    "parameters.text":
        "<p>A <dfn>parameter</dfn> is a number that training finds: each weight and each bias of the network. A <dfn>hyperparameter</dfn> is a number that you choose before training begins: the learning rate, how many epochs to train, how many hidden layers, how many units in each, and the batch size.</p><p>The second kind decides how many there are of the first. A dense layer has a weight from each input to each unit, and a bias for each unit:</p>",
    "parameters.formula":
        "<p>for <i>n</i> inputs and <i>m</i> units. The layers of this figure have 384, 8,256, 2,080, 528 and 51.</p>",
    "parameters.after":
        "<p>In the figure, 128-64-32-16 gives {parameters} parameters. Leave a single hidden layer of 8 units, and only {few_parameters} are left; the same ten epochs then end at {few_accuracy} instead of {accuracy}.</p>",
    "parameters.caption":
        "Ten epochs of the whole network. Press Train: the parameters change with every batch, the hyperparameters do not.",
    "parameters.alt":
        "Three spiral arms on their decision regions, which follow the arms: after ten epochs {accuracy} of the points are classified correctly.",

    "learning-rate.title": "The learning rate",
    "learning-rate.text":
        "<p>Training goes downhill: each step moves the parameters against the slope of the loss. The <dfn>learning rate</dfn> η says how far.</p>",
    "learning-rate.after":
        "<p>With 0.0001 the loss falls steadily but slowly, to {loss} after ten epochs. With 0.01 it comes to {right_loss}, and {right_accuracy} are correct. With 1 the steps are so large that they throw the weights about: the first epoch's loss is {large_firstLoss}, and in the end the network can only guess ({large_accuracy}).</p><p>Of all hyperparameters, try this one first, and change it by factors of ten or three, not by small amounts.</p>",
    "learning-rate.caption":
        "It begins with 0.0001. Train it, then try 0.01 and 1, and compare the curves.",
    "learning-rate.alt":
        "Three spiral arms on regions that cut across them: with a learning rate of 0.0001, {accuracy} are classified correctly after ten epochs.",

    "valleys.title": "Local minima, saddle points and plateaus",
    "valleys.text":
        "<p>The loss is a landscape over thousands of parameters. Where its slope is zero, gradient descent stands still, and there are several kinds of such places.</p>",

    "local-minimum.title": "Local minima",
    "local-minimum.text":
        "<p>A <dfn>local minimum</dfn> is the bottom of a valley that is not the deepest one. To get caught, a network must be small. This one has three hidden units and {parameters} parameters.</p>",
    "local-minimum.after":
        "<p>From this start the loss comes to {loss} and stays about there. The same network, begun with seed 5, reaches {other_loss}: so there was a deeper place, and no way to it that only goes down. In wide networks this is rare, since among thousands of directions one nearly always goes down.</p>",
    "local-minimum.caption":
        "Train it to the end, then give it the seed 5. A curve alone cannot prove a minimum, but the two ends show that the first was not the best.",
    "local-minimum.alt":
        "Three spiral arms, cut by a few nearly straight borders: with three hidden units {accuracy} are classified correctly, and it gets no better.",

    "saddle.title": "Saddle points",
    "saddle.text":
        "<p>At a <dfn>saddle point</dfn> the slope is zero too, but some directions lead down. If all weights begin at zero, all units of a layer are alike, and no gradient ever tells them apart.</p>",
    "saddle.after":
        "<p>The loss stays at {loss}. That is ln 3 (1.0986), the loss of guessing among three classes. Random initial weights lead away from this saddle at once: the same ten epochs then end at {random_loss}.</p>",
    "saddle.caption":
        "All weights begin at zero. Train, then choose glorot_uniform as the initializer.",
    "saddle.alt":
        "Three spiral arms on a ground of one colour: the network gives every point the same class.",

    "plateau.title": "Plateaus",
    "plateau.text":
        "<p>A <dfn>plateau</dfn> does go down, but so gently that nothing seems to happen. Four layers of sigmoids make one: the slope of a sigmoid is 0.25 at most, and on the way back to the first layer four such slopes are multiplied.</p>",
    "plateau.after":
        "<p>After twenty epochs the loss is still {loss}. With relu, whose slope is 1 wherever a unit is active, it is {relu_loss}. And with the sigmoids kept, but Adam with 0.01 as the optimizer, it is {adam_loss}: Adam divides each step by the usual size of its gradient, so even a small slope is enough.</p>",
    "plateau.caption":
        "Sigmoid with plain SGD. Change the activation to relu, or the optimizer to adam and the rate to 0.01.",
    "plateau.alt": "The loss over twenty epochs: a level line at {loss}.",

    "optimizers.title": "Optimizers",
    "optimizers.text":
        "<p>An <dfn>optimizer</dfn> turns gradients into steps. <b>SGD</b> takes the gradient as it is. <b>RMSprop</b> divides it, for each parameter, by the size of its recent gradients. <b>Adam</b> does that as well, and averages the direction over the last steps.</p>",
    "optimizers.after":
        "<p>With a rate of 0.01, ten epochs bring SGD to {accuracy}, RMSprop to {rmsprop_accuracy} and Adam to {adam_accuracy}. But one rate for all is not a fair race: with 0.1, SGD has {fair_accuracy}. Each optimizer needs a learning rate of its own.</p>",
    "optimizers.caption":
        "Train with sgd, then with rmsprop and with adam; the curves of earlier runs stay. Then give sgd a rate of 0.1.",
    "optimizers.alt":
        "The loss over ten epochs of SGD with a rate of 0.01: it falls slowly, from {firstLoss} to {loss}.",

    "softmax.title": "One-hot, softmax and cross-entropy",
    "softmax.text":
        "<p>With two classes one output is enough, and 0.5 is the limit between yes and no. With three, the network has an output for each class, and the label becomes as many numbers: class 2 is [0, 0, 1]. This is called <dfn>one-hot</dfn>.</p><p>The raw outputs <i>z</i> may be any numbers. <dfn>Softmax</dfn> makes probabilities of them, each between 0 and 1, with a sum of 1:</p>",
    "softmax.entropy":
        "<p>The largest wins. How good the answer was is told by the <dfn>cross-entropy</dfn>. Of a one-hot label only the 1 counts, so what is left is the logarithm of the probability of the true class:</p>",
    "softmax.true": "true",
    "softmax.after":
        "<p>A certain and right answer costs nothing. A guess among three costs ln 3, about 1.10, which is where every training begins. A certain and wrong answer costs more than anything else.</p><p>Softmax is for points that belong to exactly one class (<dfn>multi-class</dfn>). Where several labels may be true at once (<dfn>multi-label</dfn>), each output gets a sigmoid of its own and is compared with 0.5; the sum then need not be 1.</p>",
    "softmax.caption":
        "Train, then point at the map, or touch it: the table follows the numbers from <i>z</i> to <i>p</i> and, on a point, to the loss.",
    "softmax.alt":
        "Three spiral arms on their decision regions: after ten epochs {accuracy} are classified correctly.",

    "exercise.title": "The exercise",
    "exercise.text": "<p>Now all of it together, from the points to the report.</p>",
    "data.title": "Make the spirals",
    "data.text":
        "<p>Each arm goes out from the centre while its angle grows by 4 radians, with a little noise. The generator has a fixed seed, so everybody gets the same 1,500 points. The labels are made one-hot for the loss.</p>",
    "network.title": "Build the network",
    "network.text":
        "<p>Two inputs, hidden layers of 128, 64, 32 and 16 units with relu, and three outputs with softmax; Adam with a rate of 0.01, and categorical cross-entropy as the loss.</p>",

    "training.title": "Train for 50 epochs",
    "training.text":
        "<p>1,500 points in batches of 32 are 47 steps an epoch. The code gives Keras the same initial weights and the same order of the points as the lab has, so you can compare the lines:</p>",
    "training.after":
        "<p>Most is learned in the first few epochs. The ups and downs at the end are not a fault: each batch is another sample of the points, and each step moves the borders a little. The last epoch has a loss of {loss} and an accuracy of {accuracy}.</p>",
    "training.caption":
        "The whole run. Choose a slower speed to watch the regions take shape, batch by batch.",
    "training.alt":
        "Three spiral arms, each within its own region: after 50 epochs {accuracy} are classified correctly.",

    "report.title": "Decision regions and report",
    "report.text":
        "<p>The map asks the trained network about each place in the plane and colours it with the answer. The report counts for each class: <dfn>precision</dfn>, how many of the points it was given to are right; <dfn>recall</dfn>, how many of its own points were found; and F1, their harmonic mean.</p>",
    "report.after":
        "<p>{wrong} points are wrong. You might blame the noise, but the arms do not overlap; only at the centre, where all three begin in one point, are they close together. There each noisy step shifts a border, and a few points fall on the wrong side.</p>",
    "report.caption":
        "Choose a number of the report or a cell of the matrix: the map shows the points behind it.",
    "report.alt":
        "The trained network's decision regions; the {wrong} wrong points lie near the centre.",

    "next.title": "What to try next",
    "next.text": "<p>Each of these opens in the full lab. Guess first.</p>",
    "next.straight":
        "Leave out all hidden layers. What shape can the borders have, and how many points can be right?",
    "next.smallest":
        "Begin with eight hidden units and add more. What is the smallest network that reaches 95%?",
    "next.decay":
        "Let the learning rate fall to zero along a cosine. How many points are wrong in the end?",
    "next.overfit":
        "Few points, much noise, and half of them set aside for validation. What do the two loss curves do?",
};

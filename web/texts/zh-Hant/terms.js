/** The names of the terms that the glossary explains. */

/** @type {Record<keyof typeof import("../en/terms.js").terms, string>} */
export const terms = {
    // The network.
    "term.neuron": "神經元 (neuron, unit)",
    "term.hiddenLayer": "隱藏層 (hidden layer)",
    "term.parameter": "參數 (parameter)",
    "term.weightAndBias": "權重與偏差 (weight, bias)",
    "term.activation": "活化函數 (activation function)",
    "term.relu": "ReLU",
    "term.batchNorm": "批次正規化 (batch normalization)",

    // Training.
    "term.hyperparameter": "超參數 (hyperparameter)",
    "term.loss": "損失 (loss)",
    "term.gradient": "梯度 (gradient)",
    "term.gradientDescent": "梯度下降 (gradient descent)",
    "term.backpropagation": "向後傳播 (backpropagation)",
    "term.optimizer": "優化器 (optimizer)",
    "term.sgd": "SGD（隨機梯度下降）",
    "term.momentum": "動量 (momentum)",
    "term.rmsprop": "RMSprop",
    "term.adam": "Adam",
    "term.learningRate": "學習率 (learning rate)",
    "term.batch": "批次 (batch)、批次量 (batch size)",
    "term.iteration": "迭代 (iteration)",
    "term.epoch": "週期 (epoch)",
    "term.seed": "亂數種子 (seed)",

    // Classes and probabilities.
    "term.decisionRegion": "決策區域、決策邊界 (decision region, decision boundary)",
    "term.logit": "logit",
    "term.softmax": "softmax",
    "term.sigmoid": "sigmoid",
    "term.oneHot": "one-hot 編碼 (y_cat, to_categorical)",
    "term.crossEntropy": "交叉熵 (cross-entropy)",
    "term.argmax": "argmax",

    // Judging the result.
    "term.accuracy": "準確率 (accuracy)",
    "term.confusionMatrix": "混淆矩陣 (confusion matrix)",
    "term.precision": "精確率 (precision)",
    "term.recall": "召回率 (recall)",
    "term.f1": "F1 分數 (f1-score)",
    "term.support": "樣本數 (support)",
    "term.macroAverage": "巨觀平均 (macro average)",
    "term.weightedAverage": "加權平均 (weighted average)",
    "term.validationSplit": "驗證比例 (validation split)",

    // What can go wrong, and what helps.
    "term.localMinimum": "局部極小值 (local minimum)",
    "term.globalMinimum": "全域極小值 (global minimum)",
    "term.saddlePoint": "鞍點 (saddle point)",
    "term.plateau": "高原 (plateau)",
    "term.vanishingGradient": "梯度消失 (vanishing gradient)",
    "term.deadNeuron": "失效的神經元 (dead neuron)",
    "term.divergence": "發散 (divergence)",
    "term.overfitting": "過度擬合 (overfitting)",
    "term.regularization": "正則化 (regularization, L1, L2)",
    "term.dropout": "丟棄法 (dropout)",
    "term.earlyStopping": "提早停止 (early stopping)",
};

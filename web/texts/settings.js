/** The settings: names and explanations. Every text is [Traditional Chinese, English]. @satisfies {Record<string, [string, string]>} */
export const settings = {
    settings: ["設定", "Settings"],
    training: ["訓練", "Training"],
    data: ["資料", "Data"],
    network: ["網路", "Network"],
    optimizing: ["優化", "Optimizer"],
    regularization: ["正則化", "Regularization"],
    scheduling: ["學習率排程", "Rate schedule"],
    stopping: ["提早停止", "Early stopping"],
    on: ["開", "on"],
    off: ["關", "off"],
    none: ["無", "none"],

    dataset: ["資料", "Data"],
    "dataset.help": [
        "要分開的點排成的形狀；螺旋最難。",
        "The shape to tell apart; spirals are hardest.",
    ],
    "dataset.spirals": ["螺旋", "Spirals"],
    "dataset.moons": ["雙月", "Moons"],
    "dataset.circles": ["同心圓", "Circles"],
    "dataset.blobs": ["群聚", "Blobs"],
    learningRate: ["學習率", "Learning rate"],
    "learningRate.help": [
        "每一步更新權重的幅度；越大越快，太大會來回震盪。",
        "How far a step moves the weights; larger is faster, until it overshoots.",
    ],
    batchSize: ["批次量", "Batch size"],
    "batchSize.help": [
        "每次更新權重所看的樣本；越多越平穩，次數越少。",
        "Samples per weight update; larger gives steadier but fewer updates.",
    ],
    layers: ["隱藏層", "Hidden layers"],
    "layers.help": [
        "各層的單元數；越多，邊界越能彎；清空一格就拿掉那層。",
        "Their units; more bend the border more. Empty a box to remove it.",
    ],
    "layers.none": ["沒有隱藏層：softmax 迴歸", "None: softmax regression"],
    "layers.none.sigmoid": ["沒有隱藏層：邏輯迴歸", "None: logistic regression"],
    "layers.units": ["第 {layer} 層的單元數", "Units of layer {layer}"],
    "layers.add": ["加一層", "Add a layer"],
    "layers.add.help": ["在最後加一層隱藏層", "Add a hidden layer at the end"],
    "layers.remove": ["拿掉最後一層", "Remove the last layer"],
    "layers.total": ["{count} 個參數", "{count} params"],
    "layers.parameters": ["第 {layer} 層有 {count} 個參數", "Layer {layer} has {count} parameters"],
    "layers.detail": ["逐層看", "Layer by layer"],
    "layers.detail.help": [
        "‖W‖ 是權重、‖∇‖ 是上一步梯度的大小：梯度近 0 就學不動；死單元對所有樣本都輸出同一個值。",
        "‖W‖ is the size of the weights, ‖∇‖ of the last step's gradient: near 0, learning stalls. A dead unit answers all samples alike.",
    ],
    "layers.activation": ["第 {layer} 層的活化函數", "Activation of layer {layer}"],
    "layers.common": ["共用", "common"],
    "layers.removeOne": ["拿掉第 {layer} 層", "Remove layer {layer}"],
    "layers.hidden": ["{layer} · {units}", "{layer} · {units}"],
    "layers.output": ["輸出 {units}", "Output {units}"],
    "layers.dead": ["死 {dead}/{units}", "dead {dead}/{units}"],
    epochs: ["週期 epochs", "Epochs"],
    "epochs.help": [
        "整份資料看過幾遍才停；越多，學得越久。",
        "Passes over the data before it stops; more lets it learn for longer.",
    ],
    seed: ["亂數種子", "Seed"],
    "seed.help": [
        "決定初始權重與批次順序；種子相同，結果就相同。",
        "Draws first weights and batch order; the same seed, the same run.",
    ],

    classes: ["類別數", "Classes"],
    "classes.help": [
        "有幾條螺旋臂（或幾群），輸出就有幾類；越多靠得越近。",
        "Arms or blobs, one a class; more of them lie closer together.",
    ],
    points: ["每類點數", "Points per class"],
    "points.help": [
        "每一類的資料點；越多越密，一個週期也越久。",
        "Points of each class; more are denser and make epochs longer.",
    ],
    noise: ["雜訊", "Noise"],
    "noise.help": [
        "點偏離形狀的程度；越大，各類越混在一起。",
        "How far points stray from their shape; more mixes the classes.",
    ],
    turn: ["旋轉角度", "Turn"],
    "turn.help": [
        "每條臂轉多少弧度；越大，邊界越難學。",
        "How far each arm winds, in radians; more makes it harder.",
    ],
    factor: ["內圓比例", "Inner circle"],
    "factor.help": [
        "內圓半徑是外圓的幾倍；越接近 1，兩圈越難分。",
        "Its radius as a share of the outer; near 1 they are hard to part.",
    ],
    clusterStd: ["群的寬度", "Blob width"],
    "clusterStd.help": [
        "每群點散開的標準差；越大，各群越重疊。",
        "Standard deviation of a blob; larger makes blobs overlap.",
    ],
    dataSeed: ["資料種子", "Data seed"],
    "dataSeed.help": [
        "決定雜訊怎麼落；換一個，就是另一批點。",
        "Draws the noise; another seed gives other points.",
    ],
    validationSplit: ["驗證比例", "Validation split"],
    "validationSplit.help": [
        "留下多少資料不訓練、只驗證；越大，驗證越準，能學的越少。",
        "Share kept from training to check it; more checks better, teaches less.",
    ],

    activation: ["活化函數", "Activation"],
    "activation.help": [
        "各隱藏層共用的非線性函數；用 linear，再多層也只是直線。",
        "The function that every hidden layer applies; linear draws only straight lines.",
    ],
    initializer: ["初始化", "Initializer"],
    "initializer.help": [
        "初始權重怎麼抽；he 的比 glorot 大，全是 zeros 就學不動。",
        "How first weights are drawn; he draws larger than glorot, zeros never learns.",
    ],
    output: ["輸出", "Output"],
    "output.help": [
        "softmax 讓各類機率和為 1；sigmoid 各類各自判斷，以 0.5 為界。",
        "Softmax makes the classes' sum 1; sigmoid judges each alone, at 0.5.",
    ],
    batchNorm: ["批次正規化", "Batch normalization"],
    "batchNorm.help": [
        "每層先把批次拉回平均 0、變異數 1；深的網路學得較穩。",
        "Brings each layer's batch to mean 0, variance 1; steadies deep networks.",
    ],

    optimizer: ["優化器", "Optimizer"],
    "optimizer.help": [
        "怎麼用梯度更新權重；adam 會替每個權重調整步伐。",
        "How gradients move weights; adam fits the step to each weight.",
    ],
    momentum: ["動量", "Momentum"],
    "momentum.help": [
        "保留多少上一步的方向；越大衝得越快，也越難轉彎。",
        "How much of the last step is kept; more runs faster, turns slower.",
    ],
    rho: ["衰減 rho", "Rho"],
    "rho.help": [
        "梯度平方的平均記得多久；越大越久，步伐越平穩。",
        "How long squared gradients are remembered; larger is steadier.",
    ],
    beta1: ["beta 1", "Beta 1"],
    "beta1.help": [
        "梯度平均記得多久；越大，方向越平穩。",
        "How long gradients are remembered; larger keeps the direction.",
    ],
    beta2: ["beta 2", "Beta 2"],
    "beta2.help": [
        "梯度平方的平均記得多久；越大，步伐越平穩。",
        "How long squared gradients are remembered; larger is steadier.",
    ],
    epsilon: ["epsilon", "Epsilon"],
    "epsilon.help": [
        "加在分母，避免除以 0；越大，步伐越小。",
        "Added to the divisor against 0; larger makes steps smaller.",
    ],
    clipNorm: ["梯度上限", "Clip norm"],
    "clipNorm.help": [
        "梯度整體最大可以多長；越小越不易發散，0 是不限。",
        "Caps the gradient's length; lower prevents divergence, 0 is no cap.",
    ],

    dropout: ["丟棄率 dropout", "Dropout"],
    "dropout.help": [
        "訓練時隨機關掉多少單元；越大越不易死背，學得也越慢。",
        "Share of units left out at random; more memorizes less, learns slower.",
    ],
    l2: ["L2 懲罰", "L2 penalty"],
    "l2.help": [
        "權重平方加進損失的份量；越大，權重越小、邊界越平滑。",
        "Weight of squared weights in the loss; more smooths the border.",
    ],
    l1: ["L1 懲罰", "L1 penalty"],
    "l1.help": [
        "權重絕對值加進損失的份量；越大，越多權重變成 0。",
        "Weight of absolute weights in the loss; more makes many of them 0.",
    ],
    weightDecay: ["權重衰減", "Weight decay"],
    "weightDecay.help": [
        "adamw 每一步縮小權重的比例；越大，權重越小。",
        "How much adamw shrinks weights a step; more keeps them smaller.",
    ],

    schedule: ["排程", "Schedule"],
    "schedule.help": [
        "學習率隨時間怎麼變；先大後小，最後走得較穩。",
        "How the rate changes with time; a falling one settles better.",
    ],
    decaySteps: ["衰減步數", "Decay steps"],
    "decaySteps.help": [
        "多少步走完一次衰減；越多，學習率降得越慢。",
        "Steps that one decay takes; with more the rate falls slower.",
    ],
    decayRate: ["衰減倍率", "Decay rate"],
    "decayRate.help": [
        "每次衰減乘上多少；越接近 1，降得越慢。",
        "What a decay multiplies by; near 1 the rate falls slower.",
    ],
    plateauPatience: ["停滯等待", "Plateau patience"],
    "plateauPatience.help": [
        "損失停滯幾個週期才降學習率；越多越有耐心。",
        "Epochs without a better loss before the rate falls; more waits longer.",
    ],

    earlyStopping: ["提早停止", "Early stopping"],
    "earlyStopping.help": [
        "損失不再下降就停；有驗證資料時看驗證損失。",
        "Stop when the loss (of validation, if there is any) falls no more.",
    ],
    patience: ["耐心", "Patience"],
    "patience.help": [
        "幾個週期沒有進步才停；越大，等得越久。",
        "Epochs without progress before it stops; more waits longer.",
    ],
    minDelta: ["最小進步", "Least progress"],
    "minDelta.help": [
        "損失至少降多少才算進步；越大，停得越早。",
        "How much the loss must fall to count as progress; larger stops sooner.",
    ],
    restoreBestWeights: ["還原最佳權重", "Restore best weights"],
    "restoreBestWeights.help": [
        "停止時回到損失最低的那個週期。",
        "When it stops, go back to the epoch with the lowest loss.",
    ],
};

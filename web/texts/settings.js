/** The settings: names and explanations. Every text is [Traditional Chinese, English]. @satisfies {Record<string, [string, string]>} */
export const settings = {
    training: ["訓練", "Training"],
    data: ["資料", "Data"],
    settings: ["設定", "Settings"],
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
        "依序填各層單元數；越多，邊界越能彎。也可填 none。",
        "Units, layer by layer; more bend the border more. Or none.",
    ],
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
        "螺旋臂有幾條，輸出就有幾類；越多靠得越近。",
        "Arms of the spiral, one a class; more arms lie closer together.",
    ],
    points: ["每類點數", "Points per class"],
    "points.help": [
        "每條臂上的資料點；越多越密，一個週期也越久。",
        "Points on each arm; more makes arms denser and epochs longer.",
    ],
    noise: ["雜訊", "Noise"],
    "noise.help": [
        "點偏離螺旋臂的程度；越大，各類越混在一起。",
        "How far points stray from their arm; more makes the arms mix.",
    ],
    turn: ["旋轉角度", "Turn"],
    "turn.help": [
        "每條臂轉多少弧度；越大，邊界越難學。",
        "How far each arm winds, in radians; more makes it harder.",
    ],
    dataSeed: ["資料種子", "Data seed"],
    "dataSeed.help": [
        "決定雜訊怎麼落；換一個，就是另一批點。",
        "Draws the noise; another seed gives other points.",
    ],
};

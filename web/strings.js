/** Everything the page says, in both its languages. {name} is filled in by translate(). */

/** @typedef {"zh-Hant" | "en"} Language */

/** Every text is [Traditional Chinese, English]. @satisfies {Record<string, [string, string]>} */
const table = {
    title: ["螺旋實驗室", "Spiral Lab"],
    subtitle: ["看神經網路學會分開螺旋", "Watch a network learn to tell spirals apart"],
    language: ["語言", "Language"],
    theme: ["外觀", "Theme"],
    "theme.auto": ["自動", "Auto"],
    "theme.light": ["淺色", "Light"],
    "theme.dark": ["深色", "Dark"],

    training: ["訓練", "Training"],
    data: ["資料", "Data"],
    map: ["決策區域", "Decision regions"],
    results: ["結果", "Results"],
    settings: ["設定", "Settings"],
    loss: ["損失 loss", "Loss"],
    accuracy: ["準確率 accuracy", "Accuracy"],
    report: ["分類報告", "Classification report"],
    copy: ["複製", "Copy"],
    copied: ["已複製", "Copied"],
    "copy.help": ["把分類報告複製成文字", "Copy the classification report as text"],
    "copy.failed": ["瀏覽器不允許複製。", "The browser does not allow copying."],

    play: ["開始訓練", "Train"],
    goOn: ["繼續訓練", "Go on"],
    pause: ["暫停", "Pause"],
    batch: ["一個批次", "1 batch"],
    epoch: ["一個週期", "1 epoch"],
    reset: ["重設", "Reset"],
    speed: ["速度", "Speed"],
    "play.help": [
        "一直訓練到設定的週期數為止",
        "Train until the chosen number of epochs is reached",
    ],
    "batch.help": ["只用一個批次更新一次權重", "Take one mini-batch: the weights are updated once"],
    "epoch.help": ["訓練到這個週期（epoch）結束", "Train to the end of this epoch"],
    "reset.help": ["回到訓練前的初始權重", "Go back to the weights before training"],
    "speed.help": [
        "每秒訓練幾個批次；慢一點看得清楚",
        "How many batches a second; slower shows more",
    ],
    "speed.rate": ["每秒 {rate} 批", "{rate} batches/s"],
    "speed.full": ["全速", "Full speed"],

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

    "bad.number": [
        "「{given}」不是數字；請輸入 {minimum} 到 {maximum} 的數字。",
        "“{given}” is not a number; enter a number from {minimum} to {maximum}.",
    ],
    "bad.empty": [
        "這裡不能空白；請輸入 {minimum} 到 {maximum} 的數字。",
        "This cannot be empty; enter a number from {minimum} to {maximum}.",
    ],
    "bad.whole": [
        "「{given}」不是整數；請輸入 {minimum} 到 {maximum} 的整數。",
        "“{given}” is not a whole number; enter one from {minimum} to {maximum}.",
    ],
    "bad.small": [
        "{given} 太小；可以用 {minimum} 到 {maximum}。",
        "{given} is too small; {minimum} to {maximum} are allowed.",
    ],
    "bad.large": [
        "{given} 太大；可以用 {minimum} 到 {maximum}。",
        "{given} is too large; {minimum} to {maximum} are allowed.",
    ],
    "bad.choice": [
        "沒有「{given}」這個選項；可以用 {choices}。",
        "There is no “{given}”; choose from {choices}.",
    ],
    "bad.boolean": [
        "「{given}」不能用；只能開啟（true）或關閉（false）。",
        "“{given}” will not do; it is either on (true) or off (false).",
    ],
    "bad.layers": [
        "{given} 層太多；隱藏層最多 {maximum} 層。",
        "{given} hidden layers are too many; there can be at most {maximum}.",
    ],
    "bad.units": [
        "「{given}」不能當單元數；每層可以有 {minimum} 到 {maximum} 個單元。",
        "“{given}” cannot be a layer's units; each layer can have {minimum} to {maximum}.",
    ],
    "bad.setting": ["沒有「{given}」這項設定。", "There is no setting “{given}”."],

    "error.diverged": [
        "第 {step} 步發散了：步伐太大，損失不再是有限的數。已退回第 {epoch} 週期的權重；請調小學習率。",
        "Training diverged at step {step}: the steps are too large for a finite loss. Epoch {epoch} is kept; lower the learning rate.",
    ],
    "error.tenth": ["學習率改為十分之一", "Try a tenth of the rate"],
    "error.too_large": [
        "這些設定合起來需要太多記憶體；請減少隱藏層、單元數、批次量或點數。",
        "These settings together need too much memory; use fewer layers, units, points or a smaller batch size.",
    ],
    "error.memory": [
        "記憶體不夠做這件事；請減少隱藏層、單元數或點數。",
        "There is not enough memory for this; use fewer layers, units or points.",
    ],
    "error.points_x": ["每個座標都必須是有限的數。", "Every coordinate must be a finite number."],
    "error.points_y": [
        "每個標籤都必須是小於類別數的整數。",
        "Every label must be a whole number below the number of classes.",
    ],
    "error.samples": ["資料點太少或太多。", "There are too few or too many points."],
    "error.split": [
        "這樣切分，訓練或驗證會沒有資料；請調整驗證比例或增加點數。",
        "This validation split leaves nothing to train on or to validate with; change it or add points.",
    ],
    "error.fixed": [
        "這項設定不能在訓練途中改變；請重新開始。",
        "This setting cannot change while training goes on; start anew.",
    ],
    "error.file": ["這不是螺旋實驗室儲存的模型。", "This is not a saved Spiral Lab model."],
    "error.file_version": [
        "這個模型是另一個版本的螺旋實驗室儲存的。",
        "This model was saved by another version of Spiral Lab.",
    ],
    "error.file_damaged": [
        "這個模型檔案已損壞或不完整。",
        "This saved model is damaged or incomplete.",
    ],
    "error.digits": ["小數位數超出範圍。", "The number of digits is out of range."],
    "error.internal": [
        "程式出了意外的錯誤：{message}",
        "Something unexpected went wrong: {message}",
    ],
    "error.noWasm": [
        "這個瀏覽器不支援 WebAssembly，請改用較新的瀏覽器。",
        "This browser has no WebAssembly; please use a newer one.",
    ],
    "error.noSimd": [
        "這個瀏覽器的 WebAssembly 沒有 SIMD，請改用較新的瀏覽器。",
        "This browser's WebAssembly has no SIMD; please use a newer one.",
    ],
    "error.wasmRefused": [
        "這個網頁的安全性政策不允許 WebAssembly；需要在 script-src 加上 'wasm-unsafe-eval'。",
        "This page's security policy refuses WebAssembly; its script-src needs 'wasm-unsafe-eval'.",
    ],

    "map.description": [
        "地圖：{classes} 個類別、{samples} 個點，以及網路的決策區域；第 {epoch} 個週期，目前答對 {accuracy}。",
        "Map: {samples} points of {classes} classes over the network's decision regions; after epoch {epoch} it gets {accuracy} right.",
    ],
    "curve.none": ["{name}：還沒有訓練。", "{name}: nothing trained yet."],
    "curve.description": [
        "{name}：{epochs} 個週期，從 {first} 到 {last}。",
        "{name}: {epochs} epochs, from {first} to {last}.",
    ],
    "curve.value": ["第 {epoch} 週期 {value}", "epoch {epoch}: {value}"],
    "say.start": ["開始訓練。", "Training started."],
    "say.epoch": ["第 {epoch} 個週期，準確率 {accuracy}。", "Epoch {epoch}, accuracy {accuracy}."],
    "say.paused": [
        "在第 {epoch} 個週期暫停，準確率 {accuracy}。",
        "Paused at epoch {epoch}, accuracy {accuracy}.",
    ],
    "say.finished": [
        "訓練完 {epoch} 個週期：損失 {loss}，準確率 {accuracy}。",
        "Finished epoch {epoch}: loss {loss}, accuracy {accuracy}.",
    ],
    "say.reset": ["已回到初始權重。", "Back at the first weights."],
};

/** @typedef {keyof typeof table} Key */

/** @type {readonly Language[]} */
export const languages = ["zh-Hant", "en"];

/** Whether the table has a text of that name. @param {string} key @returns {key is Key} */
export const isKey = (key) => Object.hasOwn(table, key);

/** The language that a tag such as "zh-TW" or "en-GB" asks for; English for what is not Chinese. @param {string} tag @returns {Language} */
export const languageOf = (tag) => (/^zh\b/i.test(tag) ? "zh-Hant" : "en");

/** @param {Language} language @param {Key} key @param {Record<string, string | number>} [values] */
export function translate(language, key, values = {}) {
    const text = table[key][languages.indexOf(language)];
    return text.replace(/\{(\w+)\}/g, (_, /** @type {string} */ name) => String(values[name]));
}

/** The texts' language, and whoever must be told when it changes. */
export class Localizer {
    /** @type {(() => void)[]} */ #updates = [];

    /** @param {Language} language */
    constructor(language) {
        this.language = language;
    }

    /** @param {Key} key @param {Record<string, string | number>} [values] */
    t(key, values) {
        return translate(this.language, key, values);
    }

    /** Runs now, and again whenever the language changes. @param {() => void} update */
    bind(update) {
        this.#updates.push(update);
        update();
    }

    /** @param {Language} language */
    change(language) {
        this.language = language;
        for (const update of this.#updates) update();
    }
}

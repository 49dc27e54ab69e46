/** What was wrong and what is allowed. Every text is [Traditional Chinese, English]. @satisfies {Record<string, [string, string]>} */
export const errors = {
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
    "error.diverged": [
        "第 {step} 步發散了：步伐太大，損失不再是有限的數。已退回第 {epoch} 週期的權重；請調小學習率。",
        "Training diverged at step {step}: too large a step, no finite loss. Back at epoch {epoch}; lower the learning rate.",
    ],
    "error.dead": [
        "第 {layer} 隱藏層的單元全死了：對所有樣本都給同樣的輸出，再訓練也學不動。請把學習率調小，再重新開始。",
        "All units of hidden layer {layer} are dead: they answer every sample alike, so nothing more is learnt. Lower the learning rate and start anew.",
    ],
    "offer.tenth": ["學習率改為十分之一", "Try a tenth of the rate"],
    "offer.anew": ["重新開始", "Start anew"],
    "offer.lower": ["學習率改為十分之一，重新開始", "Start anew with a tenth of the rate"],
    "offer.back": ["回到訓練好的網路", "Back to the trained network"],
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
};

/** What is said of a run that a link claims, and of handing one in. */

/** @type {Record<keyof typeof import("../en/claims.js").claims, string>} */
export const claims = {
    // Handing in, in a lesson.
    "handIn.copy": "複製作業連結",
    "handIn.copied":
        "已複製。貼到老師指定的地方就好；打開連結的人會看到同樣的訓練重跑一次，也會看到結果屬實。",
    "handIn.line": "已複製。貼到老師指定的地方就好；老師檢查作業的網頁讀得懂這一行。",
    "handIn.select": "瀏覽器不允許複製，請選取這個連結自己複製：",
    "handIn.link": "作業連結",
    "handIn.points": "這次訓練沒辦法用連結交，因為資料點不是由設定產生的。",
    "handIn.none":
        "這次訓練沒辦法當作業交，因為沒有連結能重現它：訓練途中改過設定，或是從檔案接著訓練。按「{again}」一次練完就可以了。",

    // A link that claims something has been trained.
    "claim.task": "這是課程「{title}」第 {step} 步的作業。",
    "claim.holds":
        "這個連結的結果屬實：同樣訓練 {steps} 個批次，得到一模一樣的權重。訓練準確率 {accuracy}。",
    "claim.fails":
        "這個連結的結果不符：訓練 {steps} 個批次，得到的權重和它說的不一樣。訓練準確率 {accuracy}。",
    "claim.none": "這個連結沒有檢查碼，沒說訓練的結果該是什麼。",
    "claim.done": "任務完成，第 {epoch} 個週期達成。",

    // What does not hold.
    "claim.weights": "訓練 {steps} 個批次，得到的權重和連結說的不一樣。",
    "claim.diverged": "訓練發散了。",
    "claim.accuracy": "連結說準確率是 {claimed}，實際跑出來是 {found}。",
    "claim.unmet": "但是這次訓練沒有達成任務。",
    "claim.changed": "但是除了任務允許的，還改了：{names}。",
    "claim.length": "但是任務要訓練 {wanted} 個週期，這次是 {epochs} 個。",
    "claim.noTask": "但是這一課的第 {step} 步沒有任務。",
    "claim.noLesson": "這裡沒有這份課程，所以只檢查了訓練的結果。",
};

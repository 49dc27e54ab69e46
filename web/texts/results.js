/** Curves and report. Every text is [Traditional Chinese, English]. @satisfies {Record<string, [string, string]>} */
export const results = {
    results: ["結果", "Results"],
    loss: ["損失 loss", "Loss"],
    accuracy: ["準確率 accuracy", "Accuracy"],
    report: ["分類報告", "Classification report"],
    copy: ["複製", "Copy"],
    copied: ["已複製", "Copied"],
    "copy.help": ["把分類報告複製成文字", "Copy the classification report as text"],
    "copy.failed": ["瀏覽器不允許複製。", "The browser does not allow copying."],
    "curve.none": ["{name}：還沒有訓練。", "{name}: nothing trained yet."],
    "curve.description": [
        "{name}：{epochs} 個週期，從 {first} 到 {last}。",
        "{name}: {epochs} epochs, from {first} to {last}.",
    ],
    "curve.value": ["第 {epoch} 週期 {value}", "epoch {epoch}: {value}"],
};

/** Links, embedding and what is taken home. Every text is [Traditional Chinese, English]. @satisfies {Record<string, [string, string]>} */
export const share = {
    share: ["分享", "Share"],
    "share.title": ["分享與帶走", "Share and take home"],
    "share.open": [
        "連結、嵌入、模型、Keras 程式與圖檔",
        "Link, embedding, model, Keras code, pictures",
    ],
    "help.share": [
        "連結、嵌入碼、模型檔、Keras 程式、紀錄與圖檔。",
        "A link, a snippet to embed, the model as a file, Keras code, history and pictures.",
    ],
    "share.link": ["連結", "Link"],
    "share.link.help": [
        "打開就是這些設定、這個畫面，並訓練過同樣的 {steps} 個批次。",
        "Opens these settings and this view, trained for the same {steps} batches.",
    ],
    "share.link.fresh": ["打開就是這些設定與這個畫面。", "Opens these settings and this view."],
    "share.link.changed": [
        "打開就是這些設定與這個畫面，但還沒訓練：途中改過設定或載入的模型，只有模型檔能原樣保存。",
        "Opens these settings and this view, untrained: a run that was loaded, or changed on the way, only a model file keeps.",
    ],
    "share.link.copy": ["複製連結", "Copy link"],
    "share.embed": ["嵌入碼", "Embed"],
    "share.embed.help": [
        "貼進文章的 HTML；網址要指向你放 spiral-lab.js 的位置。",
        "Paste it into a page's HTML; the address must be that of your spiral-lab.js.",
    ],
    "share.embed.copy": ["複製嵌入碼", "Copy snippet"],
    "share.authors": ["給文章作者", "For authors"],
    "share.model": ["模型", "Model"],
    "share.model.help": [
        "整次訓練的狀態；載入後接著訓練，與從沒停過一樣，一個位元也不差。",
        "The whole run; loaded, it goes on as if it had never stopped, bit for bit.",
    ],
    "share.save": ["儲存模型", "Save model"],
    "share.load": ["載入模型…", "Load model…"],
    "share.loaded": ["已載入 {name}，第 {epoch} 個週期。", "{name} is loaded, at epoch {epoch}."],
    "share.keras": ["Keras 程式", "Keras code"],
    "share.keras.help": [
        "像教學文那樣可以執行的 Python 程式：這些資料、網路、優化器與種子。",
        "A Python script like the tutorial's: this data, network, optimizer and seed.",
    ],
    "share.weights": ["附上訓練好的權重與核對", "With the trained weights and a check"],
    "share.python": ["下載 .py", "Download .py"],
    "share.files": ["紀錄與圖", "History and pictures"],
    "share.files.help": [
        "每個週期的損失與準確率，以及現在的圖。",
        "Loss and accuracy of each epoch, and the pictures as they are now.",
    ],
    "share.history": ["紀錄 CSV", "History CSV"],
    "share.map": ["決策區域 PNG", "Map PNG"],
    "share.curves": ["曲線 PNG", "Curves PNG"],
    "share.report": ["分類報告 PNG", "Report PNG"],
    "share.saved": ["已下載：{name}", "Downloaded: {name}"],

    "share.copied": ["已複製：{name}", "Copied: {name}"],

    "link.unknown": [
        "不認得連結裡的「{key}」，已略過。",
        "The link's “{key}” is unknown and was ignored.",
    ],
    "link.value": [
        "連結裡的「{key}={text}」不能用，已略過。",
        "The link's “{key}={text}” cannot be used and was ignored.",
    ],
    "link.version": [
        "這個連結屬於另一個版本（v={text}）；認得的部分已照做。",
        "The link is of another version (v={text}); what is known of it was used.",
    ],
    "view.none": ["這個網路沒有「{text}」可以顯示。", "This network has no “{text}” to show."],
    "link.more": ["另外還有 {count} 處。", "And {count} more."],
    "option.bad": [
        "屬性 {key} 不能是「{text}」，已略過。",
        "The attribute {key} cannot be “{text}”; it was ignored.",
    ],
    "option.stray": [
        "沒有屬性 {key}，已略過；應寫成 {text}。",
        "There is no attribute {key}, so it was ignored; write {text}.",
    ],
};

/** What only the dialogs of Help and Share say. */

/** @type {Record<keyof typeof import("../en/dialogs.js").dialogs, string>} */
export const dialogs = {
    // Help.
    "help.close": "關閉",
    "help.intro":
        "網路從有顏色的點，學會判斷平面上每個點屬於哪一類；看它怎麼學，也動手改它怎麼學。",
    glossary: "名詞解釋",
    "glossary.open": "名詞解釋：這些詞是什麼意思",
    "help.try": "試試看：一按就開始，結束時會說明結果",
    "try.rate": "學習率放大 10 倍：損失會怎麼變？",
    "try.none": "不要隱藏層：邊界還能彎嗎？",
    "try.linear": "活化函數全用 linear：四層有用嗎？",
    "try.sgd": "優化器換成 sgd：要多久才追上 adam？",
    "try.overfit": "點少、雜訊大、留 30% 驗證：何時過度擬合？",
    "help.settings":
        "超參數，依教學文的重要順序排列；方向鍵 ↑ ↓ 換到下一個合適的值。有 ↻ 的一改就重新開始，其餘可以邊訓練邊改。",
    "help.map":
        "點是資料，顏色和形狀是它的類別，有外圈的是分錯的點；底色是網路的預測。用角落的 +、兩指或 Ctrl（⌘）加滾輪放大，放大後可以拖曳。",
    "help.data": "自己的資料",
    "help.data.text":
        "在資料集選「自己的點」，就能在圖上畫點、移動、擦除，訓練途中也可以。設定上方的「從檔案…」可以讀表格：兩欄數字，加上每列的類別名稱；也可以直接把檔案拖到實驗室裡。先看過結果，再決定要不要用。",
    "help.transport":
        "「重設」回到同一組初始權重，「換初始權重」換一組。訓練完設定的週期數會停，「繼續訓練」再訓練同樣多。",
    "help.progress": "進度列",
    "help.progress.text":
        "和 Keras 印的一樣：第幾個週期、第幾批、每步多久，這個週期到目前的平均損失與準確率。",
    "help.curves": "曲線",
    "help.curves.text":
        "每個週期的損失（越低越好）與準確率（越高越好）；驗證損失回升、與訓練的差距拉大，就是過度擬合；圓圈是驗證損失最低的地方。",
    "help.report":
        "和 scikit-learn 印的一樣：precision 是判為這類的有幾成對，recall 是這類的有幾成找到，f1-score 綜合兩者，support 是點數。",
    "help.matrix": "列是真實類別，欄是預測類別；對角線上是分對的。",
    "help.pointer": "在圖上移動，看 softmax 怎麼一項一項算成機率。",
    "help.neurons": "一層的每個神經元各畫成小圖：網路先這樣拆開平面，再組合起來。",
    "help.over": "設定與畫面回到一開始的樣子，讓下一個人從頭開始。",
    "help.share": "連結、嵌入碼、模型檔、Keras 程式、紀錄、資料點與圖檔。",
    "help.keys": "快速鍵",
    "help.keys.intro": "先在實驗室裡點一下；在輸入欄裡不作用。",
    "keys.toggle": "開始或暫停",
    "keys.slower": "慢一點",
    "keys.faster": "快一點",

    // Share.
    "share.title": "分享與匯出",
    "share.link": "連結",
    "share.link.help":
        "打開就是這些設定、這個畫面，訓練同樣的 {steps} 個批次，並告訴你權重是否一模一樣；可以當作業繳交。",
    "share.link.fresh": "打開就是這些設定與這個畫面。",
    "share.link.changed":
        "打開就是這些設定與這個畫面，但還沒訓練：途中改過設定或載入的模型，只有模型檔能原樣保存。",
    "share.link.large":
        "只帶這些設定，不帶自己的資料點：連結最多放得下 {most} 點。請改用「儲存模型」。",
    "share.link.copy": "複製連結",
    "share.embed": "嵌入碼",
    "share.embed.help": "貼進文章的 HTML；網址要指向你放 spiral-lab.js 的位置。",
    "share.embed.copy": "複製嵌入碼",
    "share.authors": "給文章作者",
    "share.model": "模型",
    "share.model.help": "整次訓練的狀態；載入後接著訓練，與從沒停過一樣，一個位元也不差。",
    "share.save": "儲存模型",
    "share.load": "載入模型…",
    "share.loaded": "已載入 {name}，第 {epoch} 個週期。",
    "share.keras": "Keras 程式",
    "share.keras.help":
        "教學文的整個練習，用 Python 寫成：同樣的初始權重、同樣的批次，讓 Keras 重做這次訓練。",
    "share.weights": "不訓練，直接用訓練好的權重",
    "share.python": "程式 .py",
    "share.notebook": "筆記本 .ipynb",
    "share.files": "紀錄、資料點與圖",
    "share.files.help": "每個週期的損失與準確率、資料點，以及現在的圖，圖上附有設定。",
    "share.history": "紀錄 CSV",
    "share.points": "資料點 CSV",
    "share.size": "圖的大小",
    "share.size.screen": "和畫面一樣",
    "share.size.width": "寬 {width} 像素",
    "share.drawing": "正在畫圖…",
    "share.map": "決策區域 PNG",
    "share.curves": "曲線 PNG",
    "share.report": "分類報告 PNG",
    "share.saved": "已下載：{name}",
    "share.copied": "已複製：{name}",

    // Points from a table; the rest is said by a script of its own.
    "table.title": "自己的資料",
    "table.open": "從檔案…",
    "table.open.help": "用表格裡的點：試算表存的 CSV，或直接貼上",
    "table.drop": "把表格放在這裡",
};

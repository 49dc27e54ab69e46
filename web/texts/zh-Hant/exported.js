/** What an exported script or notebook says, to whoever runs it in Python. */

/** @type {Record<keyof typeof import("../en/exported.js").exported, string>} */
export const exported = {
    title: "螺旋實驗室的一次訓練，用 Keras",
    start: "由螺旋實驗室產生：用同樣的資料、初始權重與批次，在 Keras 裡做網頁上的這次訓練。",
    "start.weights": "由螺旋實驗室產生：網頁上的網路搬到 Keras，權重是在網頁上訓練好的。",
    "start.needs": "Keras 3 與 Keras 2 都能執行；另外需要 NumPy、matplotlib 與 scikit-learn。",
    "start.changed":
        "網頁上的這次訓練是從檔案載入的，或是途中改過設定；這裡從頭到尾都用最後的設定，所以數字可能和網頁不同。",
    data: "資料點，以及每一點的類別。",
    "data.own": "網頁上的資料點，以及每一點的類別。",
    features: "網路從每一點看到的特徵。",
    targets: "網路對每個類別各有一個輸出，所以把類別寫成一串數：自己的位置是 1，其餘是 0。",
    "targets.random": "所有亂數都來自同一個產生器，種子和網頁一樣是 {seed}。",
    "targets.split": "先把 {samples} 個樣本打亂，最後 {aside} 個留作驗證。",
    "targets.stratify":
        "先把 {samples} 個樣本打亂，再從每一類的最後取同樣的比例留作驗證，一共 {aside} 個。",
    network: "網路、損失函數與優化器。",
    first: "Keras 已經有一組初始權重，但抽法和網頁不同。這裡換成網頁的初始權重：從產生器一層一層抽；偏差從 0 開始。",
    fit: "每個週期都重新打亂樣本的順序，一批一批訓練。順序也由產生器決定，所以 Keras 拿到的批次和網頁一樣。",
    "fit.dropout":
        "丟棄法是例外：要關掉哪些神經元由 Keras 自己抽，所以數字和網頁相近，但不會相同。網頁為此抽了多少亂數，這裡也抽同樣多再丟掉，樣本的順序才會和網頁一樣。",
    compare: "網頁的訓練紀錄，與剛才 Keras 的紀錄。",
    "compare.rounding":
        "兩邊都用 32 位元的數計算，但相加的順序不同，捨入後最後一位就不一樣；訓練會把這點差異放大，最後兩邊終究會分開。",
    curves: "每個週期的損失與準確率。",
    "curves.both": "每個週期的損失與準確率；點線是網頁的。",
    weights: "訓練好的權重，依 get_weights() 的順序。",
    check: "網頁對其中一些點的預測；Keras 的預測必須一樣。",
    report: "各類別分得多好：每一類的精確率、召回率與 F1。",
    regions: "決策區域：在細密的格點上，網路把每一點判成哪一類，再畫上樣本。",
    "print.parted": "從第 {epoch} 個週期起，損失相差超過 {difference}：捨入誤差讓兩邊分開了。",
    "print.apart": "從第 {epoch} 個週期起，損失相差超過 {difference}。",
    "print.together": "{epochs} 個週期的損失相差都不超過 {difference}。",
    "print.same": "Keras 的預測和網頁一樣，最大相差 {difference}",
    "print.other": "Keras 的預測和網頁不同，最大相差 {difference}",
};

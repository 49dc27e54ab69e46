/** What the lab says: aloud, as notices, and of what was wrong. */

/** @type {Record<keyof typeof import("../en/messages.js").messages, string>} */
export const messages = {
    // Said aloud.
    "say.start": "開始訓練。",
    "say.epoch": "第 {epoch} 個週期，準確率 {accuracy}。",
    "say.paused": "在第 {epoch} 個週期暫停，準確率 {accuracy}。",
    "say.finished": "訓練完 {epoch} 個週期：損失 {loss}，準確率 {accuracy}。",
    "say.reset": "已回到初始權重。",
    "say.fresh": "已換一組初始權重，種子 {seed}。",
    "say.over": "已全部回到一開始的樣子。",
    "say.restored": "先前訓練的 {run}已經復原，設定也一併復原。",

    // What can be restored.
    "run.epochs": "{count} 個週期",
    "run.epoch": "1 個週期",
    "run.batches": "{count} 個批次",
    "run.batch": "1 個批次",
    "back.change": "改了這項設定，訓練已重新開始；先前訓練的 {run}可以復原。",
    "back.link": "設定換了，訓練已重新開始；先前訓練的 {run}可以復原。",
    "back.reset": "已回到初始權重；先前訓練的 {run}可以復原。",
    "back.model": "模型已載入；先前訓練的 {run}可以復原。",
    "back.experiment": "實驗結束，可以復原先前訓練的 {run}。",
    "back.again": "已復原，設定也一併復原；剛才的 {run}也可以復原。",
    "back.reload": "網頁重新載入了；先前訓練的 {run}可以復原。",
    "back.over": "已全部回到一開始的樣子；開始訓練之前，先前訓練的 {run}還可以復原。",
    "back.still": "先前訓練的 {run}可以復原。",

    // Links and attributes.
    "link.unknown": "不認得連結裡的「{key}」，已略過。",
    "link.value": "連結裡的「{key}={text}」無效，已略過。",
    "link.version": "這個連結屬於另一個版本（v={text}）；認得的部分已照做。",
    "link.more": "另外還有 {count} 處。",
    "view.none": "這個網路沒有「{text}」可以顯示。",
    "option.bad": "屬性 {key} 不能是「{text}」，已略過。",
    "option.stray": "沒有屬性 {key}，已略過；應寫成 {text}。",

    // What was wrong with a value, and what is allowed.
    "bad.number": "「{given}」不是數字；請輸入 {minimum} 到 {maximum} 的數字。",
    "bad.empty": "這裡不能空白；請輸入 {minimum} 到 {maximum} 的數字。",
    "bad.whole": "「{given}」不是整數；請輸入 {minimum} 到 {maximum} 的整數。",
    "bad.small": "{given} 太小；可以用 {minimum} 到 {maximum}。",
    "bad.large": "{given} 太大；可以用 {minimum} 到 {maximum}。",
    "bad.choice": "沒有「{given}」這個選項；可以用 {choices}。",
    "bad.set": "網路至少要有一個輸入；可以用 {choices}。",
    "bad.boolean": "「{given}」無效；只能開啟（true）或關閉（false）。",
    "bad.layers": "{given} 層太多；隱藏層最多 {maximum} 層。",
    "bad.units": "「{given}」不能當神經元數；每層可以有 {minimum} 到 {maximum} 個神經元。",

    // Why a text is not what it looks like.
    "odd.letter": "「{char}」是字母，不是數字 {plain}。",
    "odd.digit": "「{char}」是數字，不是字母 {plain}。",
    "odd.cyrillic": "「{char}」是西里爾字母，只是看起來像「{plain}」。",
    "odd.greek": "「{char}」是希臘字母，只是看起來像「{plain}」。",

    // What came of an experiment.
    "answer.rate.dead":
        "學習率 {rate}：損失最後是 {loss}（準確率 {accuracy}），第 {layer} 隱藏層的 {units} 個神經元有 {dead} 個失效。教學文的 {usual} 可以達到約 0.99 的準確率。",
    "answer.rate.lost":
        "學習率 {rate}：每一步都跨過頭，損失最後是 {loss}（準確率 {accuracy}）。教學文的 {usual} 可以達到約 0.99 的準確率。",
    "answer.rate.well":
        "學習率 {rate}：這組權重還算順利，準確率最後是 {accuracy}。教學文的 {usual} 可以達到約 0.99。",
    "answer.none.straight":
        "沒有隱藏層，邊界都是直線：準確率最後是 {accuracy}。教學文的四層隱藏層可以達到約 0.99。",
    "answer.none.well": "沒有隱藏層，準確率最後是 {accuracy}。教學文的四層隱藏層可以達到約 0.99。",
    "answer.linear.straight":
        "linear 疊再多層也等於一層，邊界都是直線：準確率最後是 {accuracy}。用 relu 可以達到約 0.99。",
    "answer.linear.well": "活化函數全用 linear，準確率最後是 {accuracy}。用 relu 可以達到約 0.99。",
    "answer.sgd.reached":
        "SGD 在第 {epoch} 個週期達到 0.95 的準確率，最後是 {accuracy}。同樣的學習率，Adam 只要 2、3 個週期就到 0.95。",
    "answer.sgd.short":
        "SGD 訓練了 {epochs} 個週期還沒達到 0.95 的準確率，最後是 {accuracy}。同樣的學習率，Adam 只要 2、3 個週期就到 0.95。",
    "answer.overfit.risen":
        "驗證損失在第 {epoch} 個週期最低（{best}，曲線上的圓圈），現在是 {now}，訓練損失卻降到 {loss}：從那時起就過度擬合了。",
    "answer.overfit.low":
        "驗證損失現在是 {now}，最低是第 {epoch} 個週期的 {best}（曲線上的圓圈）：這次幾乎沒有過度擬合。",

    // What is seen when training has stopped, and what is to blame.
    "trouble.zeros": "權重一開始全是 0，所以第 {layer} 隱藏層的神經元始終一模一樣。",
    "trouble.dead":
        "第 {layer} 隱藏層的神經元全部失效：對所有資料點都輸出同樣的值，再訓練也學不動。",
    "trouble.dying": "準確率只有 {now}：第 {layer} 隱藏層的 {units} 個神經元有 {dead} 個失效。",
    "trouble.lost": "準確率是 {now}，但在第 {epoch} 個週期曾經到過 {best}。",
    "trouble.chance": "訓練了 {epoch} 個週期，損失還是 {loss}；亂猜就有 {chance}。",
    "trouble.ln":
        "訓練了 {epoch} 個週期，損失還是 {loss}；亂猜就有 ln\u00a0{classes}\u00a0=\u00a0{chance}。",
    "trouble.overfit": "過度擬合了：驗證損失在第 {epoch} 個週期最低（{best}），現在是 {now}。",
    "advice.initializer": "隨機的權重才會各不相同。",
    "advice.lower": "學習率太大了。",
    "advice.raise": "每一步太小，或步數太少。",
    "advice.fresh": "換一組初始權重可能會好一些。",
    "advice.penalty": "L1、L2 懲罰太強，權重所剩無幾。",
    "advice.dropout": "丟棄率太高，剩下的神經元太少，學不起來。",
    "advice.noise": "雜訊這麼大，各類幾乎分不開。",
    "advice.layers": "沒有隱藏層，邊界只能是直線。",
    "advice.straight": "活化函數全是 linear，邊界只能是直線。",
    "advice.vanish": "梯度經過這種活化函數會越來越小；改用 Adam 或 relu 才學得動。",
    "advice.saturate": "梯度經過這種活化函數會越來越小；改用 relu 才學得動。",
    "advice.regularize": "增加資料點、加 L2 懲罰或提早停止會有幫助。",

    // What went wrong, and what is offered.
    "error.diverged":
        "第 {step} 步發散了：步伐太大，損失不再是有限的數。已退回第 {epoch} 週期的權重；請調小學習率。",
    "error.not_finite":
        "從第一步起，損失或梯度就大得超出範圍，學習率再小也沒有用；請把資料點的座標縮小，或換一組初始權重。",
    "error.weights": "有權重不是有限的數，所以不能儲存這個模型。",
    sentences: "{first}{second}",
    "notice.close": "關閉這則訊息",
    "offer.back": "復原先前的訓練",
    "offer.tenth": "學習率改為十分之一",
    "offer.raise": "學習率改為十倍",
    "offer.lower": "學習率改為十分之一，重新開始",
    "offer.fresh": "換初始權重，重新開始",
    "offer.initializer": "改用隨機權重，重新開始",
    "offer.penalty": "拿掉懲罰，重新開始",
    "offer.dropout": "不用丟棄，重新開始",
    "offer.noise": "降低雜訊，重新開始",
    "offer.layers": "加上隱藏層，重新開始",
    "offer.straight": "改用 relu，重新開始",
    "offer.vanish": "改用 Adam，重新開始",
    "offer.saturate": "改用 relu，重新開始",
    "error.too_large": "這些設定合起來需要太多記憶體；請減少隱藏層、神經元、批次量或點數。",
    "error.memory": "記憶體不足；請減少隱藏層、神經元或點數。",
    "error.points_x": "每個座標都必須是有限的數。",
    "error.points_y": "每個標籤都必須是小於類別數的整數。",
    "error.labels": "每個類別都要有自己的名稱，而且不能有控制字元。",
    "error.axes": "兩個座標都要有名稱，而且不能有控制字元。",
    "error.given": "還沒有自己的資料點。",
    "error.data": "這段文字裡沒有資料點；請從「分享」整段複製。",
    "error.samples": "資料點太少或太多。",
    "error.clusters": "隨機分類的資料最多 4 群：2 到 4 類、每類一群，或是 2 類、每類兩群。",
    "error.point_counts": "點數請填一個數字，各類都用；或是有幾類就填幾個，例如 500,100,20。",
    "error.split": "這樣切分，訓練或驗證會沒有資料；請調整驗證比例或增加點數。",
    "error.fixed": "這項設定不能在訓練途中改變；請重新開始。",
    "error.file": "這不是螺旋實驗室儲存的模型。",
    "error.file_version":
        "這個模型是另一個版本的螺旋實驗室儲存的。目前的版本能讀第 2、3 版的檔案；第 1 版的也行，但用了 RMSprop 或常態分布初始化的除外，因為規則後來改過。",
    "error.file_damaged": "這個模型檔案已損壞或不完整。",
    "error.digits": "小數位數超出範圍。",
    "error.pixels":
        "這個瀏覽器為了防止網站辨識，不讓網頁讀取圖的像素，存成 PNG 只會是雜訊。請允許這個網頁讀取 canvas（多半在網址列的圖示），或改用螢幕截圖。",
    "error.tables": "這裡不能讀取或畫自己的點：spiral-lab-tables.js 要和 spiral-lab.js 放在一起。",
    "error.glossary": "這裡不能顯示名詞解釋：spiral-lab-glossary.js 要和 spiral-lab.js 放在一起。",
    "error.internal": "程式出了意外的錯誤：{message}",
    "error.noWasm": "這個瀏覽器不支援 WebAssembly，請改用較新的瀏覽器。",
    "error.noSimd": "這個瀏覽器的 WebAssembly 沒有 SIMD，請改用較新的瀏覽器。",
    "error.wasmRefused":
        "這個網頁的安全性政策不允許 WebAssembly；需要在 script-src 加上 'wasm-unsafe-eval'。",
};

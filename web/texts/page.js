/** Header, transport, help and what is spoken. Every text is [Traditional Chinese, English]. @satisfies {Record<string, [string, string]>} */
export const page = {
    title: ["螺旋實驗室", "Spiral Lab"],
    subtitle: ["看神經網路學會分開螺旋", "Watch a network learn to tell spirals apart"],
    language: ["語言", "Language"],
    theme: ["外觀", "Theme"],
    "theme.auto": ["自動", "Auto"],
    "theme.light": ["淺色", "Light"],
    "theme.dark": ["深色", "Dark"],
    transport: ["訓練控制", "Training controls"],
    play: ["開始訓練", "Train"],
    goOn: ["繼續訓練", "Go on"],
    pause: ["暫停", "Pause"],
    batch: ["一個批次", "1 batch"],
    epoch: ["一個週期", "1 epoch"],
    finish: ["訓練到底", "To the end"],
    reset: ["重設", "Reset"],
    fresh: ["新權重", "New weights"],
    speed: ["速度", "Speed"],
    "play.help": [
        "一直訓練到設定的週期數為止（P）",
        "Train until the chosen number of epochs is reached (P)",
    ],
    "pause.help": ["停在這裡，之後可以繼續（P）", "Stop here; it can go on later (P)"],
    "batch.help": [
        "只用一個批次更新一次權重（B）",
        "Take one mini-batch: the weights are updated once (B)",
    ],
    "epoch.help": ["訓練到這個週期（epoch）結束（E）", "Train to the end of this epoch (E)"],
    "finish.help": [
        "用全速訓練到設定的週期數（F）",
        "Train to the chosen number of epochs at full speed (F)",
    ],
    "reset.help": ["回到訓練前的同一組初始權重（R）", "Go back to the same first weights (R)"],
    "fresh.help": [
        "亂數種子加一，抽一組新的初始權重（N）",
        "Draw other first weights: the seed goes up by one (N)",
    ],
    "speed.help": [
        "每秒訓練幾個批次；慢一點看得清楚（- 與 +）",
        "How many batches a second; slower shows more (- and +)",
    ],
    "speed.rate": ["每秒 {rate} 批", "{rate} batches/s"],
    "speed.full": ["全速", "Full speed"],

    help: ["說明", "Help"],
    "help.close": ["關閉", "Close"],
    "help.open": ["畫面各部分與快速鍵的說明（?）", "What is on the screen, and the keys (?)"],
    "help.intro": [
        "網路從有顏色的點，學會說出平面上每個位置屬於哪一類；看它怎麼學，也改它怎麼學。",
        "From coloured points the network learns the class of every place. Watch how it learns, and change how.",
    ],
    "help.try": ["試試看：一按就開始", "Try it: one click begins"],
    "try.rate": [
        "學習率放大成 10 倍：損失會怎麼走？",
        "Ten times the learning rate: what becomes of the loss?",
    ],
    "try.none": ["不要隱藏層：邊界還能彎嗎？", "No hidden layer: can the border bend?"],
    "try.linear": [
        "活化函數全用 linear：四層有用嗎？",
        "Only linear activations: do four layers help?",
    ],
    "try.sgd": [
        "優化器換成 sgd：要多久才追上 adam？",
        "SGD instead of Adam: how much longer does it take?",
    ],
    "try.overfit": [
        "點少、雜訊大、留 30% 驗證：何時過度擬合？",
        "Few noisy points, 30% for validation: when does it overfit?",
    ],
    "help.settings": [
        "超參數，依教學文的重要順序排列；方向鍵 ↑ ↓ 換到下一個合適的值。有 ↻ 的一改就重新開始，其餘可以邊訓練邊改。",
        "The hyperparameters in the tutorial's order of importance; ↑ ↓ lead to the next sensible value. Those with ↻ start anew when changed; the others change while it trains.",
    ],
    "help.map": [
        "點是資料，顏色和形狀是它的類別，外圈是答錯；底色是網路在那裡的答案。",
        "Points are samples, colour and shape their class, a ring a wrong answer; the ground is the network's answer there.",
    ],
    "help.transport": [
        "「重設」回到同一組初始權重，「新權重」換一組。訓練完設定的週期數會停，「繼續訓練」再學同樣多。",
        "Reset returns to the same first weights, New weights draws others. It stops after the chosen epochs; Go on trains as many again.",
    ],
    "help.progress": ["進度列", "Progress line"],
    "help.progress.text": [
        "和 Keras 印的一樣：第幾個週期、第幾批、每步多久，這個週期到目前的平均損失與準確率。",
        "As Keras prints it: epoch, batch, time per step, and the epoch's mean loss and accuracy so far.",
    ],
    "help.curves": ["曲線", "Curves"],
    "help.curves.text": [
        "每個週期的損失（越低越好）與準確率（越高越好）；驗證損失回升、與訓練的差距拉大，就是過度擬合。",
        "Loss (lower is better) and accuracy (higher is better) of each epoch; a growing gap between training and validation is overfitting.",
    ],
    "help.report": [
        "和 scikit-learn 印的一樣：precision 是判為這類的有幾成對，recall 是這類的有幾成找到，f1-score 綜合兩者，support 是點數。",
        "As scikit-learn prints it: precision is the share of a class's answers that are right, recall the share of its points that are found, f1-score combines both, support counts points.",
    ],
    "help.matrix": [
        "列是真實類別，欄是網路的答案；對角線上是答對的。",
        "Rows are the true classes, columns the answers; the diagonal is right.",
    ],
    "help.pointer": [
        "在地圖上移動，看 softmax 怎麼一項一項算成機率。",
        "Move over the map to see softmax make probabilities, term by term.",
    ],
    "help.neurons": [
        "一層的每個單元各畫成小地圖：網路先這樣拆開平面，再組合起來。",
        "Each unit of a layer as a small map: the parts that the network puts together.",
    ],
    "help.keys": ["快速鍵", "Keys"],
    "help.keys.intro": [
        "先在實驗室裡點一下；在輸入欄裡不作用。",
        "They work once the lab was clicked, and not in a field.",
    ],
    "keys.toggle": ["開始或暫停", "Train or pause"],
    "keys.slower": ["慢一點", "Slower"],
    "keys.faster": ["快一點", "Faster"],

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
    "say.anew": [
        "這項改變讓訓練重新開始；先前的 {epoch} 個週期還找得回來。",
        "This change started the training anew; the {epoch} epochs can be had back.",
    ],
    "say.tried": [
        "這個實驗停了；先前訓練的網路還找得回來。",
        "The experiment has stopped; what was trained before can be had back.",
    ],
    "say.reset": ["已回到初始權重。", "Back at the first weights."],
    "say.fresh": ["已換成新的初始權重，種子 {seed}。", "New first weights, seed {seed}."],
};

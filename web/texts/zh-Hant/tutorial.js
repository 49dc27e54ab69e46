/** 每張圖都能動手訓練的教學文，內容是 HTML；鍵與數字的規則見英文版。 */

/** @type {Record<keyof typeof import("../en/tutorial.js").tutorial, string>} */
export const tutorial = {
    "page.title": "三條螺旋、一個網路：每張圖都能訓練的教學",
    "page.description":
        "超參數、學習率、局部極小值、優化器、softmax 與交叉熵：每張圖裡都有一個可以動手訓練的神經網路。",
    "page.lead":
        "<p>三條螺旋臂從同一個中心轉出來，每條 500 個點；網路要學會判斷哪一點在哪一條上。只靠這一題，就能看懂深度學習常說的那些詞。</p><p>這一頁的每張圖都是一間小實驗室。先猜會發生什麼事，再按「<b>開始訓練</b>」看結果。旁邊的 Keras 程式做的是同一次訓練，數字也一樣。</p>",
    "page.still": "這裡沒有開啟 JavaScript，所以圖不會動；圖上是每次訓練結束時的樣子。",
    "page.contents": "目錄",
    "page.code": "Keras 程式",
    "page.output": "印出來的結果",
    "page.open": "在完整的實驗室開啟這次訓練",
    "page.lesson": "開啟這一課",
    "page.notebook": "存成 notebook",
    "page.kept": "你上次離開時的樣子；捲回這裡就會繼續。",
    "page.curves": "每個週期的損失。",

    "parameters.title": "參數與超參數",
    "parameters.text":
        "<p><dfn>參數</dfn>（parameter）是訓練自己找出來的數字，也就是網路的每個權重與每個偏差。<dfn>超參數</dfn>（hyperparameter）是開始訓練之前，由你決定的數字：學習率、訓練幾個週期、幾個隱藏層、每層幾個神經元，還有批次量。</p><p>後者決定了前者有幾個。全連接層裡，每個輸入到每個神經元都有一個權重，每個神經元再加一個偏差：</p>",
    "parameters.formula":
        "<p>其中 <i>n</i> 是輸入的個數，<i>m</i> 是神經元的個數。下圖各層依序是 384、8,256、2,080、528 與 51 個。</p>",
    "parameters.after":
        "<p>圖中的 128-64-32-16 一共有 {parameters} 個參數。只留一個有 8 個神經元的隱藏層，就只剩 {few_parameters} 個；同樣訓練十個週期，準確率是 {few_accuracy}，原本是 {accuracy}。</p>",
    "parameters.caption":
        "完整的網路，訓練十個週期。按「開始訓練」：參數每個批次都在變，超參數則不會。",
    "parameters.alt":
        "三條螺旋臂與決策區域，區域沿著螺旋彎曲；訓練十個週期後，分對了 {accuracy} 的點。",

    "learning-rate.title": "學習率",
    "learning-rate.text":
        "<p>訓練就像下山：每一步都讓參數往損失下降的方向移動。<dfn>學習率</dfn>（learning rate）η 決定這一步要跨多大。</p>",
    "learning-rate.after":
        "<p>用 0.0001，損失降得很穩，但很慢，十個週期後是 {loss}。用 0.01，降到 {right_loss}，分對 {right_accuracy}。用 1，步伐大到把權重甩得老遠：第一個週期的損失高達 {large_firstLoss}，最後只剩亂猜（{large_accuracy}）。</p><p>調超參數時，先調這一個；一次乘或除以 10（或 3），不要只動一點點。</p>",
    "learning-rate.caption": "一開始是 0.0001。訓練完，再試 0.01 和 1，比較三條曲線。",
    "learning-rate.alt":
        "三條螺旋臂，決策區域還沒跟上螺旋的彎曲；學習率 0.0001 訓練十個週期，分對 {accuracy}。",

    "valleys.title": "局部極小值、鞍點與高原",
    "valleys.text":
        "<p>把損失想成一片地形，座標是上萬個參數。坡度變成 0 的地方，梯度下降就停住了；這樣的地方不只一種。</p>",

    "local-minimum.title": "局部極小值",
    "local-minimum.text":
        "<p><dfn>局部極小值</dfn>（local minimum）是山谷的谷底，但不是最深的那個山谷。網路要夠小才容易困在裡面：下面這個只有三個隱藏神經元，{parameters} 個參數。</p>",
    "local-minimum.after":
        "<p>從這個起點出發，損失降到 {loss} 左右就停了。同一個網路，亂數種子換成 5，卻能降到 {other_loss}：更深的地方明明存在，只是沒有一路下坡的路可以過去。寬的網路很少這樣，因為上萬個方向裡，幾乎總有一個還能往下。</p>",
    "local-minimum.caption":
        "訓練到底，再把亂數種子改成 5。光看曲線不能證明那裡就是極小值，但比較兩次的結果就知道，第一次停的地方不是最好的。",
    "local-minimum.alt":
        "三條螺旋臂被幾條近乎直的邊界切開；三個隱藏神經元只分對 {accuracy}，而且不再進步。",

    "saddle.title": "鞍點",
    "saddle.text":
        "<p><dfn>鞍點</dfn>（saddle point）的坡度也是 0，可是有些方向還能往下。如果權重全部從 0 開始，同一層的神經元就完全一樣，梯度也永遠分不出誰是誰。</p>",
    "saddle.after":
        "<p>損失一直是 {loss}，差不多就是 ln 3（1.0986），也就是三類亂猜的損失。改用隨機的初始權重，馬上就離開這個鞍點：同樣十個週期，損失降到 {random_loss}。</p>",
    "saddle.caption": "權重全部從 0 開始。訓練看看，再把初始化改成 glorot_uniform。",
    "saddle.alt": "三條螺旋臂，背景只有一種顏色：網路把每一點都判成同一類。",

    "plateau.title": "高原",
    "plateau.text":
        "<p><dfn>高原</dfn>（plateau）其實有坡，只是緩到看起來沒在動。疊四層 sigmoid 就會遇到：sigmoid 的斜率最多 0.25，往回傳到第一層，要連乘四次。</p>",
    "plateau.after":
        "<p>二十個週期後，損失還是 {loss}。換成 relu，只要神經元有輸出，斜率就是 1，損失降到 {relu_loss}。保留 sigmoid，但優化器換成 Adam、學習率 0.01，則是 {adam_loss}：Adam 把每一步除以平常梯度的大小，坡再緩也走得動。</p>",
    "plateau.caption":
        "sigmoid 配上最單純的 SGD。把活化函數改成 relu，或是把優化器改成 adam、學習率改成 0.01。",
    "plateau.alt": "二十個週期的損失：一條停在 {loss} 的水平線。",

    "optimizers.title": "優化器",
    "optimizers.text":
        "<p><dfn>優化器</dfn>（optimizer）決定拿到梯度之後怎麼走。<b>SGD</b> 直接照著梯度走；<b>RMSprop</b> 讓每個參數的步伐除以它最近梯度的大小；<b>Adam</b> 除了這樣做，還把最近幾步的方向平均起來。</p>",
    "optimizers.after":
        "<p>學習率都用 0.01，十個週期後 SGD 是 {accuracy}，RMSprop 是 {rmsprop_accuracy}，Adam 是 {adam_accuracy}。不過大家用同一個學習率，並不公平：給 SGD 0.1，就有 {fair_accuracy}。每種優化器都有適合自己的學習率。</p>",
    "optimizers.caption":
        "先用 sgd 訓練，再換 rmsprop、adam；之前的曲線會留著。最後給 sgd 0.1 的學習率。",
    "optimizers.alt": "SGD 用 0.01 訓練十個週期的損失：從 {firstLoss} 慢慢降到 {loss}。",

    "softmax.title": "one-hot、softmax 與交叉熵",
    "softmax.text":
        "<p>只有兩類時，一個輸出就夠了，以 0.5 為界。有三類時，網路對每一類各有一個輸出，標籤也要寫成同樣多個數字：類別 2 就是 [0, 0, 1]，這叫 <dfn>one-hot</dfn>。</p><p>網路最後算出來的 <i>z</i> 可以是任何數字。<dfn>softmax</dfn> 把它們變成機率，每個都在 0 和 1 之間，加起來剛好是 1：</p>",
    "softmax.entropy":
        "<p>機率最大的那一類就是答案。答得好不好，看<dfn>交叉熵</dfn>（cross-entropy）。one-hot 標籤裡只有 1 的那一格有份，所以剩下的就是真實類別的機率取對數：</p>",
    "softmax.true": "真實類別",
    "softmax.after":
        "<p>有把握又答對，損失幾乎是 0；三類亂猜的損失是 ln 3，約 1.10，每次訓練都從這附近開始；很有把握卻答錯，罰得最重。</p><p>softmax 用在每一點剛好屬於一類的題目，叫<dfn>多類別</dfn>（multi-class）。如果好幾個標籤可以同時成立，叫<dfn>多標籤</dfn>（multi-label），就讓每個輸出各用一個 sigmoid，各自和 0.5 比；這時加起來不必是 1。</p>",
    "softmax.caption":
        "訓練之後，把游標移到圖上，或用手指點：表格會從 <i>z</i> 一步一步算到 <i>p</i>；停在資料點上，還會算出損失。",
    "softmax.alt": "三條螺旋臂與決策區域；訓練十個週期後，分對 {accuracy}。",

    "exercise.title": "動手做一次",
    "exercise.text": "<p>現在把前面講的全部串起來，從產生資料點一路做到分類報告。</p>",
    "data.title": "產生螺旋",
    "data.text":
        "<p>每條臂從中心往外走，角度同時轉 4 弧度，再加上一點雜訊。亂數種子是固定的，所以大家拿到的 1,500 個點都一樣。標籤則轉成 one-hot，給損失函數用。</p>",
    "network.title": "建立網路",
    "network.text":
        "<p>兩個輸入，四個隱藏層各有 128、64、32、16 個神經元，活化函數是 relu；三個輸出用 softmax。優化器是 Adam，學習率 0.01，損失函數是 categorical cross-entropy。</p>",

    "training.title": "訓練 50 個週期",
    "training.text":
        "<p>1,500 個點，每批 32 個，一個週期就是 47 步。這段程式讓 Keras 的初始權重與資料順序都和實驗室一樣，印出來的數字可以直接對照：</p>",
    "training.after":
        "<p>大部分在前幾個週期就學會了。後面曲線忽上忽下不是毛病：每個批次抽到的點不同，每一步都會讓邊界移動一點。最後一個週期的損失是 {loss}，準確率 {accuracy}。</p>",
    "training.caption": "完整的訓練。把速度調慢，就能一批一批看著決策區域成形。",
    "training.alt": "三條螺旋臂，各在自己的決策區域裡；訓練 50 個週期後，分對 {accuracy}。",

    "report.title": "決策區域與分類報告",
    "report.text":
        "<p>圖上的顏色，是拿平面上的每個位置去問訓練好的網路，再把答案塗上去。報告則替每一類計算：<dfn>精確率</dfn>（precision）是判成這一類的點有多少是對的；<dfn>召回率</dfn>（recall）是這一類的點有多少被找出來；F1 是兩者的調和平均。</p>",
    "report.after":
        "<p>一共錯了 {wrong} 個點。很容易以為是雜訊的關係，其實三條臂並沒有重疊；只有中心那裡，三條臂從同一點出發，靠得最近。每一步更新都會把邊界推來推去，有幾個點就落到另一邊了。</p>",
    "report.caption": "點報告裡的數字，或混淆矩陣的一格，圖上就會標出是哪些點。",
    "report.alt": "訓練好的網路的決策區域；分錯的 {wrong} 個點都在中心附近。",

    "next.title": "接下來可以試",
    "next.text": "<p>下面每一題都會在完整的實驗室開啟。一樣，先猜再做。</p>",
    "next.straight": "拿掉所有隱藏層。邊界會是什麼形狀？最多能分對多少？",
    "next.smallest": "從八個隱藏神經元開始，慢慢增加。要達到 95%，最小的網路多大？",
    "next.decay": "讓學習率沿著餘弦曲線降到 0。最後會錯幾個點？",
    "next.overfit": "點很少、雜訊很大，一半的點留作驗證。兩條損失曲線會怎麼走？",
};

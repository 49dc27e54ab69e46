/**
 * The glossary: what each term is, and what of it is seen here. These texts are in a script of
 * their own, so the names, which are seen elsewhere too, are in terms.js.
 */

/** @type {Record<keyof typeof import("../en/glossary.js").glossary, string>} */
export const glossary = {
    "glossary.search": "搜尋",
    "glossary.found": "共 {count} 個",
    "glossary.none": "沒有提到「{text}」的名詞。",
    "glossary.show": "帶我去看",
    "glossary.show.term": "帶我去看：{term}",
    "glossary.network": "網路",
    "glossary.training": "訓練",
    "glossary.classes": "類別與機率",
    "glossary.judging": "評估結果",
    "glossary.trouble": "會出什麼問題、怎麼辦",

    // The network.
    "term.neuron.text":
        "把每個輸入各乘上一個權重，相加後再加上偏差，最後通過活化函數成為輸出。教學文叫它類神經元或單元。",
    "term.neuron.here": "「神經元」把一層裡每個神經元對平面各處的輸出畫成小圖。",
    "term.hiddenLayer.text":
        "輸入與輸出之間的一層神經元，它的輸出就是下一層的輸入。層數與神經元越多，邊界可以越複雜，但要學的參數也越多。",
    "term.hiddenLayer.here": "一格是一個隱藏層，格子裡是那一層的神經元數。",
    "term.parameter.text": "網路裡由訓練自己更新的數，例如權重與偏差。",
    "term.parameter.here": "「隱藏層」旁邊是參數的總數，每一格下面是那一層的參數個數。",
    "term.weightAndBias.text":
        "神經元的每個輸入各有一個權重，決定這個輸入的影響多大、往哪個方向；偏差再把總和往上或往下移。",
    "term.weightAndBias.here":
        "第一個隱藏層裡，一個神經元的兩個權重與偏差構成直線 w₁x + w₂y + b = 0；在「神經元」裡勾選，就會畫在圖上。",
    "term.activation.text": "神經元套用在總和上的函數。如果它是線性的，再多層合起來也只等於一層。",
    "term.activation.here": "各隱藏層共用一種，也可以各層另選；選 linear，邊界就只剩直線。",
    "term.relu.text":
        "max(0, z)：正的總和原樣通過，負的變成 0。它的斜率不是 1 就是 0，通過的梯度不會因此縮小。",
    "term.relu.here": "教學文的隱藏層用的就是這種活化函數。",
    "term.batchNorm.text":
        "在每個批次裡，把每個神經元的總和調整成平均 0、變異數 1，再用兩個學來的參數縮放與平移。深的網路往往因此學得更快、更穩。",
    "term.batchNorm.here": "開啟後，每個隱藏層都在活化函數之前做這一步。",

    // Training.
    "term.hyperparameter.text": "由人設定、訓練不會自己學的值，例如學習率、批次量、隱藏層數目。",
    "term.hyperparameter.here":
        "設定裡除了資料以外都是超參數；「訓練」這一組依教學文的重要程度排列。",
    "term.loss.text":
        "用一個數表示網路給的機率錯得多嚴重；越低越好，訓練就是要降低它。它是所有樣本的平均，有懲罰項時再加上去。",
    "term.loss.here": "損失曲線是每個週期的平均，和 Keras 印的一樣。",
    "term.gradient.text":
        "損失對每個參數的斜率。合起來指向損失上升最快的方向，所以訓練往反方向走。",
    "term.gradient.here": "「逐層看」裡的 ‖∇‖ 是上一步權重梯度的大小。",
    "term.gradientDescent.text": "一次又一次，把所有參數往梯度的反方向改一點點，讓損失下降。",
    "term.gradientDescent.here": "按「一個批次」就能看到其中一步。",
    "term.backpropagation.text":
        "向前傳播從輸入逐層算到輸出；向後傳播（也叫反向傳播）再從損失逐層往回，用連鎖律算出每個參數的梯度。",
    "term.backpropagation.here": "每一步都做這兩件事；‖∇‖ 就是傳回各層的梯度大小。",
    "term.optimizer.text": "決定怎麼用梯度更新參數的規則。",
    "term.optimizer.here": "有六種可選；教學文用 adam。",
    "term.sgd.text":
        "stochastic gradient descent：每個參數的改變量是「負的學習率 × 斜率」。每一步只看隨機抽出的一個批次，所以叫「隨機」。",
    "term.sgd.here": "選 sgd 比比看：在螺旋上比 adam 慢很多。",
    "term.momentum.text":
        "保留上一步的一部分，加到下一步，像滾動的球：斜率方向一致時越走越快，來回擺動時互相抵消。",
    "term.momentum.here": "選 momentum 或 nesterov，下面就會出現保留的比例。",
    "term.rmsprop.text":
        "把每個參數的步伐除以「斜率平方的移動平均」的平方根，陡的與平的方向步伐就差不多大。",
    "term.rmsprop.here": "選 rmsprop，下面的 rho 決定平方記得多久。",
    "term.adam.text":
        "動量加上 RMSprop：用斜率的移動平均與斜率平方的移動平均，並修正兩者從 0 開始造成的偏差。",
    "term.adam.here": "教學文用的優化器，也是一開始的選擇。",
    "term.learningRate.text":
        "每一步走多遠：優化器由梯度算出的改變量要乘上它。太小學得慢，太大會走過頭，甚至發散。",
    "term.learningRate.here": "可以邊訓練邊改。",
    "term.batch.text": "更新一次參數所用的樣本叫一個批次；一批有幾個樣本就是批次量。",
    "term.batch.here": "1,500 個樣本、批次量 32，一個週期更新 47 次，最後一批比較小。",
    "term.iteration.text": "用一個批次更新一次參數；Keras 叫它一步 (step)。",
    "term.iteration.here": "「一個批次」就是一次迭代。這裡用週期數設定訓練多久，不用迭代次數。",
    "term.epoch.text": "把所有訓練樣本一批一批看過一遍，每次的順序都重新打亂。",
    "term.epoch.here": "訓練滿這麼多週期就停；每個週期在曲線上是一個點。",
    "term.seed.text": "產生亂數的起點；種子相同，亂數就相同，整次訓練也就相同。",
    "term.seed.here": "它決定初始權重與樣本的順序；資料點另有自己的種子，在「資料選項」裡。",

    // Classes and probabilities.
    "term.decisionRegion.text":
        "網路判為同一類的所有位置，合起來是一個決策區域；兩個區域相接的地方就是決策邊界。",
    "term.decisionRegion.here":
        "圖的底色就是決策區域。中央是各臂靠得最近的地方，總有幾個點分錯：每次更新都會把那裡的邊界推來推去；放大就看得到。",
    "term.logit.text": "輸出層算出的每一類的總和，還沒變成機率，可以是任何數，寫作 z。",
    "term.logit.here": "z 那一欄，是游標所在位置的 logit。",
    "term.softmax.text":
        "把各類的 logit 轉成機率：每個 eᶻ 除以所有 eᶻ 的總和。每個都在 0 到 1 之間，加起來是 1。",
    "term.softmax.here": "從 z 到 eᶻ 再到 p，對游標所在的位置一步一步算。",
    "term.sigmoid.text":
        "1 / (1 + e⁻ᶻ) 把一個 logit 變成 0 到 1 之間的數。用在輸出時，每一類各自判斷，機率加起來不一定是 1。",
    "term.sigmoid.here": "可以選它當輸出，取代 softmax。",
    "term.oneHot.text":
        "把類別寫成一串數，自己的位置是 1，其餘是 0：三類中的類別 2 是 [0, 0, 1]。Keras 的 to_categorical 會做這件事，教學文把結果叫 y_cat。",
    "term.oneHot.here": "把游標移到資料點上，表格下面就是它的 y_cat。",
    "term.crossEntropy.text":
        "一個樣本的損失，是真實類別所得機率的 −log：機率是 1 時為 0，越小損失越大。輸出用 sigmoid 時是二元交叉熵，取各類的平均。",
    "term.crossEntropy.here": "把游標移到資料點上，表格下面會算出它的損失。",
    "term.argmax.text": "一串數裡最大的那個排在第幾個。機率的 argmax 就是網路預測的類別。",
    "term.argmax.here": "圖上顯示「決策區域」時，就用它決定每個位置的顏色。",

    // Judging the result.
    "term.accuracy.text": "預測對的樣本占全部的比例。",
    "term.accuracy.here":
        "訓練曲線是每個週期的平均，計算時權重還在變；分類報告則用現在的權重來算。",
    "term.confusionMatrix.text": "數每個真實類別的樣本各被預測成哪一類；對角線上是對的。",
    "term.confusionMatrix.here": "每列是真實類別，每欄是預測類別；點選一格，圖上就突顯那些點。",
    "term.precision.text":
        "判為這一類的樣本中，真的屬於這一類的比例；在混淆矩陣裡是對角線的格子除以那一欄的總和。",
    "term.precision.here": "分類報告的第一欄。",
    "term.recall.text":
        "屬於這一類的樣本中，被判為這一類的比例；在混淆矩陣裡是對角線的格子除以那一列的總和。",
    "term.recall.here": "分類報告的第二欄。",
    "term.f1.text": "precision 與 recall 的調和平均，2PR / (P + R)；兩個都高，它才會高。",
    "term.f1.here": "分類報告的第三欄。",
    "term.support.text": "真正屬於這一類的樣本有幾個，與預測無關。",
    "term.support.here": "分類報告的最後一欄。",
    "term.macroAverage.text": "各類的數值直接平均：不管樣本多少，每一類的份量都一樣。",
    "term.macroAverage.here": "macro avg 那一行。",
    "term.weightedAverage.text": "各類的數值以樣本數 (support) 加權平均：樣本多的類別份量大。",
    "term.weightedAverage.here": "weighted avg 那一行；各類樣本一樣多時，與 macro avg 相同。",
    "term.validationSplit.text":
        "留下來不訓練的樣本比例。網路在這些沒看過的樣本上的表現，才看得出學到的東西能不能用在別處。",
    "term.validationSplit.here": "大於 0 時，曲線多一條虛線，報告與矩陣也可以改看驗證的樣本。",

    // What can go wrong, and what helps.
    "term.localMinimum.text":
        "梯度為 0、往每個方向損失都向上彎的地方：附近沒有更低的，但別處可能有。",
    "term.localMinimum.here":
        "損失不再下降，可能是接近了局部極小值；但只看曲線，分不出它與鞍點、高原。",
    "term.globalMinimum.text":
        "所有參數的組合中損失最低的地方，也就是教學文說的全域極值 (global optimum)。訓練不一定要找到它；損失夠低、在沒看過的樣本上也低，才是重點。",
    "term.globalMinimum.here": "曲線只顯示損失降到多低，不會顯示最低能到多低。",
    "term.saddlePoint.text":
        "梯度為 0，損失往某些方向向上彎、往另一些方向向下彎的地方，像馬鞍。在它附近步伐很小，其實還有路可以往下走。",
    "term.saddlePoint.here": "各層的 ‖∇‖ 都近 0，表示那裡是平的；但看不出往上彎還是往下彎。",
    "term.plateau.text": "一整片損失幾乎是平的區域：到處梯度都近 0，參數幾乎不動。",
    "term.plateau.here":
        "曲線上一長段平的地方；例如隱藏層全用 sigmoid、優化器用 sgd，三類的損失會停在 ln 3 = 1.0986 附近。",
    "term.vanishingGradient.text":
        "梯度逐層往回傳時要乘上許多斜率；如果斜率都比 1 小得多（例如 sigmoid），傳到前面幾層就所剩無幾，那幾層幾乎學不動。",
    "term.vanishingGradient.here": "比較前面幾層與最後幾層的 ‖∇‖。",
    "term.deadNeuron.text":
        "對每個訓練樣本都輸出同一個值的神經元。用 relu 時，總和對所有樣本都不是正的就會這樣：梯度是 0，它的權重不再學習。",
    "term.deadNeuron.here": "小圖上有 ✕ 的就是；「逐層看」會數出每層有幾個。",
    "term.divergence.text": "損失不降反升，一步比一步大，最後不再是有限的數；通常是步伐太大。",
    "term.divergence.here": "這時會退回先前正常的權重，並建議調小學習率。",
    "term.overfitting.text":
        "把訓練樣本連同雜訊都學了進去，遇到別的樣本反而表現較差：訓練損失繼續下降，驗證損失卻回升。也叫過擬合。",
    "term.overfitting.here": "設定驗證比例，看損失曲線兩條線的差距。",
    "term.regularization.text":
        "在損失裡加上對大權重的懲罰。L2 是平方和，讓權重都變小；L1 是絕對值的和，把許多權重推到接近 0。",
    "term.regularization.here":
        "把 L2 或 L1 調高一點試試；用這些優化器，L1 的權重只會接近 0，不會剛好是 0。",
    "term.dropout.text":
        "訓練的每一步都隨機關掉一部分隱藏層神經元，網路就不能只靠某一個；預測時則全部參與。",
    "term.dropout.here": "設定關掉的比例；0 是不關。",
    "term.earlyStopping.text": "損失連續幾個週期沒有進步就停止訓練；有驗證樣本時看驗證損失。",
    "term.earlyStopping.here": "在這裡開啟；patience 是等幾個週期。",
};

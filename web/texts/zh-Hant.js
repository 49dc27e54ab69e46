/** Traditional Chinese. */

/** @satisfies {import("./languages.js").Description} */
export const language = /** @type {const} */ ({
    tag: "zh-Hant",
    name: "繁中",
    title: "螺旋實驗室",
    answersTo: ["zh"],
});

/**
 * What the lab itself says.
 * @type {Record<keyof typeof import("./en.js").lab, string>}
 */
export const lab = {
    // The header.
    title: language.title,
    subtitle: "看神經網路怎麼學會分開三條螺旋",
    language: "語言",
    theme: "外觀",
    "theme.auto": "自動",
    "theme.light": "淺色",
    "theme.dark": "深色",
    textSize: "大字",
    "textSize.help": "放大文字，投影時後排也看得清楚",
    over: "全部重來",
    "over.help": "設定與畫面回到一開始的樣子；語言、外觀、字級與配色不變",
    share: "分享",
    "share.open": "連結、嵌入、模型、Keras 程式與圖檔",
    help: "說明",
    "help.open": "畫面各部分與快速鍵的說明（?）",

    // Training.
    transport: "訓練控制",
    play: "開始訓練",
    goOn: "繼續訓練",
    pause: "暫停",
    batch: "一個批次",
    epoch: "一個週期",
    finish: "直接訓練完",
    reset: "重設",
    fresh: "換初始權重",
    speed: "速度",
    "play.help": "一直訓練到設定的週期數為止（P）",
    "pause.help": "停在這裡，之後可以繼續（P）",
    "batch.help": "只用一個批次更新一次權重（B）",
    "epoch.help": "訓練到這個週期（epoch）結束（E）",
    "finish.help": "用全速訓練到設定的週期數（F）",
    "reset.help": "回到同一組初始權重（R）",
    "fresh.help": "亂數種子加一，換一組初始權重（N）",
    "speed.help": "每秒訓練幾個批次；慢一點看得清楚（- 與 +）",
    "speed.rate": "每秒 {rate} 批",
    "speed.full": "全速",

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

    // The settings: names and explanations.
    settings: "設定",
    training: "訓練",
    data: "資料選項",
    network: "網路",
    optimizing: "優化器",
    regularization: "正則化",
    scheduling: "學習率排程",
    stopping: "提早停止",
    on: "開",
    off: "關",
    none: "無",

    dataset: "資料集",
    "dataset.help": "要分開的點排成的形狀；螺旋最難。各有自己的選項。",
    "dataset.spirals": "螺旋",
    "dataset.moons": "雙月",
    "dataset.circles": "同心圓",
    "dataset.blobs": "群聚",
    learningRate: "學習率",
    "learningRate.help": "每一步更新權重的幅度；越大越快，太大會來回震盪。",
    batchSize: "批次量",
    "batchSize.help": "每次更新權重用幾個樣本；越多越平穩，更新次數越少。",
    layers: "隱藏層",
    "layers.help": "各層的神經元數；越多，邊界能彎得越細。清空格子即移除該層。",
    "layers.none": "沒有隱藏層：softmax 迴歸",
    "layers.none.sigmoid": "沒有隱藏層：邏輯迴歸",
    "layers.units": "第 {layer} 層的神經元數",
    "layers.add": "加一層",
    "layers.add.help": "在最後加一層隱藏層",
    "layers.remove": "移除最後一層",
    "layers.total": "{count} 個參數",
    "layers.parameters": "第 {layer} 層有 {count} 個參數",
    "layers.detail": "逐層看",
    "layers.detail.help":
        "‖W‖ 是權重、‖∇‖ 是上一步梯度的大小：梯度接近 0 就學不動。失效的神經元對所有樣本都輸出同一個值。",
    "layers.activation": "第 {layer} 層的活化函數",
    "layers.common": "共用",
    "layers.removeOne": "移除第 {layer} 層",
    "layers.hidden": "{layer} · {units}",
    "layers.output": "輸出 {units}",
    "layers.dead": "失效 {dead}/{units}",
    epochs: "週期 epochs",
    "epochs.help": "整份資料看過幾遍才停；越多，學得越久。",
    seed: "亂數種子",
    "seed.help": "決定初始權重與批次順序；種子相同，結果就相同。",

    classes: "類別數",
    "classes.help": "有幾條螺旋臂（或幾群），輸出就有幾類；越多靠得越近。",
    points: "每類點數",
    "points.help": "每一類的資料點；越多越密，一個週期也越久。",
    noise: "雜訊",
    "noise.help": "點偏離形狀的程度；越大，各類越混在一起。",
    turn: "旋轉角度",
    "turn.help": "每條臂轉多少弧度；越大，邊界越難學。",
    factor: "內圓比例",
    "factor.help": "內圓半徑是外圓的幾倍；越接近 1，兩圈越難分。",
    clusterStd: "群的寬度",
    "clusterStd.help": "每群點散開的標準差；越大，各群越重疊。",
    dataSeed: "資料種子",
    "dataSeed.help": "決定雜訊怎麼落；換一個，就是另一批點。",
    validationSplit: "驗證比例",
    "validationSplit.help": "留下多少資料不訓練、只驗證；越大，驗證越準，能學的越少。",

    activation: "活化函數",
    "activation.help": "各隱藏層共用的非線性函數；用 linear，再多層也只是直線。",
    initializer: "初始化",
    "initializer.help": "初始權重怎麼抽；he 的比 glorot 大，全是 zeros 就學不動。",
    output: "輸出",
    "output.help": "softmax 讓各類機率的總和為 1；sigmoid 各類各自判斷。",
    batchNorm: "批次正規化",
    "batchNorm.help": "每層先把批次拉回平均 0、變異數 1；深的網路學得較穩。",

    optimizer: "優化器",
    "optimizer.help": "怎麼用梯度更新權重；adam 會替每個權重調整步伐。",
    momentum: "動量",
    "momentum.help": "保留多少上一步的方向；越大衝得越快，也越難轉彎。",
    rho: "衰減 rho",
    "rho.help": "梯度平方的平均記得多久；越大越久，步伐越平穩。",
    beta1: "beta 1",
    "beta1.help": "梯度平均記得多久；越大，方向越平穩。",
    beta2: "beta 2",
    "beta2.help": "梯度平方的平均記得多久；越大，步伐越平穩。",
    epsilon: "epsilon",
    "epsilon.help": "加在分母，避免除以 0；越大，步伐越小。",
    clipNorm: "梯度上限",
    "clipNorm.help": "整體梯度的長度上限（global_clipnorm）；越小越不易發散，0 是不限。",

    dropout: "丟棄率 dropout",
    "dropout.help": "訓練時隨機關掉多少神經元；越大越不易死背，學得也越慢。",
    l2: "L2 懲罰",
    "l2.help": "權重平方加進損失的份量；越大，權重越小、邊界越平滑。",
    l1: "L1 懲罰",
    "l1.help": "權重絕對值加進損失的份量；越大，越多權重接近 0。",
    weightDecay: "權重衰減",
    "weightDecay.help": "adamw 每一步縮小權重的比例；越大，權重越小。",

    schedule: "排程",
    "schedule.help": "學習率隨時間怎麼變；先大後小，最後走得較穩。",
    decaySteps: "衰減步數",
    "decaySteps.help": "多少步走完一次衰減；越多，學習率降得越慢。",
    decayRate: "衰減倍率",
    "decayRate.help": "每次衰減乘上多少；越接近 1，降得越慢。",
    plateauPatience: "停滯容忍週期",
    "plateauPatience.help": "損失停滯幾個週期才降學習率；越大，等得越久。",

    earlyStopping: "提早停止",
    "earlyStopping.help": "損失不再下降就停；有驗證資料時看驗證損失。",
    patience: "容忍週期數",
    "patience.help": "幾個週期沒有進步才停（patience）；越大，等得越久。",
    minDelta: "最小進步",
    "minDelta.help": "損失至少降多少才算進步（min_delta）；越大，停得越早。",
    restoreBestWeights: "還原最佳權重",
    "restoreBestWeights.help": "停止時回到損失最低的那個週期。",

    // The map.
    map: "決策區域",
    "map.description":
        "決策區域圖：{classes} 個類別、{samples} 個點；第 {epoch} 個週期，目前準確率 {accuracy}。",
    view: "顯示",
    "view.title": "選擇底色代表什麼。",
    "view.regions": "決策區域",
    "view.soft": "區域與機率",
    "view.unsure": "不確定程度",
    "view.class": "類別 {index} 的機率",
    "view.unit": "{layer} #{index}",
    "view.regions.help": "顏色是機率最大的類別。",
    "view.soft.help": "顏色越濃，網路越有把握。",
    "view.unsure.help": "顏色越濃，最大的機率離 1 越遠。",
    "view.class.help": "網路認為這裡屬於類別 {index} 的機率。",
    "view.unit.help": "這個神經元的輸出：白色為 0。",
    "view.unit.help.dark": "這個神經元的輸出：黑色為 0。",
    palette: "配色",
    "palette.title": "各類別的顏色：教學文的配色，或色覺異常者也分得出來的配色。",
    "palette.tutorial": "教學文配色",
    "palette.safe": "色盲友善",
    samples: "資料點",
    "samples.title": "顯示資料點與分錯的外圈；隱藏後，看得到底下的決策區域。",
    "zoom.in": "放大",
    "zoom.out": "縮小",
    "zoom.whole": "顯示整張圖",
    "zoom.in.title":
        "放大。也可以按住 Ctrl 或 ⌘ 轉滾輪、點兩下、用兩指撐開，或在圖上按 Page Up；放大後可以拖曳。",
    "zoom.out.title": "縮小。也可以按住 Ctrl 或 ⌘ 轉滾輪，或在圖上按 Page Down。",
    "zoom.whole.title": "顯示整張圖。也可以在圖上按 Home。",
    "zoom.say": "放大 {level} 倍：x 從 {left} 到 {right}，y 從 {low} 到 {high}。",
    legend: "圖例",
    "legend.wrong": "分錯",
    "legend.validation": "驗證",
    crosshair: "十字游標",
    "crosshair.help":
        "方向鍵移動十字，加 Shift 走大步，Enter 固定，Esc 收起。Page Up、Page Down 放大或縮小，Home 顯示整張圖。",
    "crosshair.say": "x {x}，y {y}：類別 {index} 的機率 {p}。",
    "crosshair.sample": "第 {sample} 個樣本，屬於類別 {truth}，損失 {loss}。",

    // Under the pointer.
    pointer: "游標所在的點",
    "pointer.hint": "移到圖上或點一下，看 logit z 變成機率 p。",
    "pointer.held": "已固定；再點一下或按 Esc 取消固定",
    "pointer.free": "點一下可固定",
    "pointer.class": "類別",
    "pointer.place": "x = {x}，y = {y}",
    "pointer.sample": "第 {sample} 個樣本",
    "pointer.validation": "（驗證）",
    "pointer.sum": "總和",
    "pointer.noSample": "移到資料點上：y_cat（one-hot）與損失。",
    "pointer.loss": "損失",

    // The neurons.
    neurons: "神經元",
    "neurons.title": "看隱藏層每個神經元對平面各處的輸出。",
    "neurons.help": "每格是一個神經元的輸出：藍為正、橘為負；點選可在圖上放大，✕ 是失效的神經元。",
    "neurons.none": "這個網路沒有隱藏層，只有輸出層。",
    "neurons.layer": "隱藏層",
    "neurons.option": "{name}（{units}）",
    "neurons.lines": "在圖上畫出第一層的直線",
    "neurons.lines.title": "第一層每個神經元的 w₁x + w₂y + b = 0：輸出在線的兩側變號。",
    "neurons.unit": "第 {index} 個神經元",
    "neurons.dead": "第 {index} 個神經元，失效：對所有樣本輸出都相同",
    "neurons.close": "關閉",

    // Curves, report and matrix.
    results: "結果",
    loss: "損失 loss",
    accuracy: "準確率 accuracy",
    "curve.none": "{name}：還沒有訓練。",
    "curve.description": "{name}：{epochs} 個週期，從 {first} 到 {last}。",
    "curve.description.validation": "驗證資料：從 {first} 到 {last}。",
    "curve.description.earlier": "另有 {count} 次先前訓練的淡色曲線。",
    "curve.value": "第 {epoch} 週期 {value}",
    "curve.values": "第 {epoch} 週期 {value}，驗證 {other}",
    "curve.values.lowest": "第 {epoch} 週期 {value}，驗證 {other}（最低）",
    "curve.lowest": "圓圈：驗證損失最低，第 {epoch} 個週期的 {value}。",
    "curve.training": "訓練",
    "curve.validation": "驗證",
    "curve.log": "對數",
    "curve.log.help": "損失改用對數刻度：很小的損失也看得出還在變小",
    "runs.keep": "保留曲線",
    "runs.keep.help":
        "重新開始時，把前一次的曲線留成淡色線來比較（最多八次）；移到線上會顯示它的設定哪裡不同",
    "runs.clear": "清除（{count}）",
    "runs.clear.help": "清掉先前訓練的淡色曲線",
    "runs.cleared": "已清除先前的曲線。",
    "caption.epoch": "第 {epoch} 個週期",
    "caption.batch": "第 {epoch} 個週期的第 {step} 批（共 {steps} 批）",
    "caption.loss": "損失 {value}",
    "caption.accuracy": "準確率 {value}",
    "caption.val_loss": "驗證損失 {value}",
    "caption.val_accuracy": "驗證準確率 {value}",
    "caption.untrained": "尚未訓練",
    "caption.tutorial": "教學文的設定",
    judgement: "報告或矩陣",
    report: "分類報告",
    "report.short": "分類報告",
    "report.note":
        "[precision](precision)：判為這一類的點有多少是對的；[recall](recall)：這一類的點有多少被找出來。",
    "report.choose": "點選數字，在圖上看是哪些點",
    "report.precision": "precision：判為類別 {label} 的 {answered} 個點，有 {right} 個是對的。",
    "report.recall": "recall：類別 {label} 的 {all} 個點，有 {right} 個被找出來。",
    "report.f1-score":
        "類別 {label} 的 f1-score：precision {precision} 與 recall {recall} 的調和平均。",
    "report.support": "support：類別 {label} 共有 {all} 個點。",
    matrix: "混淆矩陣",
    "matrix.short": "混淆矩陣",
    "matrix.note": "每列是真實類別，每欄是預測類別；點選一格，圖上就只突顯那些點。",
    "matrix.corner": "真實 ╲ 預測",
    "matrix.predicted": "預測 {label}",
    "matrix.true": "真實 {label}",
    "matrix.cell": "真實 {row}，預測 {column}：{count} 個點",
    "matrix.shown": "圖上突顯 {count} 個點。",
    "matrix.all": "圖上的點全部恢復顯示。",
    side: "哪些點",
    "side.training": "訓練",
    "side.validation": "驗證",
    "side.training.help": "用來訓練的點，以現在的權重來判斷",
    "side.validation.help": "保留不訓練的點，以現在的權重來判斷",
    "side.none": "沒有保留驗證資料：先在設定裡調高驗證比例。",
    "report.copy": "把分類報告複製成文字",
    "matrix.copy": "把混淆矩陣複製成文字",

    // On paper.
    "print.name": "姓名：",
    "print.date": "日期：",
    "print.epoch": "已訓練的週期",
    "print.within": "{epoch} 個，又 {steps} 批中的 {step} 批",
    "print.others": "其餘設定與教學文相同。",

    // Copying.
    copy: "複製",
    copied: "已複製",
    "copy.failed": "瀏覽器不允許複製。",

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
    "error.samples": "資料點太少或太多。",
    "error.split": "這樣切分，訓練或驗證會沒有資料；請調整驗證比例或增加點數。",
    "error.fixed": "這項設定不能在訓練途中改變；請重新開始。",
    "error.file": "這不是螺旋實驗室儲存的模型。",
    "error.file_version":
        "這個模型是另一個版本的螺旋實驗室儲存的。目前的版本能讀第 2 版的檔案；第 1 版的也行，但用了 RMSprop 或常態分布初始化的除外，因為規則後來改過。",
    "error.file_damaged": "這個模型檔案已損壞或不完整。",
    "error.digits": "小數位數超出範圍。",
    "error.pixels":
        "這個瀏覽器為了防止網站辨識，不讓網頁讀取圖的像素，存成 PNG 只會是雜訊。請允許這個網頁讀取 canvas（多半在網址列的圖示），或改用螢幕截圖。",
    "error.internal": "程式出了意外的錯誤：{message}",
    "error.noWasm": "這個瀏覽器不支援 WebAssembly，請改用較新的瀏覽器。",
    "error.noSimd": "這個瀏覽器的 WebAssembly 沒有 SIMD，請改用較新的瀏覽器。",
    "error.wasmRefused":
        "這個網頁的安全性政策不允許 WebAssembly；需要在 script-src 加上 'wasm-unsafe-eval'。",
};

/**
 * What only the dialogs of Help and Share say.
 * @type {Record<keyof typeof import("./en.js").dialogs, string>}
 */
export const dialogs = {
    // Help.
    "help.close": "關閉",
    "help.intro":
        "網路從有顏色的點，學會判斷平面上每個點屬於哪一類；看它怎麼學，也動手改它怎麼學。",
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
    "help.share": "連結、嵌入碼、模型檔、Keras 程式、紀錄與圖檔。",
    "help.keys": "快速鍵",
    "help.keys.intro": "先在實驗室裡點一下；在輸入欄裡不作用。",
    "keys.toggle": "開始或暫停",
    "keys.slower": "慢一點",
    "keys.faster": "快一點",

    // Share.
    "share.title": "分享與匯出",
    "share.link": "連結",
    "share.link.help": "打開就是這些設定、這個畫面，並訓練過同樣的 {steps} 個批次。",
    "share.link.fresh": "打開就是這些設定與這個畫面。",
    "share.link.changed":
        "打開就是這些設定與這個畫面，但還沒訓練：途中改過設定或載入的模型，只有模型檔能原樣保存。",
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
    "share.files": "紀錄與圖",
    "share.files.help": "每個週期的損失與準確率，以及現在的圖，圖上附有設定。",
    "share.history": "紀錄 CSV",
    "share.size": "圖的大小",
    "share.size.screen": "和畫面一樣",
    "share.size.width": "寬 {width} 像素",
    "share.drawing": "正在畫圖…",
    "share.map": "決策區域 PNG",
    "share.curves": "曲線 PNG",
    "share.report": "分類報告 PNG",
    "share.saved": "已下載：{name}",
    "share.copied": "已複製：{name}",
};

/**
 * The glossary: of each term its name, what it is, and what of it is seen here.
 * @type {Record<keyof typeof import("./en.js").glossary, string>}
 */
export const glossary = {
    glossary: "名詞解釋",
    "glossary.open": "名詞解釋：這些詞是什麼意思",
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
    "term.neuron": "神經元 (neuron, unit)",
    "term.neuron.text":
        "把每個輸入各乘上一個權重，相加後再加上偏差，最後通過活化函數成為輸出。教學文叫它類神經元或單元。",
    "term.neuron.here": "「神經元」把一層裡每個神經元對平面各處的輸出畫成小圖。",
    "term.hiddenLayer": "隱藏層 (hidden layer)",
    "term.hiddenLayer.text":
        "輸入與輸出之間的一層神經元，它的輸出就是下一層的輸入。層數與神經元越多，邊界可以越複雜，但要學的參數也越多。",
    "term.hiddenLayer.here": "一格是一個隱藏層，格子裡是那一層的神經元數。",
    "term.parameter": "參數 (parameter)",
    "term.parameter.text": "網路裡由訓練自己更新的數，例如權重與偏差。",
    "term.parameter.here": "「隱藏層」旁邊是參數的總數，每一格下面是那一層的參數個數。",
    "term.weightAndBias": "權重與偏差 (weight, bias)",
    "term.weightAndBias.text":
        "神經元的每個輸入各有一個權重，決定這個輸入的影響多大、往哪個方向；偏差再把總和往上或往下移。",
    "term.weightAndBias.here":
        "第一個隱藏層裡，一個神經元的兩個權重與偏差構成直線 w₁x + w₂y + b = 0；在「神經元」裡勾選，就會畫在圖上。",
    "term.activation": "活化函數 (activation function)",
    "term.activation.text": "神經元套用在總和上的函數。如果它是線性的，再多層合起來也只等於一層。",
    "term.activation.here": "各隱藏層共用一種，也可以各層另選；選 linear，邊界就只剩直線。",
    "term.relu": "ReLU",
    "term.relu.text":
        "max(0, z)：正的總和原樣通過，負的變成 0。它的斜率不是 1 就是 0，通過的梯度不會因此縮小。",
    "term.relu.here": "教學文的隱藏層用的就是這種活化函數。",
    "term.batchNorm": "批次正規化 (batch normalization)",
    "term.batchNorm.text":
        "在每個批次裡，把每個神經元的總和調整成平均 0、變異數 1，再用兩個學來的參數縮放與平移。深的網路往往因此學得更快、更穩。",
    "term.batchNorm.here": "開啟後，每個隱藏層都在活化函數之前做這一步。",

    // Training.
    "term.hyperparameter": "超參數 (hyperparameter)",
    "term.hyperparameter.text": "由人設定、訓練不會自己學的值，例如學習率、批次量、隱藏層數目。",
    "term.hyperparameter.here":
        "設定裡除了資料以外都是超參數；「訓練」這一組依教學文的重要程度排列。",
    "term.loss": "損失 (loss)",
    "term.loss.text":
        "用一個數表示網路給的機率錯得多嚴重；越低越好，訓練就是要降低它。它是所有樣本的平均，有懲罰項時再加上去。",
    "term.loss.here": "損失曲線是每個週期的平均，和 Keras 印的一樣。",
    "term.gradient": "梯度 (gradient)",
    "term.gradient.text":
        "損失對每個參數的斜率。合起來指向損失上升最快的方向，所以訓練往反方向走。",
    "term.gradient.here": "「逐層看」裡的 ‖∇‖ 是上一步權重梯度的大小。",
    "term.gradientDescent": "梯度下降 (gradient descent)",
    "term.gradientDescent.text": "一次又一次，把所有參數往梯度的反方向改一點點，讓損失下降。",
    "term.gradientDescent.here": "按「一個批次」就能看到其中一步。",
    "term.backpropagation": "向後傳播 (backpropagation)",
    "term.backpropagation.text":
        "向前傳播從輸入逐層算到輸出；向後傳播（也叫反向傳播）再從損失逐層往回，用連鎖律算出每個參數的梯度。",
    "term.backpropagation.here": "每一步都做這兩件事；‖∇‖ 就是傳回各層的梯度大小。",
    "term.optimizer": "優化器 (optimizer)",
    "term.optimizer.text": "決定怎麼用梯度更新參數的規則。",
    "term.optimizer.here": "有六種可選；教學文用 adam。",
    "term.sgd": "SGD（隨機梯度下降）",
    "term.sgd.text":
        "stochastic gradient descent：每個參數的改變量是「負的學習率 × 斜率」。每一步只看隨機抽出的一個批次，所以叫「隨機」。",
    "term.sgd.here": "選 sgd 比比看：在螺旋上比 adam 慢很多。",
    "term.momentum": "動量 (momentum)",
    "term.momentum.text":
        "保留上一步的一部分，加到下一步，像滾動的球：斜率方向一致時越走越快，來回擺動時互相抵消。",
    "term.momentum.here": "選 momentum 或 nesterov，下面就會出現保留的比例。",
    "term.rmsprop": "RMSprop",
    "term.rmsprop.text":
        "把每個參數的步伐除以「斜率平方的移動平均」的平方根，陡的與平的方向步伐就差不多大。",
    "term.rmsprop.here": "選 rmsprop，下面的 rho 決定平方記得多久。",
    "term.adam": "Adam",
    "term.adam.text":
        "動量加上 RMSprop：用斜率的移動平均與斜率平方的移動平均，並修正兩者從 0 開始造成的偏差。",
    "term.adam.here": "教學文用的優化器，也是一開始的選擇。",
    "term.learningRate": "學習率 (learning rate)",
    "term.learningRate.text":
        "每一步走多遠：優化器由梯度算出的改變量要乘上它。太小學得慢，太大會走過頭，甚至發散。",
    "term.learningRate.here": "可以邊訓練邊改。",
    "term.batch": "批次 (batch)、批次量 (batch size)",
    "term.batch.text": "更新一次參數所用的樣本叫一個批次；一批有幾個樣本就是批次量。",
    "term.batch.here": "1,500 個樣本、批次量 32，一個週期更新 47 次，最後一批比較小。",
    "term.iteration": "迭代 (iteration)",
    "term.iteration.text": "用一個批次更新一次參數；Keras 叫它一步 (step)。",
    "term.iteration.here": "「一個批次」就是一次迭代。這裡用週期數設定訓練多久，不用迭代次數。",
    "term.epoch": "週期 (epoch)",
    "term.epoch.text": "把所有訓練樣本一批一批看過一遍，每次的順序都重新打亂。",
    "term.epoch.here": "訓練滿這麼多週期就停；每個週期在曲線上是一個點。",
    "term.seed": "亂數種子 (seed)",
    "term.seed.text": "產生亂數的起點；種子相同，亂數就相同，整次訓練也就相同。",
    "term.seed.here": "它決定初始權重與樣本的順序；資料點另有自己的種子，在「資料選項」裡。",

    // Classes and probabilities.
    "term.decisionRegion": "決策區域、決策邊界 (decision region, decision boundary)",
    "term.decisionRegion.text":
        "網路判為同一類的所有位置，合起來是一個決策區域；兩個區域相接的地方就是決策邊界。",
    "term.decisionRegion.here":
        "圖的底色就是決策區域。中央是各臂靠得最近的地方，總有幾個點分錯：每次更新都會把那裡的邊界推來推去；放大就看得到。",
    "term.logit": "logit",
    "term.logit.text": "輸出層算出的每一類的總和，還沒變成機率，可以是任何數，寫作 z。",
    "term.logit.here": "z 那一欄，是游標所在位置的 logit。",
    "term.softmax": "softmax",
    "term.softmax.text":
        "把各類的 logit 轉成機率：每個 eᶻ 除以所有 eᶻ 的總和。每個都在 0 到 1 之間，加起來是 1。",
    "term.softmax.here": "從 z 到 eᶻ 再到 p，對游標所在的位置一步一步算。",
    "term.sigmoid": "sigmoid",
    "term.sigmoid.text":
        "1 / (1 + e⁻ᶻ) 把一個 logit 變成 0 到 1 之間的數。用在輸出時，每一類各自判斷，機率加起來不一定是 1。",
    "term.sigmoid.here": "可以選它當輸出，取代 softmax。",
    "term.oneHot": "one-hot 編碼 (y_cat, to_categorical)",
    "term.oneHot.text":
        "把類別寫成一串數，自己的位置是 1，其餘是 0：三類中的類別 2 是 [0, 0, 1]。Keras 的 to_categorical 會做這件事，教學文把結果叫 y_cat。",
    "term.oneHot.here": "把游標移到資料點上，表格下面就是它的 y_cat。",
    "term.crossEntropy": "交叉熵 (cross-entropy)",
    "term.crossEntropy.text":
        "一個樣本的損失，是真實類別所得機率的 −log：機率是 1 時為 0，越小損失越大。輸出用 sigmoid 時是二元交叉熵，取各類的平均。",
    "term.crossEntropy.here": "把游標移到資料點上，表格下面會算出它的損失。",
    "term.argmax": "argmax",
    "term.argmax.text": "一串數裡最大的那個排在第幾個。機率的 argmax 就是網路預測的類別。",
    "term.argmax.here": "圖上顯示「決策區域」時，就用它決定每個位置的顏色。",

    // Judging the result.
    "term.accuracy": "準確率 (accuracy)",
    "term.accuracy.text": "預測對的樣本占全部的比例。",
    "term.accuracy.here":
        "訓練曲線是每個週期的平均，計算時權重還在變；分類報告則用現在的權重來算。",
    "term.confusionMatrix": "混淆矩陣 (confusion matrix)",
    "term.confusionMatrix.text": "數每個真實類別的樣本各被預測成哪一類；對角線上是對的。",
    "term.confusionMatrix.here": "每列是真實類別，每欄是預測類別；點選一格，圖上就突顯那些點。",
    "term.precision": "精確率 (precision)",
    "term.precision.text":
        "判為這一類的樣本中，真的屬於這一類的比例；在混淆矩陣裡是對角線的格子除以那一欄的總和。",
    "term.precision.here": "分類報告的第一欄。",
    "term.recall": "召回率 (recall)",
    "term.recall.text":
        "屬於這一類的樣本中，被判為這一類的比例；在混淆矩陣裡是對角線的格子除以那一列的總和。",
    "term.recall.here": "分類報告的第二欄。",
    "term.f1": "F1 分數 (f1-score)",
    "term.f1.text": "precision 與 recall 的調和平均，2PR / (P + R)；兩個都高，它才會高。",
    "term.f1.here": "分類報告的第三欄。",
    "term.support": "樣本數 (support)",
    "term.support.text": "真正屬於這一類的樣本有幾個，與預測無關。",
    "term.support.here": "分類報告的最後一欄。",
    "term.macroAverage": "巨觀平均 (macro average)",
    "term.macroAverage.text": "各類的數值直接平均：不管樣本多少，每一類的份量都一樣。",
    "term.macroAverage.here": "macro avg 那一行。",
    "term.weightedAverage": "加權平均 (weighted average)",
    "term.weightedAverage.text": "各類的數值以樣本數 (support) 加權平均：樣本多的類別份量大。",
    "term.weightedAverage.here": "weighted avg 那一行；各類樣本一樣多時，與 macro avg 相同。",
    "term.validationSplit": "驗證比例 (validation split)",
    "term.validationSplit.text":
        "留下來不訓練的樣本比例。網路在這些沒看過的樣本上的表現，才看得出學到的東西能不能用在別處。",
    "term.validationSplit.here": "大於 0 時，曲線多一條虛線，報告與矩陣也可以改看驗證的樣本。",

    // What can go wrong, and what helps.
    "term.localMinimum": "局部極小值 (local minimum)",
    "term.localMinimum.text":
        "梯度為 0、往每個方向損失都向上彎的地方：附近沒有更低的，但別處可能有。",
    "term.localMinimum.here":
        "損失不再下降，可能是接近了局部極小值；但只看曲線，分不出它與鞍點、高原。",
    "term.globalMinimum": "全域極小值 (global minimum)",
    "term.globalMinimum.text":
        "所有參數的組合中損失最低的地方，也就是教學文說的全域極值 (global optimum)。訓練不一定要找到它；損失夠低、在沒看過的樣本上也低，才是重點。",
    "term.globalMinimum.here": "曲線只顯示損失降到多低，不會顯示最低能到多低。",
    "term.saddlePoint": "鞍點 (saddle point)",
    "term.saddlePoint.text":
        "梯度為 0，損失往某些方向向上彎、往另一些方向向下彎的地方，像馬鞍。在它附近步伐很小，其實還有路可以往下走。",
    "term.saddlePoint.here": "各層的 ‖∇‖ 都近 0，表示那裡是平的；但看不出往上彎還是往下彎。",
    "term.plateau": "高原 (plateau)",
    "term.plateau.text": "一整片損失幾乎是平的區域：到處梯度都近 0，參數幾乎不動。",
    "term.plateau.here":
        "曲線上一長段平的地方；例如隱藏層全用 sigmoid、優化器用 sgd，三類的損失會停在 ln 3 = 1.0986 附近。",
    "term.vanishingGradient": "梯度消失 (vanishing gradient)",
    "term.vanishingGradient.text":
        "梯度逐層往回傳時要乘上許多斜率；如果斜率都比 1 小得多（例如 sigmoid），傳到前面幾層就所剩無幾，那幾層幾乎學不動。",
    "term.vanishingGradient.here": "比較前面幾層與最後幾層的 ‖∇‖。",
    "term.deadNeuron": "失效的神經元 (dead neuron)",
    "term.deadNeuron.text":
        "對每個訓練樣本都輸出同一個值的神經元。用 relu 時，總和對所有樣本都不是正的就會這樣：梯度是 0，它的權重不再學習。",
    "term.deadNeuron.here": "小圖上有 ✕ 的就是；「逐層看」會數出每層有幾個。",
    "term.divergence": "發散 (divergence)",
    "term.divergence.text": "損失不降反升，一步比一步大，最後不再是有限的數；通常是步伐太大。",
    "term.divergence.here": "這時會退回先前正常的權重，並建議調小學習率。",
    "term.overfitting": "過度擬合 (overfitting)",
    "term.overfitting.text":
        "把訓練樣本連同雜訊都學了進去，遇到別的樣本反而表現較差：訓練損失繼續下降，驗證損失卻回升。也叫過擬合。",
    "term.overfitting.here": "設定驗證比例，看損失曲線兩條線的差距。",
    "term.regularization": "正則化 (regularization, L1, L2)",
    "term.regularization.text":
        "在損失裡加上對大權重的懲罰。L2 是平方和，讓權重都變小；L1 是絕對值的和，把許多權重推到接近 0。",
    "term.regularization.here":
        "把 L2 或 L1 調高一點試試；用這些優化器，L1 的權重只會接近 0，不會剛好是 0。",
    "term.dropout": "丟棄法 (dropout)",
    "term.dropout.text":
        "訓練的每一步都隨機關掉一部分隱藏層神經元，網路就不能只靠某一個；預測時則全部參與。",
    "term.dropout.here": "設定關掉的比例；0 是不關。",
    "term.earlyStopping": "提早停止 (early stopping)",
    "term.earlyStopping.text": "損失連續幾個週期沒有進步就停止訓練；有驗證樣本時看驗證損失。",
    "term.earlyStopping.here": "在這裡開啟；patience 是等幾個週期。",
};

/**
 * What an exported script or notebook says, to whoever runs it in Python.
 * @type {Record<keyof typeof import("./en.js").exported, string>}
 */
export const exported = {
    title: "螺旋實驗室的一次訓練，用 Keras",
    start: "由螺旋實驗室產生：用同樣的資料、初始權重與批次，在 Keras 裡做網頁上的這次訓練。",
    "start.weights": "由螺旋實驗室產生：網頁上的網路搬到 Keras，權重是在網頁上訓練好的。",
    "start.needs": "Keras 3 與 Keras 2 都能執行；另外需要 NumPy、matplotlib 與 scikit-learn。",
    "start.changed":
        "網頁上的這次訓練是從檔案載入的，或是途中改過設定；這裡從頭到尾都用最後的設定，所以數字可能和網頁不同。",
    data: "資料點，以及每一點的類別。",
    "data.own": "網頁上的資料點，以及每一點的類別。",
    targets: "網路對每個類別各有一個輸出，所以把類別寫成一串數：自己的位置是 1，其餘是 0。",
    "targets.random": "所有亂數都來自同一個產生器，種子和網頁一樣是 {seed}。",
    "targets.split": "先把 {samples} 個樣本打亂，最後 {aside} 個留作驗證。",
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

/**
 * What only the authors' page says.
 * @type {Record<keyof typeof import("./en.js").authors, string>}
 */
export const authors = {
    title: "螺旋實驗室：給文章作者",
    intro: "選好設定，看它在文章裡的樣子，再把嵌入碼貼進文章。",
    back: "回到實驗室",
    form: "呈現方式",
    kind: "嵌入方式",
    "kind.script": "元素",
    "kind.iframe": "iframe",
    "kind.help": "元素與文章同在一頁；iframe 適合不能放指令碼的部落格。",
    lang: "語言",
    "lang.auto": "隨文章",
    "lang.help.script":
        "「隨文章」看的是文章的 lang 屬性，不是內文：如果寫的是 en，中文文章裡的實驗室也會是英文。這一頁寫的是 {tag}。",
    "lang.help.iframe": "在 iframe 裡，「隨文章」是讀者瀏覽器的語言：文章的 lang 屬性管不到框裡。",
    theme: "外觀",
    "theme.auto": "自動",
    "theme.light": "淺色",
    "theme.dark": "深色",
    layout: "版面",
    "layout.full": "完整",
    "layout.compact": "精簡",
    "layout.help": "精簡版適合文章裡 700 px 寬的欄。",
    speed: "速度",
    "speed.full": "全速",
    "speed.rate": "每秒 {rate} 批",
    autoplay: "捲到眼前就開始訓練",
    steps: "預先訓練（批次）",
    "steps.help": "文章打開時已訓練到這裡；0 是還沒訓練。教學的設定一個週期是 47 個批次。",
    "steps.error": "要是 0 到 9999999 的整數。",
    preview: "決策區域的顯示方式與配色，請直接在文章裡的實驗室選。",
    parts: "要顯示的部分",
    "parts.help": "可以顯示整個實驗室，也可以只當一張圖：決策區域加一個按鈕，400 px 就夠。",
    "parts.header": "標題、語言、分享與說明",
    "parts.view": "決策區域的顯示方式與配色",
    "parts.map": "決策區域",
    "parts.transport": "訓練控制",
    "parts.progress": "進度列",
    "parts.curves": "損失與準確率曲線",
    "parts.report": "分類報告",
    "parts.matrix": "混淆矩陣",
    "parts.pointer": "游標所在點的數值",
    "parts.neurons": "神經元",
    "parts.settings": "設定",
    "parts.single": "只顯示部分設定",
    article: "一篇文章",
    before: "三條螺旋纏在一起，一條直線分不開。讓網路自己學，看決策區域怎麼彎。",
    after: "把學習率放大十倍再試一次，損失會怎麼變？",
    local: "這是你自己電腦的網址：請把 dist/ 裡的檔案放到網站上，再改成那裡的網址。",
    snippet: "嵌入碼",
    "snippet.script": "spiral-lab.js 可以放在任何地方；別的檔案都不需要，也不會連到別處。",
    "snippet.iframe":
        "embed-host.js 讓框的高度隨內容調整：框裡的網頁送出 {message}。不能放指令碼的部落格請刪去第二行，並把高度設得夠大：在手機上約 2000。",
    copy: "複製嵌入碼",
    copied: "已複製",
    "copy.failed": "瀏覽器不允許複製。",
    fallback: "標籤之間可以放一張圖或一句話：不能執行指令碼的地方會顯示它。",
    policy: "如果文章有嚴格的 Content-Security-Policy",
    "policy.script":
        "至少需要這些。少了 worker-src 也能用，只是改在網頁自己的執行緒上訓練；少了 'wasm-unsafe-eval' 就不行，它會說明原因。",
    "policy.iframe":
        "文章要允許這個框，以及調整高度的指令碼；框裡的網頁有自己的政策。加上 sandbox 時用 allow-scripts allow-downloads。",
};

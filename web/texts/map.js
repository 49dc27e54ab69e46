/** The map, what is under the pointer, the neurons. Every text is [Traditional Chinese, English]. @satisfies {Record<string, [string, string]>} */
export const map = {
    map: ["決策區域", "Decision regions"],
    "map.description": [
        "地圖：{classes} 個類別、{samples} 個點，以及網路的決策區域；第 {epoch} 個週期，目前答對 {accuracy}。",
        "Map: {samples} points of {classes} classes over the network's decision regions; after epoch {epoch} it gets {accuracy} right.",
    ],
    view: ["顯示", "Show"],
    "view.title": ["選擇地圖的底色代表什麼。", "Chooses what the map's colours mean."],
    "view.regions": ["決策區域", "Regions"],
    "view.soft": ["區域與機率", "Soft regions"],
    "view.unsure": ["不確定程度", "Uncertainty"],
    "view.class": ["類別 {index} 的機率", "P(class {index})"],
    "view.unit": ["{layer} #{index}", "{layer} #{index}"],
    "view.regions.help": [
        "顏色是機率最大的類別。",
        "Each colour is the most probable class there.",
    ],
    "view.soft.help": [
        "顏色越濃，網路越有把握。",
        "The stronger the colour, the surer the network.",
    ],
    "view.unsure.help": [
        "顏色越濃，最大的機率離 1 越遠。",
        "The stronger, the further the top probability is from 1.",
    ],
    "view.class.help": [
        "網路認為這裡屬於類別 {index} 的機率。",
        "How probable class {index} is, says the network.",
    ],
    "view.unit.help": ["這個神經元的輸出：白色為 0。", "What this unit puts out: white is 0."],
    "view.unit.help.dark": ["這個神經元的輸出：黑色為 0。", "What this unit puts out: black is 0."],
    palette: ["配色", "Colours"],
    "palette.title": [
        "各類別的顏色：教學文用的，或色覺異常者也分得出來的。",
        "The classes' colours: the tutorial's, or ones that colour-blind eyes tell apart too.",
    ],
    "palette.tutorial": ["同教學文", "Tutorial"],
    "palette.safe": ["色盲友善", "Colour-blind"],
    legend: ["圖例", "Legend"],
    "legend.wrong": ["答錯", "wrong"],
    "legend.validation": ["驗證", "validation"],
    crosshair: ["十字游標", "Crosshair"],
    "crosshair.help": [
        "方向鍵移動十字，加 Shift 走大步，Enter 固定，Esc 收起。",
        "Arrow keys move it, Shift for larger steps, Enter holds it, Escape takes it away.",
    ],
    "crosshair.say": [
        "x {x}，y {y}：類別 {index} 的機率 {p}。",
        "x {x}, y {y}: class {index}, probability {p}.",
    ],
    "crosshair.sample": [
        "第 {sample} 個樣本，屬於類別 {truth}，損失 {loss}。",
        "Sample {sample} of class {truth}, loss {loss}.",
    ],
    pointer: ["游標所在的點", "Under the pointer"],
    "pointer.hint": [
        "指向或點選地圖，看網路怎麼算出機率。",
        "Point at the map: how logits become probabilities.",
    ],
    "pointer.held": ["已固定；再點一下或按 Esc 放開", "held; click again or Esc lets go"],
    "pointer.free": ["點一下可固定", "click to hold"],
    "pointer.class": ["類別", "Class"],
    "pointer.place": ["x = {x}，y = {y}", "x = {x}, y = {y}"],
    "pointer.sample": ["第 {sample} 個樣本", "sample {sample}"],
    "pointer.validation": ["（驗證）", " (validation)"],
    "pointer.sum": ["總和", "Sum"],
    "pointer.noSample": [
        "移到樣本上，看它的 y_cat 與損失。",
        "On a sample: its y_cat and its loss.",
    ],
    "pointer.loss": ["損失", "loss"],
    neurons: ["神經元", "Neurons"],
    "neurons.title": [
        "看隱藏層每個神經元對平面各處的輸出。",
        "Shows what each hidden unit puts out all over the plane.",
    ],
    "neurons.help": [
        "每格是一個神經元的輸出：藍為正、橘為負；點選可放大到地圖上，✕ 是死掉的神經元。",
        "Each square is one unit's output: blue positive, orange negative. Choose one to see it on the map; ✕ marks a dead unit.",
    ],
    "neurons.none": [
        "這個網路沒有隱藏層，只有輸出層。",
        "This network has no hidden layer, only its output.",
    ],
    "neurons.layer": ["隱藏層", "Layer"],
    "neurons.option": ["{name}（{units}）", "{name} ({units})"],
    "neurons.lines": ["在地圖上畫出第一層的直線", "First layer's lines on the map"],
    "neurons.lines.title": [
        "第一層每個神經元的 w₁x + w₂y + b = 0：輸出在線的兩側變號。",
        "w₁x + w₂y + b = 0 of each unit in the first layer: where its output changes sign.",
    ],
    "neurons.unit": ["第 {index} 個神經元", "Unit {index}"],
    "neurons.dead": [
        "第 {index} 個神經元，死掉了：對所有樣本輸出都相同",
        "Unit {index}, dead: the same for every sample",
    ],
    "neurons.close": ["關閉", "Close"],
};

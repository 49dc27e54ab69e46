/** 自己畫點。 */

export const drawing = {
    draw: "畫點",
    "draw.title": "在圖上畫點、移動或擦除。",
    "draw.help": "這些是自己的點：可以再畫，也可以改。",
    "draw.tool": "工具",
    "draw.paint": "畫",
    "draw.move": "移動",
    "draw.erase": "擦除",
    "draw.brush": "筆刷",
    "draw.undo": "復原",
    "draw.redo": "重做",
    "draw.clear": "清空",
    "draw.class": "要畫的類別",
    "draw.name": "名稱",
    "draw.name.bad": "每個類別都要有自己的名稱，而且不能有控制字元。",
    "draw.addClass": "新增類別",
    "draw.removeClass": "刪除類別",
    "draw.board": "畫板",
    "draw.board.help":
        "方向鍵移動筆刷，空白鍵在該處畫點、移動或擦除；1 到 9 選類別，Ctrl+Z 復原，Esc 回到工具列。",
    "draw.say": "共 {count} 點。",
    "draw.full": "最多能放 100,000 點。",
    "draw.empty": "點都清空了；畫上新的點之前，網路仍留著原來的點。",
};

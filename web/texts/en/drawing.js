/** Drawing points of one's own. */

export const drawing = /** @type {const} */ ({
    draw: "Draw",
    "draw.title": "Paint, move and erase points on the map.",
    "draw.help": "These points are your own: draw more, or change them.",
    "draw.tool": "Tool",
    "draw.paint": "Paint",
    "draw.move": "Move",
    "draw.erase": "Erase",
    "draw.brush": "Brush",
    "draw.undo": "Undo",
    "draw.redo": "Redo",
    "draw.clear": "Clear",
    "draw.class": "Class to paint",
    "draw.name": "Name",
    "draw.name.bad": "Every class needs a name of its own, without control characters.",
    "draw.addClass": "Add class",
    "draw.removeClass": "Remove class",
    "draw.board": "Drawing board",
    "draw.board.help":
        "Arrow keys move the brush, Space paints, moves or erases there; 1 to 9 choose a class, Ctrl+Z undoes, Escape leads back to the tools.",
    "draw.say": "{count} points.",
    "draw.full": "There is room for 100,000 points.",
    "draw.empty": "There are no points any more; the network keeps the last ones until you paint.",
});

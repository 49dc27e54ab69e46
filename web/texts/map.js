/** The map. Every text is [Traditional Chinese, English]. @satisfies {Record<string, [string, string]>} */
export const map = {
    map: ["決策區域", "Decision regions"],
    "map.description": [
        "地圖：{classes} 個類別、{samples} 個點，以及網路的決策區域；第 {epoch} 個週期，目前答對 {accuracy}。",
        "Map: {samples} points of {classes} classes over the network's decision regions; after epoch {epoch} it gets {accuracy} right.",
    ],
};

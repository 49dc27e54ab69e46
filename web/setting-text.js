/** Settings as a person writes them, in a flag, an attribute or a link, and back. */

/** @typedef {import("./core/settings.js").Setting} Setting */
/** @typedef {import("./core/settings.js").LayerSetting} LayerSetting */

/** Stricter than Number(): "" and "0x10" are not numbers here. @param {string} text */
export function toNumber(text) {
    return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
}

/** 128,64:tanh; what is no number becomes NaN, which the core refuses. @param {string} text @returns {LayerSetting[]} */
export function toLayers(text) {
    if (text === "none") return [];
    return text.split(",").map((part) => {
        const [units, activation] = part.trim().split(":");
        return activation === undefined ? toNumber(units) : { units: toNumber(units), activation };
    });
}

/** @param {readonly LayerSetting[]} layers */
export function fromLayers(layers) {
    if (layers.length === 0) return "none";
    return layers
        .map((layer) => (typeof layer === "object" ? `${layer.units}:${layer.activation}` : layer))
        .join();
}

/** A scalar setting's value, which the core has yet to judge. @param {Setting} setting @param {string} text @returns {number | string | boolean} */
export function toValue({ kind }, text) {
    if (kind === "choice") return text;
    if (kind === "boolean") return text === "true" || (text === "false" ? false : text);
    return toNumber(text);
}

/**
 * Settings as text, in a flag, a link, an attribute or a field, and back: one grammar. What a
 * person typed is made tidy first.
 */

/** @typedef {import("../core/settings.js").Setting} Setting */
/** @typedef {import("../core/settings.js").LayerSetting} LayerSetting */

/** Stricter than Number(): "" and "0x10" are not numbers here. @param {string} text */
function toNumber(text) {
    return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
}

/**
 * 128,64:tanh; what is no number becomes NaN, which the core refuses.
 * @param {string} text
 * @returns {LayerSetting[]}
 */
export function toLayers(text) {
    if (text === "none") return [];
    return text.split(",").map((part) => {
        const [units, activation] = part.trim().split(":");
        return activation === undefined ? toNumber(units) : { units: toNumber(units), activation };
    });
}

/** @param {LayerSetting} layer */
export const unitsOf = (layer) => (typeof layer === "number" ? layer : layer.units);

/** 64, or 64:tanh. @param {LayerSetting} layer */
export const fromLayer = (layer) =>
    typeof layer === "object" ? `${layer.units}:${layer.activation}` : String(layer);

/** @param {readonly LayerSetting[]} layers */
export const fromLayers = (layers) => layers.map(fromLayer).join() || "none";

/**
 * A scalar setting's value, which the core has yet to judge.
 * @param {Pick<Setting, "kind">} setting
 * @param {string} text
 * @returns {number | string | boolean}
 */
export function toValue({ kind }, text) {
    if (kind === "choice") return text;
    if (kind === "boolean") return text === "true" || (text === "false" ? false : text);
    return toNumber(text);
}

/** Between the layers of a list. */
const SEPARATOR = /\s*[,、\s]\s*/;

/**
 * Full-width digits and signs, as Chinese input methods write them, and capitals count as plain
 * ones.
 * @param {string} text
 */
export const tidy = (text) => text.normalize("NFKC").trim().toLowerCase();

/** The parts of a list of layers that a person typed. @param {string} text */
export function layerTexts(text) {
    const plain = tidy(text);
    return plain === "" || plain === "none" ? [] : plain.split(SEPARATOR);
}

/**
 * The names of classes and axes behind the core's bytes of a saved model, which have no place for
 * them: JSON, then its length u32, a checksum of it u32, and eight letters. A model with the default
 * names is saved without.
 */

/**
 * labels: of all classes; axes: of the two coordinates.
 * @typedef {{labels?: readonly string[], axes?: readonly [string, string]}} Names
 */

const MAGIC = new TextEncoder().encode("SpiralNm");
const FOOTER = 16; // bytes

/** FNV-1a in 32 bits. @param {Uint8Array} bytes */
const checksumOf = (bytes) =>
    bytes.reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193), 0x811c9dc5) >>> 0;

/**
 * @param {Uint8Array} core what the core saved
 * @param {Names} names
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function withNames(core, names) {
    const json = new TextEncoder().encode(JSON.stringify(names));
    const file = new Uint8Array(core.length + json.length + FOOTER);
    file.set(core);
    file.set(json, core.length);
    const footer = new DataView(file.buffer, file.length - FOOTER);
    footer.setUint32(0, json.length, true);
    footer.setUint32(4, checksumOf(json), true);
    file.set(MAGIC, file.length - MAGIC.length);
    return file;
}

/**
 * Takes a saved model apart; what the names are is not judged.
 * @param {Uint8Array} file
 * @returns {{core: Uint8Array, names: Names} | undefined} undefined if it is damaged
 */
export function takeNames(file) {
    const end = file.length - FOOTER;
    const isNamed = end >= 0 && MAGIC.every((byte, i) => file[end + 8 + i] === byte);
    if (!isNamed) return { core: file, names: {} };
    const footer = new DataView(file.buffer, file.byteOffset + end);
    const start = end - footer.getUint32(0, true);
    const json = start < 0 ? undefined : file.subarray(start, end);
    if (!json || checksumOf(json) !== footer.getUint32(4, true)) return undefined;
    try {
        const names = Object(JSON.parse(new TextDecoder().decode(json)));
        return { core: file.subarray(0, start), names };
    } catch {
        return undefined;
    }
}

/** Pictures as PNG with a palette, in which a drawing of few colours takes few bytes. */

import { deflateSync } from "node:zlib";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const PALETTE_TYPE = 3;

/** Of a byte, as the checksum of each chunk needs it. */
const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
    return value;
});

/** @param {Buffer} bytes */
function crc(bytes) {
    let value = ~0;
    for (const byte of bytes) value = CRC_TABLE[(value ^ byte) & 0xff] ^ (value >>> 8);
    return ~value >>> 0;
}

/** @param {string} type four letters @param {Buffer} data */
function chunk(type, data) {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** Red, green, blue and opacity, each to 255. @typedef {readonly [number, number, number, number]} Rgba */

/**
 * @param {Uint8Array} pixels [height][width], places in the palette, at most 16 colours
 * @param {number} width
 * @param {readonly Rgba[]} palette
 */
export function png(pixels, width, palette) {
    const height = pixels.length / width;
    const header = Buffer.alloc(13);
    header.writeUInt32BE(width, 0);
    header.writeUInt32BE(height, 4);
    header.set([4, PALETTE_TYPE], 8); // bits a pixel
    const across = Math.ceil(width / 2);
    const rows = Buffer.alloc(height * (1 + across)); // each after a byte that says: as it is
    pixels.forEach((colour, i) => {
        const [x, y] = [i % width, Math.floor(i / width)];
        rows[y * (1 + across) + 1 + (x >> 1)] |= x % 2 ? colour : colour << 4;
    });
    return Buffer.concat([
        SIGNATURE,
        chunk("IHDR", header),
        chunk("PLTE", Buffer.from(palette.flatMap((colour) => colour.slice(0, 3)))),
        chunk("tRNS", Buffer.from(palette.map(([, , , alpha]) => alpha))),
        chunk("IDAT", deflateSync(rows, { level: 9 })),
        chunk("IEND", Buffer.alloc(0)),
    ]);
}

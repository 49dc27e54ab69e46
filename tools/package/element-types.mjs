/** The declarations of "spiral-lab/element", for TypeScript. */

/** @typedef {import("./attributes.mjs").Attribute} Attribute */

/** @param {string} word */
const literal = (word) => (/^\d+$/.test(word) ? `${word} | "${word}"` : `"${word}"`);

/** The type of the attribute's value. @param {Attribute} attribute */
function typeOf({ kind, words }) {
    switch (kind) {
        case "number":
            return `number | \`\${number}\``;
        case "numbers":
            return "number | string";
        case "boolean":
            return ["boolean", ...words.map(literal)].join(" | ");
        case "words":
            return words.map(literal).join(" | ");
        case "text":
            return "string";
    }
}

/** @param {Attribute} attribute */
const property = (attribute) => `
    /**
     * ${attribute.description}
     * @default "${attribute.initial}"
     */
    "${attribute.name}"?: ${typeOf(attribute)};`;

/** @param {readonly Attribute[]} attributes */
export const elementTypes = (attributes) => `\
/** <spiral-lab>: the element, its attributes and its events. */

import type { SpiralLab } from "../element/element.js";
import type { Events } from "../element/events.js";

export type { Info, Settings, SpiralLab, State } from "../element/element.js";
export type { ChangeDetail, EpochDetail, ErrorDetail, StopDetail } from "../element/events.js";

/** The element's own attributes; each may be left out. */
export interface SpiralLabAttributes {${attributes.map(property).join("")}
}

/** The element's events, by their names. All of them bubble. */
export type SpiralLabEvents = {
    [Name in keyof Events as \`spiral-lab-\${Name}\`]: CustomEvent<Events[Name]>;
};

/** The attributes that listen to them in JSX. */
export type SpiralLabHandlers = {
    [Name in keyof SpiralLabEvents as \`on\${Name}\`]?: (event: SpiralLabEvents[Name]) => void;
};

declare global {
    interface HTMLElementTagNameMap {
        "spiral-lab": SpiralLab;
    }
    interface GlobalEventHandlersEventMap extends SpiralLabEvents {}
}

// @ts-ignore: React need not be installed.
declare module "react" {
    namespace JSX {
        interface IntrinsicElements {
            // @ts-ignore: where it is not there, its types are not either.
            "spiral-lab": DetailedHTMLProps<HTMLAttributes<SpiralLab>, SpiralLab> & SpiralLabAttributes & SpiralLabHandlers;
        }
    }
}
`;

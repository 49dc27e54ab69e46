/** A Custom Elements Manifest, from which editors and documentation know the element. */

/** @typedef {import("./attributes.mjs").Attribute} Attribute */
/** @typedef {import("./declarations.mjs").Event} Event */
/** @typedef {import("./declarations.mjs").Member} Member */

const MODULE = "dist/element.mjs";

/** @param {string} text */
const typed = (text) => ({ type: { text } });

/** What a value is that is none of some words. */
const TYPES = { number: "number", numbers: "number | string", boolean: "boolean", text: "string" };

/** @param {Attribute} attribute */
const attributeEntry = ({ name, kind, words, initial, description }) => ({
    name,
    description,
    ...typed(kind === "words" ? words.map((word) => `"${word}"`).join(" | ") : TYPES[kind]),
    default: `"${initial}"`,
});

/** @param {Member} member */
function memberEntry({ name, type, parameters, description }) {
    if (!parameters) return { kind: "field", name, description, ...typed(type), readonly: true };
    return {
        kind: "method",
        name,
        description,
        parameters: parameters.map(({ name, type, optional }) => ({
            name,
            ...typed(type),
            ...(optional && { optional }),
        })),
        return: typed(type),
    };
}

/** @param {Event} event */
const eventEntry = ({ name, detail, description }) => ({
    name,
    description,
    ...typed(`CustomEvent<${detail}>`),
});

/** @param {{attributes: Attribute[], members: Member[], events: Event[]}} element */
export const elementManifest = ({ attributes, members, events }) => ({
    schemaVersion: "1.0.0",
    readme: "README.md",
    modules: [
        {
            kind: "javascript-module",
            path: MODULE,
            declarations: [
                {
                    kind: "class",
                    name: "SpiralLab",
                    description:
                        "A small neural network that is trained on spirals, live in the page.",
                    superclass: { name: "HTMLElement" },
                    customElement: true,
                    tagName: "spiral-lab",
                    attributes: attributes.map(attributeEntry),
                    members: members.map(memberEntry),
                    events: events.map(eventEntry),
                },
            ],
            exports: [
                {
                    kind: "custom-element-definition",
                    name: "spiral-lab",
                    declaration: { name: "SpiralLab", module: MODULE },
                },
            ],
        },
    ],
});

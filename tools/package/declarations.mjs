/** The element's members and events with their comments, from its declarations. */

import {
    isClassDeclaration,
    isGetAccessorDeclaration,
    isMethodDeclaration,
    isPropertySignatureDeclaration,
    isTypeAliasDeclaration,
    isTypeLiteralNode,
} from "typescript/unstable/ast/is";
import { API } from "typescript/unstable/async";

/**
 * @typedef {object} Parameter
 * @property {string} name
 * @property {string} type
 * @property {boolean} optional
 */

/**
 * A method, or a property that can be read; types as TypeScript writes them.
 * @typedef {object} Member
 * @property {string} name
 * @property {string} type what it is or gives back
 * @property {Parameter[]} [parameters] of a method
 * @property {string} description
 */

/** @typedef {{name: string, detail: string, description: string}} Event detail: its type */

/** Members that only the browser calls. */
const CALLBACKS = ["connectedCallback", "disconnectedCallback", "attributeChangedCallback"];

/** On one line. @param {string} text */
const unwrapped = (text) => text.replace(/\s+/g, " ").trim();

/** @param {import("typescript/unstable/ast").Node | undefined} type as it is written */
const textOf = (type) => unwrapped(type?.getText() ?? "any");

/** @param {import("typescript/unstable/ast").ClassElement} member */
const isPublicMember = (member) => isMethodDeclaration(member) || isGetAccessorDeclaration(member);

/** Reads declarations that tsc has written. */
class Declarations {
    #project;

    /** @param {import("typescript/unstable/async").Project} project */
    constructor(project) {
        this.#project = project;
    }

    /** @param {string} path */
    async statements(path) {
        const file = await this.#project.program.getSourceFile(path);
        if (!file) throw new Error(`${path} is not there: tsc has to write it first.`);
        return file.statements;
    }

    /** The text of a declaration's comment. @param {import("typescript/unstable/ast").Node} name */
    async describe(name) {
        const { checker } = this.#project;
        const symbol = await checker.getSymbolAtLocation(name);
        return unwrapped((await symbol?.getDocumentationComment(checker)) ?? "");
    }

    /** @param {string} path of the class @returns {Promise<Member[]>} */
    async members(path) {
        const declaration = (await this.statements(path)).find(isClassDeclaration);
        const members = [...(declaration?.members ?? [])].filter(isPublicMember);
        const named = members.filter(({ name }) => !CALLBACKS.includes(name.getText()));
        return Promise.all(
            named.map(async (member) => ({
                name: member.name.getText(),
                type: textOf(member.type),
                parameters: isMethodDeclaration(member)
                    ? member.parameters.map(({ name, type, questionToken }) => ({
                          name: name.getText(),
                          type: textOf(type),
                          optional: questionToken !== undefined,
                      }))
                    : undefined,
                description: await this.describe(member.name),
            })),
        );
    }

    /** @param {string} path of the type that has all their details @returns {Promise<Event[]>} */
    async events(path) {
        const declaration = (await this.statements(path))
            .filter(isTypeAliasDeclaration)
            .find(({ name }) => name.text === "Events");
        const { type } = declaration ?? {};
        const members = type && isTypeLiteralNode(type) ? [...type.members] : [];
        return Promise.all(
            members.filter(isPropertySignatureDeclaration).map(async ({ name, type }) => ({
                name: `spiral-lab-${name.getText()}`,
                detail: textOf(type),
                description: await this.describe(name),
            })),
        );
    }
}

/**
 * @param {string} folder an absolute path: where tsc has written the declarations
 * @returns {Promise<{members: Member[], events: Event[]}>}
 */
export async function readDeclarations(folder) {
    const [element, events] = ["element", "events"].map((name) => `${folder}/element/${name}.d.ts`);
    const api = new API();
    try {
        const snapshot = await api.updateSnapshot({ openFiles: [element, events] });
        const project = await snapshot.getDefaultProjectForFile(element);
        if (!project) throw new Error(`${element} is not there: tsc has to write it first.`);
        const declarations = new Declarations(project);
        return {
            members: await declarations.members(element),
            events: await declarations.events(events),
        };
    } finally {
        await api.close();
    }
}

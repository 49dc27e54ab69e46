/**
 * English: the language for tags that no other answers to, and the one whose keys the others must
 * have. A {name} is filled in by the Localizer.
 */

import { claims } from "./claims.js";
import { controls } from "./controls.js";
import { dialogs } from "./dialogs.js";
import { lessons } from "./lessons.js";
import { messages } from "./messages.js";
import { pictures } from "./pictures.js";
import { settings } from "./settings.js";
import { terms } from "./terms.js";

export { authors } from "./authors.js";
export { handIn } from "./hand-in.js";
export { language } from "./language.js";
export { faults } from "./lesson-faults.js";

/** What the lab says. */
export const lab = {
    ...controls,
    ...settings,
    ...pictures,
    ...messages,
    ...dialogs,
    ...lessons,
    ...claims,
    ...terms,
};

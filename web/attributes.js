/** Every attribute of the element that a lab listens to. */

import { optionNames } from "./options.js";
import { fields } from "./settings.js";

/** @type {readonly string[]} */
export const attributeNames = [...optionNames, ...fields.map(({ attribute }) => attribute)];

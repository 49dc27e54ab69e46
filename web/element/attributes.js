/** Every attribute of the element that a lab listens to. */

import { fields } from "../shared/fields.js";
import { optionNames } from "./options.js";

/** @type {readonly string[]} */
export const attributeNames = [...optionNames, ...fields.map(({ attribute }) => attribute)];

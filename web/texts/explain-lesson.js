/** Why a lesson was refused, and where in it the fault is, in the reader's language. */

import { fill } from "../shared/fill.js";
import { explain } from "./explain.js";

/** @typedef {import("../lessons/lesson-error.js").LessonError} LessonError */
/** @typedef {import("../lessons/lesson-error.js").SettingError} SettingError */
/** @typedef {import("../shared/protocol.js").Info} Info */
/** @typedef {import("./localizer.js").Localizer} Localizer */

/** @typedef {import("./localizer.js").Language} Language */
/** The texts of faults, in each language. @typedef {Record<Language, Record<string, string>>} Faults */

/**
 * @param {Localizer} localizer
 * @param {Info | undefined} info
 * @param {LessonError} error
 * @param {Faults | undefined} faults nothing, where the lessons' script is not to be had
 */
export function explainLesson(localizer, info, error, faults) {
    const { place } = error;
    const fault = faultOf(localizer, info, error, faults);
    return place ? localizer.t("lesson.fault", { place, fault }) : fault;
}

/**
 * @param {Localizer} localizer
 * @param {Info | undefined} info
 * @param {LessonError} error
 * @param {Faults | undefined} faults
 */
function faultOf(localizer, info, error, faults) {
    if ("setting" in error) {
        const { setting, given, error: refusal } = /** @type {SettingError} */ (error);
        return explain(localizer, info, setting, given, refusal);
    }
    const key = `lesson.bad.${error.reason}`;
    const text = faults?.[localizer.language][key];
    return text ? fill(key, text, error.values) : localizer.t("lesson.bad.library");
}

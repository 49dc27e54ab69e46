/** A refusal of a lesson: where in it something is wrong, and what. */

/** @typedef {keyof typeof import("../texts/en/index.js").faults | "lesson.bad.library"} Key */
/**
 * What can be wrong: the name of a text, after "lesson.bad.".
 * @typedef {{[K in Key]: K extends `lesson.bad.${infer Reason}` ? Reason : never}[Key]} Reason
 */

export class LessonError extends Error {
    /**
     * @param {string} place as in steps[2].outcome[0].if; "" is the whole lesson
     * @param {Reason} reason
     * @param {Record<string, string | number>} [values] what the sentence needs
     */
    constructor(place, reason, values = {}) {
        const details = Object.keys(values).length > 0 ? ` ${JSON.stringify(values)}` : "";
        super(`${place || "lesson"}: ${reason}${details}`);
        this.name = "LessonError";
        this.place = place;
        this.reason = reason;
        this.values = values;
    }
}

/**
 * What was wrong with a setting's value, in the words of the settings' own messages.
 */
export class SettingError extends LessonError {
    /**
     * @param {string} place
     * @param {string} setting its name
     * @param {string} given
     * @param {{code?: string, message: string}} error the core's
     */
    constructor(place, setting, given, error) {
        super(place, "value", { given });
        this.setting = setting;
        this.given = given;
        this.error = error;
    }
}

/** A refusal by the core, in its own words. */
export class LabError extends Error {
    /**
     * @param {string} code a short stable name such as "learning_rate"; one of `lab.statuses`, or
     *     "setting" where there is none of that name
     * @param {string} message what was wrong and what is allowed
     */
    constructor(code, message) {
        super(message);
        this.name = "LabError";
        this.code = code;
        /** The step that diverged, for codes "diverged" and "not_finite". @type {number | undefined} */
        this.step = undefined;
    }
}

/** Addresses of the lab's own scripts, as a page with Trusted Types accepts them. */

/** One policy for all labs, since a page may refuse a second. @type {any} */
let policy;

/**
 * The address in the form that such a page accepts. If the page does not let the lab have a policy,
 * it refuses the script.
 * @param {string} url of a script of the lab's own
 */
export function trusted(url) {
    const { trustedTypes } = /** @type {{trustedTypes?: any}} */ (globalThis);
    if (!trustedTypes) return url;
    try {
        policy ??= trustedTypes.createPolicy("spiral-lab", {
            createScriptURL: (/** @type {string} */ own) => own,
        });
        return policy.createScriptURL(url);
    } catch {
        return url;
    }
}

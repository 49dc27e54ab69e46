/**
 * What is not seen at first is built when it is first asked for, and then kept.
 * @template T
 * @param {() => T} build
 * @returns {() => T}
 */
export function whenAsked(build) {
    /** @type {{made: T} | undefined} */
    let kept;
    return () => {
        kept ??= { made: build() };
        return kept.made;
    };
}

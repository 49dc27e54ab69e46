/** What openPage of support.mjs defines in its pages, for what a test evaluates there. */

/** The page's first lab; throws if there is none. */
declare function spiralLab(): import("../../web/element/element.js").SpiralLab;

/** Its shadow root; throws as long as it has none. */
declare function shadow(): ShadowRoot;

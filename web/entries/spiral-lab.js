/** The page's one script: registers <spiral-lab>. */

import { SpiralLab } from "../element/element.js";

if (!customElements.get("spiral-lab")) customElements.define("spiral-lab", SpiralLab);

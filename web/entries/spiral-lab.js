/** The page's one script: registers <spiral-lab>. The build lets it run only where there is a page. */

import { SpiralLab } from "../element/element.js";

if (!customElements.get("spiral-lab")) customElements.define("spiral-lab", SpiralLab);

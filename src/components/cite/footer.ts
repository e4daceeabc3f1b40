import {html} from "htl";
import {button} from "../figure/button.js";
import {imported} from "../load/load-error.js";
import {untilLoaded} from "../load/until-loaded.js";

const footer = document.querySelector("#observablehq-footer div");
// The page as built already has a button, which does nothing yet.
footer?.querySelector(".cite-page")?.remove();
footer?.append(html` <span class="cite-page">${button("Cite this page", () => void cite())}</span>`);

async function cite(): Promise<void> {
  const {openCite} = await untilLoaded(() => imported("the citation", () => import("./cite-dialog.js")));
  openCite();
}

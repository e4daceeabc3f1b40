import {html} from "htl";
import {imported} from "../../components/load/load-error.js";
import type {CellMark} from "../../components/inspector/origin.js";

/** Where the inspector opens on a wide screen: below the grid. Elsewhere it lies over the page, as on others. */
export function inspectorDock(): {element: HTMLElement; follow: (cell: CellMark) => void} {
  const element = html`<section class="wb-dock" aria-label="Source and formula" hidden></section>`;
  let follow: ((cell: CellMark) => void) | undefined;
  if (matchMedia("(min-width: 640px) and (min-height: 700px)").matches)
    void imported("the inspector", () => import("../../components/inspector/panel.js")).then((panel) => {
      panel.hostInspector(element, (open) => (element.hidden = !open));
      follow = panel.followInspector;
    });
  return {element, follow: (cell) => !element.hidden && follow?.(cell)};
}

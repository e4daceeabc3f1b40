import {html} from "htl";
import {imported} from "../../components/load/load-error.js";
import type {CellMark} from "../../components/inspector/origin.js";

/**
 * Where the inspector opens on a wide screen: below the grid, under what else acts on the active cell. Elsewhere it
 * lies over the page, as on others.
 */
export function inspectorDock(acting: () => string): {element: HTMLElement; follow: (cell: CellMark) => void} {
  const notice = html`<p class="tf-notice"></p>`;
  const element = html`<section class="wb-dock" aria-label="Source and formula" hidden>${notice}</section>`;
  const tell = (): void => {
    notice.textContent = acting();
    notice.hidden = notice.textContent === "";
  };
  let follow: ((cell: CellMark) => void) | undefined;
  if (matchMedia("(min-width: 640px) and (min-height: 700px)").matches)
    void imported("the inspector", () => import("../../components/inspector/panel.js")).then((panel) => {
      panel.hostInspector(element, (open) => {
        element.hidden = !open;
        tell();
      });
      follow = panel.followInspector;
    });
  const followed = (cell: CellMark): void => {
    if (element.hidden) return;
    tell();
    follow?.(cell);
  };
  return {element, follow: followed};
}

import {html} from "htl";
import type {Store} from "../../components/sheet/store.js";
import {icon, type Icon} from "./icon.js";

type Pane = "sheet" | "figures" | "levers" | "changes";

const panes: readonly [pane: Pane, title: string, drawing: Icon][] = [
  ["sheet", "Sheet", "table"],
  ["figures", "Figures", "figures"],
  ["levers", "Levers", "levers"],
  ["changes", "Changes", "changes"]
];

/** On a narrow screen, the panes as tabs below; the page's frame says which one is shown. */
export class PhoneTabs {
  readonly element = html`<nav class="wb-phone" aria-label="Panes"></nav>`;
  private readonly buttons: HTMLElement[];
  private openLevers: (() => void) | undefined;

  constructor(
    readonly frame: HTMLElement,
    store: Store
  ) {
    const count = html`<span class="wb-badge"></span>`;
    this.buttons = panes.map(
      ([pane, title, drawing]) =>
        html`<button type="button" data-pane=${pane} ${{onclick: () => this.show(pane)}}>
          ${icon(drawing)}<span>${title}</span>${pane === "changes" ? count : null}
        </button>`
    );
    this.element.append(...this.buttons);
    store.listen(({state}) => {
      count.textContent = state.own.settings.length === 0 ? "" : String(state.own.settings.length);
    });
    this.show("sheet");
  }

  /** What opens the levers in the pane that they share with the tables. */
  onLevers(open: () => void): void {
    this.openLevers = open;
  }

  show(pane: Pane): void {
    this.frame.dataset.pane = pane;
    if (pane === "levers") this.openLevers?.();
    for (const element of this.buttons) {
      if (element.dataset.pane === pane) element.setAttribute("aria-current", "true");
      else element.removeAttribute("aria-current");
    }
  }
}

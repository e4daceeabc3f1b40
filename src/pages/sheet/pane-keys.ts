import type {Sheet} from "../../components/sheet/sheet.js";
import {openKeys} from "./keys-help.js";

/** The parts that F6 goes through, in the order of the page. */
const panes = [".wb-top", ".wb-left", ".tf-formula", ".tf-grid", ".wb-dock .inspector", ".wb-right"];

/** Keys of the whole page: F6 goes from pane to pane. */
export class PaneKeys {
  constructor(
    readonly root: HTMLElement,
    readonly sheet: Sheet,
    readonly search: () => void
  ) {
    // Before the site, which takes Ctrl+K for its own search: that is Ctrl+Shift+K here.
    document.addEventListener("keydown", (event) => this.press(event), {capture: true});
  }

  private press(event: KeyboardEvent): void {
    const {key, ctrlKey, metaKey, shiftKey} = event;
    if (!this.root.isConnected || this.root.querySelector("dialog[open]")) return;
    const held = ctrlKey || metaKey;
    if (key === "F6") this.next(shiftKey ? -1 : 1);
    else if (key === "F8") this.sheet.nextProblem(shiftKey ? -1 : 1);
    else if (held && !shiftKey && key.toLowerCase() === "k") this.search();
    else if (held && key === "/") openKeys();
    else if (held && shiftKey && (key === "PageDown" || key === "PageUp")) this.sheet.step(key === "PageDown" ? 1 : -1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private next(by: 1 | -1): void {
    const open = panes
      .map((selector) => this.root.querySelector<HTMLElement>(selector))
      .filter((pane): pane is HTMLElement => pane !== null && pane.offsetParent !== null);
    const at = open.findIndex((pane) => pane.contains(document.activeElement));
    const pane = open[(at + by + open.length) % open.length];
    if (pane?.matches(".tf-grid")) this.sheet.grid.focus();
    else if (pane) (first(pane) ?? pane).focus();
  }
}

/** The first thing in a pane that takes the focus. */
function first(pane: HTMLElement): HTMLElement | undefined {
  if (pane.matches("[role=dialog]")) return pane;
  return [...pane.querySelectorAll<HTMLElement>("button:not([disabled]), input, select, a[href]")].find(
    (element) => element.offsetParent !== null
  );
}

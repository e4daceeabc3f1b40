import {html} from "htl";
import {button} from "../../components/figure/button.js";
import {withCell, withMoved, freeName} from "../../components/notebook/edits.js";
import type {PageAddress} from "./page-address.js";
import type {Session} from "./session.js";

/** What keys do on the notebook page. `run` takes what stands in a cell and runs it. */
export function followKeys(
  page: HTMLElement,
  {session, address, run}: {session: Session; address: PageAddress; run: (name: string) => void}
): void {
  // A cell that was moved or taken away leaves the focus to the document.
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || !page.isConnected) return;
    const target = event.target as HTMLElement;
    const cell = target.closest<HTMLElement>(".notebook-cell");
    const done =
      (cell && inCell(event, cell, target === cell)) ?? (everywhere(event) || (!isField(target) && steps(event)));
    if (done) event.preventDefault();
  });
  // An editor would take them for a new line, and for the end of its own list.
  page.addEventListener("keydown", beforeEditor, {capture: true});

  function beforeEditor(event: KeyboardEvent): void {
    const cell = (event.target as HTMLElement).closest<HTMLElement>(".notebook-cell");
    const isNext = event.key === "Enter" && event.shiftKey;
    const isStop = event.key === "Escape" && cell?.dataset.status === "running";
    if (!cell || !(isNext || isStop)) return;
    event.preventDefault();
    event.stopPropagation();
    if (isNext) runAndGoOn(cell, cell.dataset.name!);
    else session.cancel();
  }
  function inCell(event: KeyboardEvent, cell: HTMLElement, isCell: boolean): boolean | undefined {
    const name = cell.dataset.name!;
    if (event.key === "Escape") return focus(cell);
    if (!isCell) return undefined;
    if (event.key === "Enter")
      return focus(cell.querySelector(".cm-content, .notebook-body :is(input, select, button)"));
    const by = {ArrowUp: -1, ArrowDown: 1}[event.key];
    if (by === undefined) return undefined;
    if (!event.altKey) return focus(beside(cell, by));
    session.change(withMoved(session.notebook(), name, by), "step");
    return focus(cell);
  }
  function runAndGoOn(cell: HTMLElement, name: string): void {
    run(name);
    const next = beside(cell, 1);
    if (next) return void focus(next.querySelector(".cm-content") ?? next);
    const added = freeName(session.notebook(), "rows", session.model);
    const query = "FROM headline LIMIT 100";
    session.change(withCell(session.notebook(), {kind: "sql", name: added, query}, name), "step");
    focus(beside(cell, 1)?.querySelector(".cm-content") ?? null);
  }
  function everywhere({key, ctrlKey, metaKey}: KeyboardEvent): boolean {
    const isCommand = ctrlKey || metaKey;
    if (isCommand && key === "k") return focus(page.querySelector('.sql-schema input[type="search"]'));
    if (isCommand && key === "/") return showKeys();
    if (key === "F8") return focus(page.querySelector('.notebook-cell[data-status="failed"]'));
    return key === "F6" && focus(nextPane());
  }
  function steps({key, ctrlKey, metaKey, shiftKey}: KeyboardEvent): boolean {
    if (!(ctrlKey || metaKey) || key.toLowerCase() !== "z") return false;
    if (shiftKey ? address.canRedo() : address.canUndo()) history.go(shiftKey ? 1 : -1);
    return true;
  }
  /** The first control of the pane behind the one that has the focus. */
  function nextPane(): HTMLElement | null {
    const panes = [...page.querySelectorAll<HTMLElement>(".notebook-bar, .sql-main, .sql-side")];
    const at = panes.findIndex((pane) => pane.contains(document.activeElement));
    return panes[(at + 1) % panes.length]!.querySelector("input, .cm-content, button, summary");
  }
}

function beside(cell: HTMLElement, by: number): HTMLElement | null {
  return (by < 0 ? cell.previousElementSibling : cell.nextElementSibling) as HTMLElement | null;
}

function focus(element: HTMLElement | null): boolean {
  element?.focus();
  return element !== null;
}

function isField(element: HTMLElement): boolean {
  return element.isContentEditable || element.matches("input:not([type=range]), textarea");
}

const keys: readonly [keys: string, does: string][] = [
  ["Ctrl+Enter", "run the cell"],
  ["Shift+Enter", "run it and go to the next, a new one at the end"],
  ["Esc", "cancel the run; leave the editor for its cell"],
  ["Enter, ↑, ↓, Alt+↑, Alt+↓", "on a cell: edit it, go to the one above or below, move it"],
  ["Ctrl+Space", "suggest tables, columns, cells and inputs"],
  ["Ctrl+K, F6, F8", "find a table; the next part of the page; the cell that failed"],
  ["Ctrl+Z, Ctrl+Shift+Z", "in an editor its own; else the notebook's last change"],
  ["Ctrl+/", "outside an editor, these keys"]
];

/** Shows what keys do. On a Mac it is Cmd for Ctrl. */
export function showKeys(): boolean {
  const rows = keys.map(
    ([key, does]) =>
      html`<tr>
        <th scope="row"><kbd>${key}</kbd></th>
        <td>${does}</td>
      </tr>`
  );
  const dialog = html`<dialog class="sql-import" aria-label="Keys">
    <h3>Keys; on a Mac, Cmd for Ctrl</h3>
    <table>
      <tbody>
        ${rows}
      </tbody>
    </table>
    ${button("Close", () => dialog.close())}
  </dialog>` as HTMLDialogElement;
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return true;
}

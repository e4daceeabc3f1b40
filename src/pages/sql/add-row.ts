import {html} from "htl";
import {button} from "../../components/figure/button.js";
import {freeName, withCell} from "../../components/notebook/edits.js";
import type {Cell} from "../../components/notebook/notebook.js";
import {emptyControl} from "./input-settings.js";
import type {Session} from "./session.js";

/** Buttons that add a cell behind another, first where that is undefined. */
export function addRow(session: Session, behind: string | undefined): HTMLElement {
  const adders = Object.entries(made).map(([label, make]) => {
    const element = button(`+ ${label}`, () => {
      const {cells} = session.notebook();
      const cell = make((stem) => freeName(session.notebook(), stem, session.model), nearestResult(cells, behind));
      session.change(withCell(session.notebook(), cell, behind), "step");
    });
    element.ariaLabel = `Add ${label} ${behind === undefined ? "at the top" : `after ${behind}`}`;
    return element;
  });
  return html`<div class="notebook-add">${adders}</div>`;
}

type Free = (stem: string) => string;

const made: Record<string, (free: Free, of: string) => Cell> = {
  SQL: (free, of) => ({kind: "sql", name: free("rows"), query: of === "" ? "FROM headline LIMIT 100" : `FROM ${of}`}),
  Chart: (free, of) => ({kind: "chart", name: free("chart"), of, spec: {}}),
  Text: (free) => ({kind: "text", name: free("text"), text: "Write **Markdown** here; `${rows.column}` is a value."}),
  Input: (free) => ({kind: "input", name: free("share"), label: "Share", ...emptyControl("slider")})
};

/** The last result above the place, or the first below it. */
function nearestResult(cells: readonly Cell[], behind: string | undefined): string {
  const at = cells.findIndex(({name}) => name === behind);
  const results = cells.filter(({kind}) => kind === "sql").map(({name}) => name);
  const above = cells.slice(0, at + 1).filter(({kind}) => kind === "sql");
  return above.at(-1)?.name ?? results[0] ?? "";
}

import {html} from "htl";
import {button} from "../../components/figure/button.js";
import type {Setting} from "../../components/live/custom-scenario.js";
import {edit} from "./state.js";
import type {Store} from "./store.js";

/** Fields for a column of one's own in a table: its name, its unit, and what it is computed from. */
export function columnForm(store: Store, table: () => string): HTMLElement {
  const name = field("margin_share");
  const unit = field("share");
  const formula = field("=c.margin / c.revenue");
  const message = html`<p role="alert"></p>`;
  const add = button("Add the column", () => {
    const text = formula.value.trim().replace(/^=/, "").trim();
    const added = {cell: `${table()}.${name.value}`, value: `=[${unit.value.trim() || "1"}] ${text}`};
    const problem = nameProblem(name.value) ?? (text === "" ? empty : problemOf(store, added));
    message.textContent = problem ?? `${added.cell} stands first in the table.`;
    if (problem === undefined) store.change((state) => edit(state, [added]));
  });
  return html`<details>
    <summary>Add a column to this table</summary>
    <div class="sheet-tools">
      <label>Name ${name}</label> <label>Unit ${unit}</label> <label>Formula ${formula}</label> ${add}
    </div>
    <pre class="sheet-problem">${message}</pre>
  </details>`;
}

const empty = "write what the column is computed from, such as c.margin / c.revenue";

function nameProblem(name: string): string | undefined {
  if (/^[a-z][a-z_0-9]*$/.test(name)) return undefined;
  return `“${name}” is no name for a column: write small letters, digits and underscores`;
}

/** A column that does not fit is not added, nor is one that is there already replaced. */
function problemOf({current, session}: Store, added: Setting): string | undefined {
  const {own} = current.state;
  if (current.run.model.columns.has(added.cell))
    return `${added.cell} is there already: type a formula, beginning with =, into one of its cells to override it`;
  return session.apply({...own, settings: [...own.settings, added]}).problems.get(added.cell);
}

function field(placeholder: string): HTMLInputElement {
  const input = document.createElement("input");
  input.placeholder = placeholder;
  return input;
}

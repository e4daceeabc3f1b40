import {html} from "htl";
import {button} from "../button.js";
import {edit} from "./state.js";
import type {Store} from "./store.js";

/** Fields for a column of one's own in a table: its name, its unit, and what it is computed from. */
export function columnForm(store: Store, table: () => string): HTMLElement {
  const [name, unit, formula] = [field("margin_share"), field("share"), field("=c.margin / c.revenue")];
  const said = html`<p role="alert"></p>`;
  const add = button("Add the column", () => {
    const text = formula.value.trim().replace(/^=/, "").trim();
    const problem = !/^[a-z][a-z_0-9]*$/.test(name.value)
      ? `“${name.value}” is no name for a column: write small letters, digits and underscores`
      : text === ""
        ? "write what the column is computed from, such as c.margin / c.revenue"
        : "";
    said.textContent = problem;
    if (problem !== "") return;
    const cell = `${table()}.${name.value}`;
    store.change((state) => edit(state, [{cell, value: `=[${unit.value.trim() || "1"}] ${text}`}]));
    said.textContent = store.current.problems.get(cell) ?? "";
  });
  return html`<details>
    <summary>Add a column to this table</summary>
    <div class="sheet-tools">
      <label>Name ${name}</label> <label>Unit ${unit}</label> <label>Formula ${formula}</label> ${add}
    </div>
    <pre class="sheet-problem">${said}</pre>
  </details>`;
}

function field(placeholder: string): HTMLInputElement {
  const input = document.createElement("input");
  input.placeholder = placeholder;
  return input;
}

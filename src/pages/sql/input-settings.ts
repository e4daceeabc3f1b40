import {html} from "htl";
import {controls, type Control, type InputCell} from "../../components/notebook/notebook.js";

/** A form for an input's label, kind of control and bounds. */
export function inputSettings(cell: InputCell, change: (next: InputCell) => void): HTMLElement {
  const {name, label, control, value} = cell;
  const named = {kind: "input", name, label} as const;
  const form = html`<div class="sql-bar">
    ${field("Label", label, (text) => change({...cell, label: text}))}
    ${kindChoice(control, (kind) => change({...named, ...emptyControl(kind)}))}
    ${cell.control === "slider" ? numbers(cell, change) : ""}
    ${
      cell.control === "choice"
        ? field("Options, separated by commas", cell.options.join(", "), (text) => {
            const options = text.split(",").map((option) => option.trim());
            change({...cell, options, value: options.includes(String(value)) ? String(value) : options[0]!});
          })
        : ""
    }
  </div>`;
  return form;
}

/** A control as it begins. */
export function emptyControl(kind: Control["control"]): Control {
  if (kind === "slider") return {control: kind, min: 0, max: 1, step: 0.01, value: 0.5};
  if (kind === "choice") return {control: kind, options: ["a", "b"], value: "a"};
  return {control: kind, value: {text: "", month: "2026-12", scenario: "reference"}[kind]};
}

function kindChoice(chosen: Control["control"], change: (kind: Control["control"]) => void): HTMLElement {
  const select = html`<select>
    ${controls.map((kind) => html`<option value=${kind}>${kind}</option>`)}
  </select>` as HTMLSelectElement;
  select.value = chosen;
  select.addEventListener("change", () => change(controls.find((kind) => kind === select.value) ?? chosen));
  return html`<label>Kind ${select}</label>`;
}

function numbers(cell: InputCell & {control: "slider"}, change: (next: InputCell) => void): HTMLElement[] {
  return (["min", "max", "step"] as const).map((bound) =>
    field(bound, String(cell[bound]), (text) => {
      const value = Number(text);
      if (text.trim() !== "" && Number.isFinite(value)) change({...cell, [bound]: value});
    })
  );
}

function field(label: string, value: string, change: (text: string) => void): HTMLElement {
  const input = html`<input value=${value} />` as HTMLInputElement;
  input.addEventListener("change", () => change(input.value));
  return html`<label>${label} ${input}</label>`;
}

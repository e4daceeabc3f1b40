import {html} from "htl";
import {withChanged} from "../../components/notebook/edits.js";
import {setting} from "../../components/notebook/input-value.js";
import type {Cell, InputCell} from "../../components/notebook/notebook.js";
import {share} from "../../components/words/format.js";
import type {CellView} from "./cell-view.js";
import {inputSettings} from "./input-settings.js";
import type {Session} from "./session.js";

/** How long a value must stay before cells that read it run, in ms. */
const pause = 150;

/** A cell whose value the reader sets. */
export function inputCell(first: InputCell, session: Session): CellView {
  let cell = first;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const box = html`<div class="notebook-input"></div>`;
  const settings = html`<details class="notebook-settings"><summary>Settings</summary></details>`;

  function set(value: string): void {
    clearTimeout(timer);
    timer = setTimeout(() => session.change(withChanged(session.notebook(), withValue(cell, value)), "value"), pause);
  }
  function show(): void {
    box.replaceChildren(control(cell, scenarios, set));
    const form = inputSettings(cell, (next) => session.change(withChanged(session.notebook(), next), "step"));
    settings.replaceChildren(settings.querySelector("summary")!, form);
  }
  let scenarios: readonly string[] = [];
  show();
  return {
    element: html`<div>${box}${settings}</div>`,
    change: (next: Cell) => {
      if (next.kind !== "input") return;
      const isSame = JSON.stringify(withValue(next, "0")) === JSON.stringify(withValue(cell, "0"));
      cell = next;
      const shown = box.querySelector<HTMLInputElement | HTMLSelectElement>("input, select");
      if (!isSame || shown?.value !== String(next.value)) show();
    },
    work: async (signal) => {
      const names = cell.control === "scenario" && scenarios.length === 0;
      await session.using(names ? "scenario" : "", signal, async (engine) => {
        if (names) {
          const told = await engine.rows(
            "SELECT name FROM scenario WHERE model = 'chain' ORDER BY name <> 'reference', name"
          );
          scenarios = Array.from(told.getChild("name") ?? [], String);
          show();
        }
        await engine.rows(setting(cell));
      });
    }
  };
}

function withValue(cell: InputCell, text: string): InputCell {
  return cell.control === "slider" ? {...cell, value: Number(text)} : {...cell, value: text};
}

function control(cell: InputCell, scenarios: readonly string[], set: (value: string) => void): HTMLElement {
  if (cell.control === "slider") return slider(cell, set);
  if (cell.control === "choice" || cell.control === "scenario") {
    const options = cell.control === "choice" ? cell.options : scenarios;
    return choice(cell, options.includes(cell.value) ? options : [cell.value, ...options], set);
  }
  const input = html`<input type=${cell.control} value=${cell.value} />` as HTMLInputElement;
  input.addEventListener("input", () => (input.value !== "" || cell.control === "text" ? set(input.value) : undefined));
  return html`<label>${cell.label} ${input}</label>`;
}

function slider(cell: InputCell & {control: "slider"}, set: (value: string) => void): HTMLElement {
  const {min, max, step, value, format, label} = cell;
  const shown = (number: number): string => (format === "percent" ? share(number) : String(number));
  const output = html`<output>${shown(value)}</output>`;
  const input = html`<input
    type="range"
    min=${String(min)}
    max=${String(max)}
    step=${String(step)}
  />` as HTMLInputElement;
  input.value = String(value);
  input.addEventListener("input", () => {
    output.textContent = shown(Number(input.value));
    set(input.value);
  });
  return html`<label>${label} ${input} ${output}</label>`;
}

function choice({label, value}: InputCell, options: readonly string[], set: (value: string) => void): HTMLElement {
  const select = html`<select>
    ${options.map((option) => html`<option value=${option}>${option}</option>`)}
  </select>` as HTMLSelectElement;
  select.value = String(value);
  select.addEventListener("change", () => set(select.value));
  return html`<label>${label} ${select}</label>`;
}

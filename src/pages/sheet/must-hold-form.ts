import {html} from "htl";
import type {Required} from "../../lib/advice/must-hold.js";
import {button} from "../../components/figure/button.js";
import {svgElement} from "../../components/sheet/paths.js";
import {edit} from "../../components/sheet/state.js";
import type {Store} from "../../components/sheet/store.js";
import {unitOf} from "../../components/sheet/view.js";
import {short} from "../../components/words/format.js";
import {openDialog} from "./dialog.js";
import {GoalFields} from "./goal-fields.js";
import type {ToolStart} from "./tool-fields.js";
import {titleOf} from "./pinned.js";
import {ToolWork} from "./tool-work.js";
import {questionOf, seekRequired} from "./what-if.js";

/** Opens the list of what must be true for a figure to reach a goal: each uncertain input alone, all else as it is. */
export function openMustHold(store: Store, start: ToolStart): void {
  const goal = new GoalFields(store, start);
  const work = new ToolWork();
  const status = html`<p role="status"></p>`;
  const rows = html`<tbody></tbody>`;
  const table = html`<table class="wb-must" hidden>
    <thead>
      <tr>
        ${["Assumption", "Now", "5 % to 95 %", "Must be"].map((title) => html`<th scope="col">${title}</th>`)}
        <td></td>
      </tr>
    </thead>
    ${rows}
  </table>`;
  const set = ({driver, value}: Required): void => {
    dialog.close();
    store.change((state) => edit(state, [{cell: driver.cell, value: String(value)}]));
  };
  const run = async (): Promise<void> => {
    const {problem} = goal;
    status.textContent = problem ?? "Looking for the inputs that move the figure most …";
    if (problem !== undefined) return;
    const signal = work.begin();
    table.hidden = true;
    rows.replaceChildren();
    const told = (required: Required): void => {
      table.hidden = false;
      rows.append(line(store, required, set));
      status.textContent = `${rows.children.length} inputs …`;
    };
    const search = {store, question: questionOf(store, goal.figure, start.month), goal: goal.wanted, signal};
    try {
      await seekRequired(search, told);
      if (work.isLatest(signal))
        status.textContent = signal.aborted ? "Cancelled." : sentence(goal, rows.children.length);
    } catch (error) {
      status.textContent = String(error);
    }
  };
  const find = button("Find", () => void run());
  find.className = "primary";
  const content = html`<div class="wb-form">
    ${goal.element}
    <p class="tf-buttons">${find}${button("Cancel", () => work.end())}</p>
    ${status}
    <div class="wb-tool-answer">${table}</div>
  </div>`;
  const dialog = openDialog("What must be true", content);
  dialog.addEventListener("close", () => work.end());
}

function sentence(goal: GoalFields, count: number): string {
  if (count === 0) return "No uncertain input moves this figure.";
  return (
    `${titleOf(goal.figure)} is ${goal.now()}. For it to be ${short(goal.wanted)}, any one of these must be true, ` +
    `all else unchanged: the ${count} inputs that move it most, in order of their effect.`
  );
}

function line({current}: Store, required: Required, set: (required: Required) => void): HTMLElement {
  const {driver, value, jump} = required;
  const unit = unitOf(current.run.model.columns.get(driver.column)!);
  const found = value ?? jump;
  return html`<tr>
    <th scope="row">${titleOf(driver.cell)} <small>${unit}</small></th>
    <td>${short(driver.central)}</td>
    <td>${rangeDrawing(driver, found)} ${short(driver.low)} to ${short(driver.high)}</td>
    <td>
      <b>${found === undefined ? "–" : short(found)}</b>
      <small>${verdict(required)}</small>
    </td>
    <td>${value === undefined ? "" : button("Set", () => set(required))}</td>
  </tr>`;
}

/** Whether the input is thought to be able to do it. */
function verdict({driver: {low, high}, value, jump}: Required): string {
  if (jump !== undefined) return "jumps over the goal there";
  if (value === undefined) return "not reached, even far outside its range";
  return value >= low && value <= high ? "within its range" : "outside its range";
}

const [WIDTH, HEIGHT] = [96, 16];

/** The range as a line, the value now as a stroke, what it must be as a dot. */
function rangeDrawing({low, central, high}: Required["driver"], found: number | undefined): SVGElement {
  const [least, most] = [Math.min(low, found ?? low), Math.max(high, found ?? high)];
  const x = (value: number): string => (4 + ((value - least) / (most - least)) * (WIDTH - 8)).toFixed(1);
  const y = HEIGHT / 2;
  const drawing = svgElement("svg", {
    class: "wb-range",
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    width: String(WIDTH),
    height: String(HEIGHT),
    "aria-hidden": "true"
  });
  drawing.append(
    svgElement("path", {class: "range", d: `M${x(low)} ${y}H${x(high)}`}),
    svgElement("path", {class: "now", d: `M${x(central)} ${y - 5}v10`}),
    ...(found === undefined ? [] : [svgElement("circle", {class: "must", cx: x(found), cy: String(y), r: "4"})])
  );
  return drawing;
}

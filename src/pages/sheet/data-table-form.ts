import {html} from "htl";
import {find} from "../../lib/sheet/address.js";
import {numberAt, valueAt} from "../../lib/sheet/run.js";
import {button} from "../../components/figure/button.js";
import {edit} from "../../components/sheet/state.js";
import type {Store} from "../../components/sheet/store.js";
import {short} from "../../components/words/format.js";
import {asText, edgesOf, setsOf, stepsOf, type Axis} from "./data-table.js";
import {openDialog} from "./dialog.js";
import {figureField, InputFields, numberField, type ToolStart} from "./tool-fields.js";
import {ToolWork} from "./tool-work.js";
import {questionOf, tryAll} from "./what-if.js";

const STEPS = 7;
const MOST = 41;

/** Opens the table of a figure over one or two inputs: run in a worker, with progress, and ended by Cancel. */
export function openDataTable(store: Store, opened: ToolStart): void {
  const {active, month} = opened;
  const figure = figureField(store, opened);
  const across = new InputFields(store, "across", active);
  const down = new InputFields(store, "down (may be empty)", undefined);
  const [stepsAcross, stepsDown] = [numberField(STEPS), numberField(STEPS)];
  const answer = html`<div class="wb-tool-answer"></div>`;
  const progress = html`<p role="status"></p>`;
  const work = new ToolWork();
  const axisOf = (input: InputFields, steps: HTMLInputElement): Axis => {
    const count = Math.max(3, Math.min(MOST, Math.round(steps.valueAsNumber) || STEPS));
    return {cell: input.address, values: stepsOf(input.ends.low, input.ends.high, count)};
  };
  const run = async (): Promise<void> => {
    const signal = work.begin();
    const problem = across.problem ?? (down.address === "" ? undefined : down.problem);
    progress.textContent = problem ?? "";
    if (problem !== undefined) return;
    const axes = [axisOf(across, stepsAcross), down.address === "" ? undefined : axisOf(down, stepsDown)] as const;
    const sets = setsOf(...axes).map((set) => set.map((one) => ({...one, place: "data table"})));
    const values: number[] = [];
    const take = (at: number): void => {
      dialog.close();
      store.change((state) => edit(state, setsOf(...axes)[at]!));
    };
    const goal = baselineOf(store, figure.value, month);
    const told = (value: number): void => {
      values.push(value);
      progress.textContent = `${values.length} of ${sets.length} runs`;
    };
    try {
      await tryAll({store, question: questionOf(store, figure.value, month), signal}, sets, told);
      if (!work.isLatest(signal)) return;
      if (values.length < sets.length) progress.textContent = "Cancelled.";
      else
        answer.replaceChildren(
          tableOf(values, axes, goal, heldPlace(store, sets), take),
          copyButton(asText(values, ...axes))
        );
    } catch (error) {
      progress.textContent = String(error);
    }
  };
  const start = button("Run", () => void run());
  start.className = "primary";
  const content = html`<div class="wb-form">
    <label>Figure ${figure}</label>
    ${across.element}<label>Steps across ${stepsAcross}</label> ${down.element}<label>Steps down ${stepsDown}</label>
    <p class="tf-buttons">${start}${button("Cancel", () => work.end())}</p>
    ${progress}${answer}
  </div>`;
  const dialog = openDialog("Data table", content);
  dialog.addEventListener("close", () => work.end());
}

function baselineOf({current: {baseline}}: Store, figure: string, month: number): number {
  const place = find(baseline, figure);
  return place ? numberAt(baseline, place.column.id, place.row, place.column.dynamic ? month : 0) : NaN;
}

/** Which of the sets the scenario itself has; -1 where it has none of them. */
function heldPlace({current: {run}}: Store, sets: readonly (readonly {cell: string; value: string}[])[]): number {
  const isHeld = ({cell, value}: {cell: string; value: string}): boolean => {
    const {column, row} = find(run, cell)!;
    return valueAt(run, column.id, row, 0) === Number(value);
  };
  return sets.findIndex((set) => set.every(isHeld));
}

function copyButton(text: string): HTMLElement {
  return html`<p class="tf-buttons">${button("Copy", () => void navigator.clipboard.writeText(text))}</p>`;
}

/** Values as a heat map; a line divides those above the base scenario's from those below; a click takes the inputs. */
function tableOf(
  values: readonly number[],
  [across, down]: readonly [Axis, Axis | undefined],
  goal: number,
  held: number,
  take: (at: number) => void
): HTMLElement {
  const columns = across.values.length;
  const known = values.filter(Number.isFinite);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const cell = (value: number, at: number): HTMLElement => {
    const own = at === held ? ["own"] : [];
    const element = html`<td class=${[...edgesOf(values, columns, at, goal), ...own].join(" ")}>
      ${button(Number.isFinite(value) ? short(value) : "–", () => take(at))}
    </td>`;
    element.style.setProperty("--tf-heat", `${high > low ? Math.round((60 * (value - low)) / (high - low)) : 0}%`);
    return element;
  };
  return html`<table class="wb-data-table">
    <caption>
      ${across.cell} across${down ? `, ${down.cell} down` : ""}; the line is at ${short(goal)}, the base scenario's
      value; a frame is around the scenario's own
    </caption>
    <thead>
      <tr>
        <th></th>
        ${across.values.map((value) => html`<th scope="col">${short(value)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${(down?.values ?? [NaN]).map(
        (value, row) =>
          html`<tr>
            <th scope="row">${down ? short(value) : ""}</th>
            ${values.slice(row * columns, (row + 1) * columns).map((one, i) => cell(one, row * columns + i))}
          </tr>`
      )}
    </tbody>
  </table>`;
}

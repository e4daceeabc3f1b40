import {html} from "htl";
import {find} from "../../lib/sheet/address.js";
import type {Sought, Tried} from "../../lib/advice/goal-seek.js";
import {numberAt} from "../../lib/sheet/run.js";
import {button} from "../../components/figure/button.js";
import {sparkline} from "../../components/sheet/paths.js";
import {edit} from "../../components/sheet/state.js";
import type {Store} from "../../components/sheet/store.js";
import {amount, short} from "../../components/words/format.js";
import {openDialog} from "./dialog.js";
import {figureField, InputFields, numberField, type ToolStart} from "./tool-fields.js";
import {questionOf, seek} from "./what-if.js";

/** Opens the search for the value of an input with which a figure is what it is to be; setting it is one step. */
export function openGoalSeek(store: Store, start: ToolStart): void {
  const {active, month} = start;
  const figure = figureField(store, start);
  const goal = numberField("");
  const input = new InputFields(store, "by changing", active);
  const answer = html`<div class="wb-tool-answer" role="status"></div>`;
  let work = new AbortController();
  const asInParent = (): void => {
    const place = find(store.current.baseline, figure.value);
    if (!place) return;
    const {column, row} = place;
    goal.value = String(numberAt(store.current.baseline, column.id, row, column.dynamic ? month : 0));
  };
  figure.addEventListener("change", asInParent);
  asInParent();
  const run = async (): Promise<void> => {
    work.abort();
    work = new AbortController();
    const {signal} = work;
    const wanted = goal.valueAsNumber;
    const problem = input.problem ?? (Number.isFinite(wanted) ? undefined : "Enter a number as the goal.");
    answer.replaceChildren(problem ?? "Trying …");
    if (problem !== undefined) return;
    const {address} = input;
    const question = questionOf(store, figure.value, month);
    try {
      const sought = await seek(store, question, {cell: address, goal: wanted, ...input.ends}, signal);
      const set = (value: number): void => {
        dialog.close();
        store.change((state) => edit(state, [{cell: address, value: String(value)}]));
      };
      answer.replaceChildren(...found(store, {figure: figure.value, address, wanted}, sought, set));
    } catch (error) {
      if (!signal.aborted) answer.replaceChildren(String(error));
    }
  };
  const seekButton = button("Seek", () => void run());
  seekButton.className = "primary";
  const content = html`<div class="wb-form">
    <label>Make ${figure}</label>
    <label>equal to ${goal}</label>
    ${input.element}
    <p class="tf-buttons">${seekButton}${button("As in the base scenario", asInParent)}</p>
    ${answer}
  </div>`;
  const dialog = openDialog("Goal seek", content);
  dialog.addEventListener("close", () => work.abort());
}

interface Asked {
  figure: string;
  address: string;
  wanted: number;
}

/** All values with which the goal is reached, each with a button; else how near it gets. */
function found(store: Store, {figure, address, wanted}: Asked, sought: Sought, set: (value: number) => void): Node[] {
  const {run} = store.current;
  const units = [figure, address].map((cell) => find(run, cell)!.column.unit.text);
  const words = ({input, figure: value}: Tried): string =>
    `${address} = ${short(input)} ${units[1]} gives ${amount(value, units[0])}`;
  const curve = sparkline(
    sought.tried.map(({figure: value}) => value),
    sought.tried.map(() => wanted),
    280,
    60
  );
  const {reached, nearest} = sought;
  if (reached.length > 0)
    return [
      curve,
      ...reached.map((one) => html`<p>${words(one)} ${button(`Set ${short(one.input)}`, () => set(one.input))}</p>`)
    ];
  const reason = nearest ? `The closest: ${words(nearest)}.` : "The figure is not available there.";
  return [curve, html`<p>No value in this interval reaches the goal. ${reason}</p>`];
}

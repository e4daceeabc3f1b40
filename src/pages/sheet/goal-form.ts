import {html} from "htl";
import type {GoalLine, Interval, Pair} from "../../lib/advice/goal-line.js";
import {reaches, type Sought, type Tried} from "../../lib/advice/goal-seek.js";
import {numberAt, type Run} from "../../lib/sheet/run.js";
import {find} from "../../lib/sheet/address.js";
import {button} from "../../components/figure/button.js";
import type {Setting} from "../../components/live/custom-scenario.js";
import {sparkline} from "../../components/sheet/paths.js";
import {edit} from "../../components/sheet/state.js";
import type {Store} from "../../components/sheet/store.js";
import {amount, short} from "../../components/words/format.js";
import {openDialog} from "./dialog.js";
import {GoalFields} from "./goal-fields.js";
import {goalLineChart, type Place} from "./goal-line-chart.js";
import {InputFields, type ToolStart} from "./tool-fields.js";
import {ToolWork} from "./tool-work.js";
import {questionOf, seek, seekLine, type Search} from "./what-if.js";

/** Opens the search for values of one input or two with which a figure reaches a goal; to set them is one step. */
export function openGoalSeek(store: Store, start: ToolStart): void {
  const form = new GoalForm(store, start, () => dialog.close());
  const dialog = openDialog("Goal seek", form.element);
  dialog.addEventListener("close", () => form.work.end());
}

class GoalForm {
  readonly element: HTMLElement;
  readonly work = new ToolWork();
  private readonly goal: GoalFields;
  private readonly first: InputFields;
  private readonly second: InputFields;
  private readonly answer = html`<div class="wb-tool-answer" role="status"></div>`;

  constructor(
    readonly store: Store,
    readonly start: ToolStart,
    readonly close: () => void
  ) {
    this.goal = new GoalFields(store, start);
    this.first = new InputFields(store, "by changing", start.active);
    this.second = new InputFields(store, "and (may be empty)", undefined);
    const seekButton = button("Seek", () => void this.seek());
    seekButton.className = "primary";
    this.element = html`<div class="wb-form">
      ${this.goal.element}${this.first.element}${this.second.element}
      <p class="tf-buttons">${seekButton}${button("Cancel", () => this.work.end())}</p>
      ${this.answer}
    </div>`;
  }

  private get problem(): string | undefined {
    const {goal, first, second} = this;
    if (second.address === "") return first.problem ?? goal.problem;
    const same = second.address === first.address ? "Name two different inputs." : undefined;
    return first.problem ?? second.problem ?? same ?? goal.problem;
  }

  private async seek(): Promise<void> {
    const {store, goal, answer, problem, second, start} = this;
    answer.replaceChildren(problem ?? "Trying …");
    if (problem !== undefined) return;
    const signal = this.work.begin();
    const question = questionOf(store, goal.figure, start.month);
    const search = {store, question, goal: goal.wanted, signal};
    try {
      const found = await (second.address === "" ? this.byOne(search) : this.byTwo(search));
      if (!this.work.isLatest(signal)) return;
      if (signal.aborted) answer.replaceChildren("Cancelled.");
      else answer.replaceChildren(...found);
    } catch (error) {
      answer.replaceChildren(String(error));
    }
  }

  private async byOne(search: Search): Promise<Node[]> {
    const {address, ends} = this.first;
    const sought = await seek(search, {cell: address, ...ends});
    return sought ? this.foundByOne(sought) : [];
  }

  /** All values with which the goal is reached, each with a button; else how near it gets. */
  private foundByOne({tried, reached, jumps, nearest}: Sought): Node[] {
    const {first, goal} = this;
    const words = ({input, figure}: Tried): string =>
      `${first.address} = ${short(input)} ${first.unit} gives ${amount(figure, goal.unit)}`;
    const curve = sparkline(
      tried.map(({figure}) => figure),
      tried.map(() => goal.wanted),
      280,
      60
    );
    const set = (value: number): void => this.set([{cell: first.address, value: String(value)}]);
    const found = reached.map(
      (one) => html`<p>${words(one)} ${button(`Set ${short(one.input)}`, () => set(one.input))}</p>`
    );
    const over = jumps.map(({input}) => html`<p>At ${short(input)} ${first.unit} the figure jumps over the goal.</p>`);
    if (found.length > 0) return [curve, ...found, ...over];
    const reason = nearest ? `The closest: ${words(nearest)}.` : "The figure is not available there.";
    return [curve, html`<p>No value in this interval reaches the goal. ${reason}</p>`, ...over];
  }

  private async byTwo(search: Search): Promise<Node[]> {
    const {first, second, answer} = this;
    const inputs = [first, second].map(({address, ends}) => ({cell: address, ...ends}));
    const line = await seekLine(search, [inputs[0]!, inputs[1]!], (runs) => answer.replaceChildren(`${runs} runs …`));
    return line ? this.foundByTwo(line) : [];
  }

  /** The pairs as a line, and each with a button, the one nearest to the present values first. */
  private foundByTwo({lines, tried, nearest}: GoalLine): Node[] {
    const {first, second, goal, store} = this;
    const [run, base] = [store.current.run, store.current.baseline];
    const place = (of: Run) => ({across: valueIn(of, first.address), up: valueIn(of, second.address)});
    const pairs = lines.flat().filter(({figure}) => reaches(figure, goal.wanted));
    if (pairs.length === 0) {
      const reason = nearest
        ? `The closest: ${short(nearest.across)} and ${short(nearest.up)} give ${amount(nearest.figure, goal.unit)}.`
        : "The figure is not available there.";
      return [html`<p>No pair in these intervals reaches the goal. ${reason}</p>`];
    }
    const nearer = nearnessTo(place(run), first.ends, second.ends);
    const sorted = distinct([...pairs].sort((a, b) => nearer(a) - nearer(b)));
    const chart = goalLineChart({
      lines,
      tried,
      goal: goal.wanted,
      across: {title: `${first.address}, ${first.unit}`, ...first.ends},
      up: {title: `${second.address}, ${second.unit}`, ...second.ends},
      now: place(run),
      base: place(base)
    });
    return [chart, this.pairs(sorted)];
  }

  private pairs(pairs: readonly Pair[]): HTMLElement {
    const {first, second} = this;
    const cells = ({across, up}: Pair): Setting[] => [
      {cell: first.address, value: String(across)},
      {cell: second.address, value: String(up)}
    ];
    return html`<table class="wb-pairs">
      <caption>
        Pairs that reach the goal, nearest to the current values first
      </caption>
      <thead>
        <tr>
          <th scope="col">${first.address} <small>${first.unit}</small></th>
          <th scope="col">${second.address} <small>${second.unit}</small></th>
          <td></td>
        </tr>
      </thead>
      <tbody>
        ${pairs.map(
          (pair) =>
            html`<tr>
              <td>${short(pair.across)}</td>
              <td>${short(pair.up)}</td>
              <td>${button("Set both", () => this.set(cells(pair)))}</td>
            </tr>`
        )}
      </tbody>
    </table>`;
  }

  private set(cells: readonly Setting[]): void {
    this.close();
    this.store.change((state) => edit(state, cells));
  }
}

function valueIn(run: Run, cell: string): number {
  const place = find(run, cell);
  return place ? numberAt(run, place.column.id, place.row, 0) : NaN;
}

/** A line that goes through a point that was tried has it twice. */
function distinct(pairs: readonly Pair[]): Pair[] {
  return [...new Map(pairs.map((pair) => [`${short(pair.across)} ${short(pair.up)}`, pair])).values()];
}

/** How far a pair is from a place, in widths of the intervals. */
function nearnessTo(from: Place, across: Interval, up: Interval): (pair: Pair) => number {
  return (pair) =>
    Math.hypot((pair.across - from.across) / (across.high - across.low), (pair.up - from.up) / (up.high - up.low));
}

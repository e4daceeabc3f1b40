import {html} from "htl";
import {find} from "../../lib/sheet/address.js";
import {numberAt, type Run} from "../../lib/sheet/run.js";
import {button} from "../../components/figure/button.js";
import type {Store} from "../../components/sheet/store.js";
import {amount} from "../../components/words/format.js";
import {figureField, numberField, type ToolStart} from "./tool-fields.js";

/** Fields for a figure, and for what it is to be. */
export class GoalFields {
  readonly element: HTMLElement;
  private readonly figureChoice: HTMLSelectElement;
  private readonly goal = numberField("");
  private readonly offers = html`<p class="tf-buttons"></p>`;

  constructor(
    readonly store: Store,
    readonly start: ToolStart
  ) {
    this.figureChoice = figureField(store, start);
    this.element = html`<div class="wb-goal">
      <label>Make ${this.figureChoice}</label>
      <label>equal to ${this.goal}</label>
      ${this.offers}
    </div>`;
    this.figureChoice.addEventListener("change", () => this.offer());
    this.offer();
  }

  get figure(): string {
    return this.figureChoice.value;
  }

  /** What the figure is to be; NaN where that is no number. */
  get wanted(): number {
    return this.goal.valueAsNumber;
  }

  get unit(): string {
    return find(this.store.current.run, this.figure)?.column.unit.text ?? "";
  }

  /** What is wrong with what was typed; nothing where it can be used. */
  get problem(): string | undefined {
    return Number.isFinite(this.wanted) ? undefined : "Enter a number as the goal.";
  }

  /** What the figure is now, in words. */
  now(): string {
    return amount(this.valueIn(this.store.current.run), this.unit);
  }

  /** Goals that are asked for often; the base scenario's value is put in at once. */
  private offer(): void {
    const set = (value: number): void => void (this.goal.value = String(value));
    const base = this.valueIn(this.store.current.baseline);
    set(base);
    this.offers.replaceChildren(
      button("As in the base scenario", () => set(base)),
      ...hurdles(this.store.current.run, this.unit).map(({title, value}) => button(title, () => set(value)))
    );
  }

  private valueIn(run: Run): number {
    const place = find(run, this.figure);
    if (!place) return NaN;
    const {column, row} = place;
    return numberAt(run, column.id, row, column.dynamic ? this.start.month : 0);
  }
}

/** What a figure of a unit is measured by: money by no loss, a margin by the hurdle, a return by what capital costs. */
function hurdles(run: Run, unit: string): {title: string; value: number}[] {
  const named = (title: string, column: string): {title: string; value: number} => {
    const value = numberAt(run, `parameter.${column}`, 0, 0);
    return {title: `${title}, ${amount(value, "share")}`, value};
  };
  if (unit === "1" || unit === "share") return [named("Hurdle", "hurdle")];
  if (unit === "1/yr") return [named("Cost of capital", "cost_of_capital")];
  return unit.startsWith("USD") ? [{title: "Break-even, 0", value: 0}] : [];
}

import {html} from "htl";
import {entryText} from "../../lib/sheet/entry-text.js";
import {find} from "../../lib/sheet/address.js";
import {endsOf, sheetCell} from "./cells.js";
import {edit, type SheetState} from "./state.js";
import type {Computed, Store} from "./store.js";
import {unitOf, words} from "./view.js";

/** Steps of a slider over an input's range. */
const STEPS = 100;

/** An input with its value and, for a number, a slider. */
export class Lever {
  readonly element: HTMLElement;
  private readonly field = html`<input class="tf-lever-value" spellcheck="false" />` as HTMLInputElement;
  private readonly slider = html`<input type="range" min="0" max=${STEPS} step="1" />` as HTMLInputElement;
  private readonly was = html`<small></small>`;
  private before: SheetState | undefined;
  private ends = {low: 0, high: 1};

  constructor(
    readonly id: string,
    readonly store: Store,
    go: (cell: string) => void
  ) {
    const {column, key} = find(store.current.run, id)!;
    const name = `${words(column.name)}${column.table.single ? "" : `, ${key}`}`;
    this.field.setAttribute("aria-label", name);
    this.slider.setAttribute("aria-label", `${name}, slider`);
    const unit = column.holds === "number" ? unitOf(column) : "";
    this.element = html`<div class="tf-lever">
      <button type="button" title=${`${column.doc}. Show the cell`} ${{onclick: () => go(id)}}>${name}</button>
      ${this.field} <small>${unit}</small> ${this.slider} ${this.was}
    </div>`;
    this.field.addEventListener("change", () => this.set(this.field.value));
    this.slider.addEventListener("input", () => this.slide());
    this.slider.addEventListener("change", () => (this.before = undefined));
  }

  /** Makes the lever read-only. */
  lock(): void {
    this.field.readOnly = true;
    this.slider.disabled = true;
  }

  show(computed: Computed): void {
    const {column, row} = find(computed.run, this.id)!;
    const held = sheetCell(computed, column, row, 0);
    const {source, copied, before, state} = held;
    if (document.activeElement !== this.field) this.field.value = source;
    this.element.classList.toggle("changed", state === "edited");
    this.element.classList.toggle("wrong", state === "wrong");
    this.was.textContent = before === undefined ? "" : `was ${before}`;
    const central = Number(copied);
    this.slider.hidden = column.holds !== "number" || !Number.isFinite(central) || copied === "";
    if (this.slider.hidden || document.activeElement === this.slider) return;
    this.ends = endsOf(held, column.unit.text);
    const {low, high} = this.ends;
    this.slider.value = String(Math.round((STEPS * (central - low)) / (high - low)));
  }

  private set(text: string): void {
    const {column} = find(this.store.current.run, this.id)!;
    const value = entryText(text, column.unit.text);
    this.store.change((state) => edit(state, [{cell: this.id, value}]));
  }

  /** Dragging the slider is a single undo step, however far it goes. */
  private slide(): void {
    const {low, high} = this.ends;
    const value = low + (this.slider.valueAsNumber / STEPS) * (high - low);
    this.before ??= this.store.current.state;
    const from = this.before;
    this.store.change(() => edit(from, [{cell: this.id, value: String(Number(value.toPrecision(4)))}]));
  }
}

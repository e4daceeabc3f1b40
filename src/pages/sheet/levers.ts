import {html} from "htl";
import {find} from "../../lib/sheet/address.js";
import {choice} from "../../components/form/controls.js";
import {endsOf, sheetCell} from "../../components/sheet/cells.js";
import {entryText} from "../../lib/sheet/entry-text.js";
import {edit, type SheetState} from "../../components/sheet/state.js";
import type {Computed, Store} from "../../components/sheet/store.js";
import {unitOf, words} from "../../components/sheet/view.js";
import {audiences, curated} from "./curated.js";

/** Decisions apart from beliefs, for a kind of reader: each with its value, and a slider where it is a number. */
export function levers(store: Store, go: (cell: string) => void): HTMLElement {
  const audience = choice("reader", "For", audiences, "investor");
  const place = html`<div></div>`;
  let items: Lever[] = [];
  const draw = (): void => {
    const {levers: decided, beliefs} = curated[audience.value];
    const made = (cells: readonly string[]): Lever[] =>
      cells.filter((cell) => find(store.current.run, cell)).map((cell) => new Lever(cell, store, go));
    const [first, second] = [made(decided), made(beliefs)];
    items = [...first, ...second];
    place.replaceChildren(
      html`<section aria-label="Decisions">
        <h3>Decisions</h3>
        ${first.map(({element}) => element)}
      </section>`,
      html`<section aria-label="Assumptions">
        <h3>Assumptions</h3>
        ${second.map(({element}) => element)}
      </section>`
    );
    for (const item of items) item.show(store.current);
  };
  audience.addEventListener("input", draw);
  draw();
  store.listen((computed) => {
    for (const item of items) item.show(computed);
  });
  return html`<div class="wb-levers">${audience}${place}</div>`;
}

/** Steps of a slider over an input's range. */
const STEPS = 100;

class Lever {
  readonly element: HTMLElement;
  private readonly field = html`<input class="wb-lever-value" spellcheck="false" />` as HTMLInputElement;
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
    this.element = html`<div class="wb-lever">
      <button type="button" title=${`${column.doc}. Show the cell`} ${{onclick: () => go(id)}}>${name}</button>
      ${this.field} <small>${unit}</small> ${this.slider} ${this.was}
    </div>`;
    this.field.addEventListener("change", () => this.set(this.field.value));
    this.slider.addEventListener("input", () => this.slide());
    this.slider.addEventListener("change", () => (this.before = undefined));
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
    this.ends = endsOf(held);
    const {low, high} = this.ends;
    this.slider.value = String(Math.round((STEPS * (central - low)) / (high - low)));
  }

  private set(text: string): void {
    const {column} = find(this.store.current.run, this.id)!;
    const value = entryText(text, column.unit.text);
    this.store.change((state) => edit(state, [{cell: this.id, value}]));
  }

  /** A drag of the slider is one step, however far it goes. */
  private slide(): void {
    const {low, high} = this.ends;
    const value = low + (this.slider.valueAsNumber / STEPS) * (high - low);
    this.before ??= this.store.current.state;
    const from = this.before;
    this.store.change(() => edit(from, [{cell: this.id, value: String(Number(value.toPrecision(4)))}]));
  }
}

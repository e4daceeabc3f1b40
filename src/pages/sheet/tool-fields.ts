import {html} from "htl";
import {find} from "../../lib/sheet/address.js";
import {figures} from "../../lib/model/headline.js";
import {endsOf, isTyped, sheetCell} from "../../components/sheet/cells.js";
import type {Store} from "../../components/sheet/store.js";
import {unitOf} from "../../components/sheet/view.js";
import {titleOf} from "./pinned.js";

/** What a tool starts from. */
export interface ToolStart {
  /** The address of the active cell. */
  active: string | undefined;
  /** The figure that is pinned first. */
  pinned: string | undefined;
  month: number;
}

/** A list of what a tool can ask for, the one that is pinned first: headline figures, and a computed cell if active. */
export function figureField({current}: Store, {active, pinned}: ToolStart): HTMLSelectElement {
  const cells = figures.map(({column}) => `economy.${column}`);
  const place = active === undefined ? undefined : find(current.run, active);
  const own = place && !isTyped(place.column) && place.column.holds === "number" && !cells.includes(active!);
  const all = own ? [active!, ...cells] : cells;
  const first = own ? active : pinned;
  return html`<select>
    ${all.map((cell) => html`<option value=${cell} selected=${cell === first}>${titleOf(cell)}</option>`)}
  </select>` as HTMLSelectElement;
}

/** A field for a number. */
export function numberField(value: number | ""): HTMLInputElement {
  return html`<input type="number" step="any" value=${value} />` as HTMLInputElement;
}

/** Fields for an input by its address, and for the values between which it is to change. */
export class InputFields {
  readonly cell = html`<input spellcheck="false" placeholder="parameter.accelerator_life" />` as HTMLInputElement;
  readonly low = numberField("");
  readonly high = numberField("");
  private readonly unit = html`<small></small>`;
  readonly element: HTMLElement;

  constructor(
    readonly store: Store,
    label: string,
    active: string | undefined
  ) {
    this.element = html`<div class="wb-tool-input">
      <label>${label} ${this.cell}</label>
      <label>from ${this.low}</label>
      <label>to ${this.high}</label>
      ${this.unit}
    </div>`;
    this.cell.addEventListener("change", () => this.suggest());
    const place = active === undefined ? undefined : find(store.current.run, active);
    if (!place || !isTyped(place.column) || place.column.holds !== "number") return;
    this.cell.value = active!;
    this.suggest();
  }

  /** What is wrong with what was typed; nothing where it can be used. */
  get problem(): string | undefined {
    const address = this.cell.value.trim();
    const place = find(this.store.current.run, address);
    if (!place) return `There is no cell “${address}”: write an address such as parameter.accelerator_life.`;
    if (!isTyped(place.column) || place.column.holds !== "number") return `${address} is no input that holds a number.`;
    const {low, high} = this.ends;
    return low < high ? undefined : `Write two values for ${address}, the lower first.`;
  }

  get address(): string {
    return this.cell.value.trim();
  }

  get ends(): {low: number; high: number} {
    return {low: this.low.valueAsNumber, high: this.high.valueAsNumber};
  }

  private suggest(): void {
    const {current} = this.store;
    const place = find(current.run, this.address);
    if (!place || place.column.holds !== "number") return;
    const {low, high} = endsOf(sheetCell(current, place.column, place.row, 0));
    this.low.value = String(Number(low.toPrecision(4)));
    this.high.value = String(Number(high.toPrecision(4)));
    this.unit.textContent = unitOf(place.column);
  }
}

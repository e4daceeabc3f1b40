import {html} from "htl";
import {find} from "../../lib/sheet/address.js";
import type {ModelColumn} from "../../lib/sheet/model.js";
import {keysOf, type Run} from "../../lib/sheet/run.js";
import {figures} from "../../lib/model/headline.js";
import {endsOf, isTyped, sheetCell} from "../../components/sheet/cells.js";
import {ItemList, type Item} from "../../components/sheet/entry/list.js";
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
  private readonly unitNote = html`<small></small>`;
  private readonly list: ItemList<Item>;
  readonly element: HTMLElement;

  constructor(
    readonly store: Store,
    label: string,
    active: string | undefined
  ) {
    this.list = new ItemList(this.cell, (item) => this.take(item.label));
    this.element = html`<div class="wb-tool-input">
      <label>${label} <span class="wb-tool-cell">${this.cell}${this.list.element}</span></label>
      <label>from ${this.low}</label>
      <label>to ${this.high}</label>
      ${this.unitNote}
    </div>`;
    this.cell.addEventListener("input", () => this.list.show(inputsLike(store.current.run, this.cell.value)));
    this.cell.addEventListener("keydown", (event) => {
      if (this.list.press(event)) event.preventDefault();
    });
    this.cell.addEventListener("blur", () => this.list.close());
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
    if (!place) return `There is no cell “${address}”: type part of its name and choose from the list.`;
    if (!isTyped(place.column) || place.column.holds !== "number") return `${address} is not a numeric input.`;
    const {low, high} = this.ends;
    return low < high ? undefined : `Enter two values for ${address}, the lower first.`;
  }

  /** The unit of the input, in which the numbers are. */
  get unit(): string {
    const place = find(this.store.current.run, this.address);
    return place ? unitOf(place.column) : "";
  }

  get address(): string {
    return this.cell.value.trim();
  }

  get ends(): {low: number; high: number} {
    return {low: this.low.valueAsNumber, high: this.high.valueAsNumber};
  }

  private take(address: string): void {
    this.list.close();
    this.cell.value = address;
    this.suggest();
  }

  private suggest(): void {
    const {current} = this.store;
    const place = find(current.run, this.address);
    this.unitNote.textContent = this.unit;
    if (!place || place.column.holds !== "number") return;
    const {low, high} = endsOf(sheetCell(current, place.column, place.row, 0), place.column.unit.text);
    this.low.value = String(Number(low.toPrecision(4)));
    this.high.value = String(Number(high.toPrecision(4)));
  }
}

const MOST = 12;

/** Inputs that hold a number and all words of a text in their address, those of the whole model first. */
function inputsLike(run: Run, text: string): Item[] {
  const wanted = text
    .toLowerCase()
    .split(/[\s.[\]]+/)
    .filter((word) => word !== "");
  if (wanted.length === 0) return [];
  const found: Item[] = [];
  for (const column of inputColumns(run)) {
    for (const cell of cellsOf(run, column)) {
      if (!wanted.every((word) => cell.toLowerCase().includes(word.replaceAll(" ", "_")))) continue;
      found.push({label: cell, detail: column.doc});
      if (found.length === MOST) return found;
    }
  }
  return found;
}

function inputColumns({model}: Run): ModelColumn[] {
  const typed = [...model.columns.values()].filter((column) => isTyped(column) && column.holds === "number");
  return typed.sort((a, b) => Number(b.table.single) - Number(a.table.single));
}

function cellsOf(run: Run, {id, name, table}: ModelColumn): string[] {
  return table.single ? [id] : keysOf(run, table.name).map((key) => `${table.name}[${key}].${name}`);
}

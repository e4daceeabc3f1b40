import {addressOf, find, resolve, rowOf} from "../../lib/sheet/address.js";
import {InputError} from "../../lib/sheet/error.js";
import {columnsOf} from "../../lib/sheet/model.js";
import {keysOf, type Run} from "../../lib/sheet/run.js";
import {ItemList, type Item} from "./entry/list.js";
import type {EntryField} from "./entry/field.js";
import type {Computed} from "./store.js";

/** The bar's content for the active cell. */
export interface BarContent {
  address: string;
  unit: string;
  /** Value, change and description, in this order. */
  facts: readonly Fact[];
}

export interface Fact {
  text: string;
  kind?: "value" | "up" | "down" | "notice" | "problem" | "long";
  /** An action, offered as a button with this text. */
  act?: () => void;
}

/** The line above a grid: the address, the cell's content, its unit, and facts below. */
export class FormulaBar {
  readonly element = document.createElement("div");
  private readonly name = document.createElement("input");
  private readonly unit = document.createElement("span");
  private readonly facts = document.createElement("p");
  private readonly list: ItemList<Item>;
  private address = "";

  constructor(
    entry: EntryField,
    readonly current: () => Computed,
    readonly go: (address: string) => string | undefined,
    explain: () => void
  ) {
    this.element.className = "tf-bar";
    this.name.className = "tf-name";
    this.name.setAttribute("aria-label", "Cell address");
    this.name.spellcheck = false;
    const box = document.createElement("span");
    box.className = "tf-name-box";
    this.list = new ItemList(this.name, ({label}) => this.follow(label));
    box.append(this.name, this.list.element);
    const sign = Object.assign(document.createElement("span"), {className: "tf-fx", textContent: "fx"});
    sign.setAttribute("aria-hidden", "true");
    this.unit.className = "tf-unit";
    const line = document.createElement("div");
    line.className = "tf-bar-line";
    line.append(box, sign, entry.element, this.unit, infoButton(explain));
    this.facts.className = "tf-facts";
    this.element.append(line, this.facts);
    this.name.addEventListener("focus", () => this.name.select());
    this.name.addEventListener("input", () => this.list.show(addresses(this.current(), this.name.value), -1));
    this.name.addEventListener("keydown", (event) => this.press(event));
    this.name.addEventListener("blur", () => {
      this.list.close();
      this.name.value = this.address;
    });
  }

  show({address, unit, facts}: BarContent): void {
    this.address = address;
    if (document.activeElement !== this.name) this.name.value = address;
    this.name.title = address;
    this.name.size = Math.max(14, Math.min(44, address.length + 1));
    this.unit.textContent = unit;
    this.say(facts);
  }

  /** Shows facts in the line below. */
  say(facts: readonly Fact[]): void {
    this.facts.replaceChildren(...facts.map(factElement));
    this.element.classList.toggle(
      "wrong",
      facts.some(({kind}) => kind === "problem")
    );
  }

  /** Focuses the address. */
  focus(): void {
    this.name.focus();
  }

  private press(event: KeyboardEvent): void {
    const {key} = event;
    if (this.list.press(event)) event.preventDefault();
    else if (key === "Enter") this.follow(this.name.value.trim());
    else if (key === "Escape") {
      this.name.value = this.address;
      this.follow(this.address);
    } else if (key === "ArrowDown") this.list.show(addresses(this.current(), this.name.value), 0);
    else return;
    event.stopPropagation();
  }

  private follow(address: string): void {
    this.list.close();
    const problem = this.go(address);
    if (problem !== undefined) this.say([{text: problem, kind: "problem"}]);
  }
}

/** Why an address is invalid, with the nearest names; undefined if it is valid. */
export function addressProblem({run}: Computed, address: string): string | undefined {
  if (hasRow(run, address)) return undefined;
  if (find(run, address) || run.model.tables.some(({name}) => name === address) || run.model.columns.has(address))
    return undefined;
  try {
    resolve(run, address);
    return undefined;
  } catch (error) {
    if (error instanceof InputError) return error.message.replaceAll("\n  ", "; ");
    throw error;
  }
}

function hasRow(run: Run, address: string): boolean {
  const row = rowOf(address);
  return row !== undefined && keysOf(run, row.table).includes(row.key);
}

/** Addresses that start with a text: tables, then rows, then columns. */
function addresses({run}: Computed, text: string): Item[] {
  const {model} = run;
  const [, table = "", key, column] = /^(\w+)(?:\[([^\]]*)(?:\]\.?(\w*))?)?$/.exec(text.trim()) ?? [];
  const named = (items: readonly string[], detail: string): Item[] =>
    items.filter((item) => item.startsWith(text.trim())).map((label) => ({label, detail}));
  if (key === undefined)
    return [
      ...named(
        model.tables.map(({name}) => name),
        "table"
      ),
      ...named(
        columnsOf(model, addressOf(text).table || text.split(".")[0]!).map(({id}) => id),
        "column"
      )
    ].slice(0, 12);
  const rows = keysOf(run, table).filter((one) => (column === undefined ? one.startsWith(key) : one === key));
  const of = columnsOf(model, table).filter(({name}) => column === undefined || name.startsWith(column));
  return rows
    .flatMap((one) => of.map(({name, doc}) => ({label: `${table}[${one}].${name}`, detail: doc})))
    .slice(0, 12);
}

function factElement({text, kind, act}: Fact): HTMLElement {
  const element = document.createElement(act ? "button" : "span");
  if (act) {
    (element as HTMLButtonElement).type = "button";
    element.addEventListener("pointerdown", (event) => event.preventDefault());
    element.addEventListener("click", act);
  }
  element.className = kind === undefined ? "" : `tf-${kind}`;
  element.textContent = text;
  element.title = kind === "long" || kind === "problem" ? text : "";
  return element;
}

function infoButton(explain: () => void): HTMLElement {
  const element = document.createElement("button");
  element.type = "button";
  element.className = "tf-info";
  element.textContent = "i";
  element.title = "Source and formula (Alt and Enter)";
  element.setAttribute("aria-label", "Source and formula");
  element.addEventListener("click", explain);
  return element;
}

import {button} from "../figure/button.js";
import type {ColumnSet} from "./columns.js";

/** What a table shows: values, changes, or chosen columns over the months. */
export type Mode = "values" | "change" | "months";

export interface TableBarHandlers {
  mode: (mode: Mode) => void;
  columns: (set: ColumnSet) => void;
  find: (text: string, by: 1 | -1) => string;
  leaveFind: () => void;
  /** Opens the menu of additions; undefined if nothing can be added. */
  add?: (anchor: HTMLElement) => void;
}

const modes: readonly {mode: Mode; title: string}[] = [
  {mode: "values", title: "Values"},
  {mode: "change", title: "Change"},
  {mode: "months", title: "Months"}
];

const sets: readonly {set: ColumnSet | "custom"; title: string}[] = [
  {set: "inputs", title: "inputs only"},
  {set: "main", title: "main columns"},
  {set: "all", title: "all columns"},
  {set: "custom", title: "my columns"}
];

/** The line above a grid: the table's description, its view, and a search field. */
export class TableBar {
  readonly element = document.createElement("div");
  private readonly title = document.createElement("h2");
  private readonly doc = document.createElement("p");
  private readonly modes: HTMLButtonElement[];
  private readonly columns = document.createElement("select");
  private readonly field = document.createElement("input");
  private readonly found = document.createElement("small");

  constructor(readonly handlers: TableBarHandlers) {
    this.element.className = "tf-table-bar";
    this.doc.className = "tf-doc";
    this.modes = modes.map(({mode, title}) => button(title, () => handlers.mode(mode)));
    const group = document.createElement("div");
    group.className = "tf-segments";
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", "Show");
    group.append(...this.modes);
    this.columns.setAttribute("aria-label", "Columns");
    this.columns.append(...sets.map(({set, title}) => new Option(title, set)));
    this.columns.addEventListener("change", () => handlers.columns(this.columns.value as ColumnSet));
    this.element.append(this.title, this.doc, this.findBox(), group, this.columns);
    if (handlers.add) this.element.append(addButton(handlers.add));
  }

  show(name: string, doc: string, color: string, mode: Mode, set: ColumnSet | "custom"): void {
    this.element.style.setProperty("--tf-layer", color);
    this.title.textContent = name;
    this.doc.textContent = doc;
    this.doc.title = doc;
    this.modes.forEach((element, i) => element.setAttribute("aria-pressed", String(modes[i]!.mode === mode)));
    this.columns.options[sets.length - 1]!.hidden = set !== "custom";
    this.columns.value = set;
  }

  /** Opens the search field; returns whether it already had the focus. */
  openFind(): boolean {
    if (document.activeElement === this.field) return true;
    this.field.parentElement!.hidden = false;
    this.field.focus();
    this.field.select();
    return false;
  }

  private findBox(): HTMLElement {
    const box = document.createElement("span");
    box.className = "tf-find";
    box.hidden = true;
    this.field.type = "search";
    this.field.placeholder = "Find in this table";
    this.field.setAttribute("aria-label", "Find in this table");
    this.found.setAttribute("role", "status");
    box.append(this.field, this.found);
    const find = (by: 1 | -1): void => void (this.found.textContent = this.handlers.find(this.field.value, by));
    this.field.addEventListener("input", () => find(1));
    this.field.addEventListener("keydown", (event) => {
      if (event.key === "Enter") find(event.shiftKey ? -1 : 1);
      else if (event.key === "Escape") {
        box.hidden = true;
        this.handlers.leaveFind();
      } else return;
      event.preventDefault();
    });
    return box;
  }
}

function addButton(open: (anchor: HTMLElement) => void): HTMLElement {
  const add = button("+", () => open(add));
  add.className = "tf-icon";
  add.title = "Add to this table";
  add.setAttribute("aria-label", "Add to this table");
  add.setAttribute("aria-haspopup", "menu");
  return add;
}

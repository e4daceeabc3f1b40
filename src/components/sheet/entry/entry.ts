import type {Place} from "../selection.js";
import {completions, hintAt, type Completion, type Scope} from "./complete.js";
import {EntryField} from "./field.js";
import {ItemList, type Item} from "./list.js";

/** The target of an entry, and what the entry needs of the sheet. */
export interface EntryTarget {
  /** The cell's name, for screen readers. */
  label: string;
  text: string;
  scope: Scope;
  /** Options in place of free text: the keys of the referenced table. */
  choices?: readonly Item[];
  /** Places the field over the cell. */
  place: (element: HTMLElement) => void;
  /** Called at every change of the text. */
  typed: (text: string, hint: string, wrong?: boolean) => void;
  /** What is wrong with a formula, so that the reader can correct it before it is applied. */
  check: (text: string) => string | undefined;
  /** Applies the text to the cell or to the whole selection, and moves on by a step. */
  take: (text: string, step: Place | undefined, all: boolean) => void;
  /** The entry has ended, and the focus returns to the cell. */
  left: (focus: boolean) => void;
  /** The address one step from the last cell pointed at. */
  pointed: (step: Place) => string | undefined;
}

/** How an entry begins: by typing, in which case arrows leave the cell, or with a caret. */
export interface Beginning {
  text?: string | undefined;
  in: "cell" | "bar";
}

/** The single entry of a sheet: the text is the same in the cell and in the bar above, wherever it is typed. */
export class Entry {
  readonly bar = new EntryField("tf-bar-entry");
  readonly cell = new EntryField("tf-cell-entry");
  private readonly lists: readonly ItemList<Completion | Item>[];
  private target: EntryTarget | undefined;
  private typing = false;
  /** The position of the reference inserted by arrows or clicks, while it can be replaced. */
  private pointing: {from: number; to: number} | undefined;
  private refused: string | undefined;

  constructor() {
    this.lists = this.fields.map((field) => new ItemList(field.input, (item) => this.complete(item)));
    this.fields.forEach((field, i) => {
      field.element.append(this.lists[i]!.element);
      field.input.addEventListener("input", () => this.changed(field));
      field.input.addEventListener("keydown", (event) => this.press(event));
      field.input.addEventListener("blur", () => this.blurred());
    });
  }

  get isOpen(): boolean {
    return this.target !== undefined;
  }

  /** Whether a click on a cell would insert its address into the text. */
  get takesReference(): boolean {
    if (!this.isOpen || !this.text.startsWith("=")) return false;
    return this.pointing !== undefined || /[=+\-*/(,<>?:]\s*$/.test(this.text.slice(0, this.active.caret));
  }

  begin(target: EntryTarget, {text, in: where}: Beginning): void {
    this.target = target;
    this.typing = text !== undefined;
    this.pointing = undefined;
    this.refused = undefined;
    for (const {input} of this.fields) input.setAttribute("aria-label", target.label);
    this.text = text ?? target.text;
    if (where === "cell") {
      target.place(this.cell.element);
      this.cell.input.focus({preventScroll: true});
      this.cell.caret = this.text.length;
    }
    this.refresh();
    if (where === "cell") this.cell.element.scrollIntoView({block: "nearest", inline: "nearest"});
    if (target.choices && text === undefined) this.offerChoices(true);
  }

  /** Inserts a reference at the caret, or replaces the one just pointed at. */
  point(reference: string): void {
    const field = this.active;
    const {from, to} = this.pointing ?? {from: field.caret, to: field.caret};
    this.text = `${this.text.slice(0, from)}${reference}${this.text.slice(to)}`;
    this.pointing = {from, to: from + reference.length};
    field.input.focus({preventScroll: true});
    field.caret = from + reference.length;
    this.refresh();
  }

  /** Discards the entry. */
  cancel(focus = true): void {
    const {target} = this;
    if (!target) return;
    this.end();
    target.left(focus);
  }

  /** Applies the text, as Enter does; an invalid formula is applied only if Enter is pressed again. */
  take(step?: Place, all = false): void {
    const {target, text} = this;
    if (!target) return;
    const problem = this.refused === text ? undefined : target.check(text);
    if (problem !== undefined) {
      this.refused = text;
      target.typed(text, problem, true);
      return;
    }
    this.end();
    target.take(text, step, all);
    target.left(true);
  }

  /** Shows a text in the bar while nothing is being edited. */
  show(text: string, label: string): void {
    if (this.isOpen) return;
    this.bar.text = text;
    this.bar.input.setAttribute("aria-label", label);
  }

  private get fields(): readonly [EntryField, EntryField] {
    return [this.cell, this.bar];
  }

  private get active(): EntryField {
    return document.activeElement === this.bar.input ? this.bar : this.cell;
  }

  private get list(): ItemList<Completion | Item> {
    return this.lists[this.active === this.bar ? 1 : 0]!;
  }

  private get text(): string {
    return this.active.text;
  }

  private set text(text: string) {
    for (const field of this.fields) field.text = text;
  }

  private end(): void {
    this.target = undefined;
    for (const list of this.lists) list.close();
    this.cell.element.remove();
  }

  private changed(field: EntryField): void {
    this.pointing = undefined;
    for (const other of this.fields) if (other !== field) other.text = field.text;
    this.refresh();
  }

  private refresh(): void {
    const {target, active} = this;
    if (!target) return;
    if (target.choices) this.offerChoices(false);
    else this.list.show(this.pointing ? [] : completions(this.text, active.caret, target.scope).items);
    target.typed(this.text, hintAt(this.text, active.caret, target.scope.run.model.functions));
    this.widen();
  }

  /** Typing narrows the list; initially it has all options, with the present one marked. */
  private offerChoices(all: boolean): void {
    const {choices = []} = this.target!;
    const wanted = all ? "" : this.text.trim().toLowerCase();
    const fitting = choices.filter(({label, detail}) => `${label} ${detail}`.toLowerCase().includes(wanted));
    const present = fitting.findIndex(({label}) => label === this.text.trim());
    this.list.show(this.text.startsWith("=") ? [] : fitting.slice(0, 200), present);
  }

  private complete(item: Completion | Item): void {
    if (!("text" in item)) {
      this.text = item.label;
      this.list.close();
      this.take({row: 0, column: 0});
      return;
    }
    const {active, target} = this;
    const {from} = completions(this.text, active.caret, target!.scope);
    const rest = this.text.slice(active.caret);
    this.text = `${this.text.slice(0, from)}${item.text}${rest}`;
    active.caret = from + item.text.length;
    this.refresh();
  }

  private press(event: KeyboardEvent): void {
    if (!this.isOpen) return;
    const leaves = event.key === "Escape" && this.target?.choices !== undefined;
    if ((!leaves && this.list.press(event)) || this.pressed(event)) event.preventDefault();
    event.stopPropagation();
  }

  private pressed(event: KeyboardEvent): boolean {
    const {key, ctrlKey, metaKey, shiftKey} = event;
    const by = shiftKey ? -1 : 1;
    if (key === "Enter") {
      if (ctrlKey || metaKey) this.take(undefined, true);
      else this.take({row: by, column: 0});
    } else if (key === "Tab") this.take({row: 0, column: by});
    else if (key === "Escape") this.cancel();
    else if (key === "F2") this.typing = !this.typing;
    else if (key === "F6") this.take(undefined);
    else if (key === " " && ctrlKey) this.refresh();
    else return key in arrows && this.arrow(arrows[key]!);
    return key !== "F6";
  }

  /**
   * An arrow points at a cell where a reference fits, leaves a cell that is being typed, and otherwise moves the caret.
   */
  private arrow(step: Place): boolean {
    if (this.takesReference && (this.typing || this.pointing)) {
      const reference = this.target!.pointed(step);
      if (reference !== undefined) this.point(reference);
      return true;
    }
    if (!this.typing || this.text.startsWith("=") || this.active === this.bar) return false;
    this.take(step);
    return true;
  }

  private blurred(): void {
    // The focus may move from the cell to the bar, or to the entry's list.
    const {target} = this;
    afterPress(() => {
      if (target !== this.target || this.fields.some(({input}) => document.activeElement === input)) return;
      if (target) this.leave(target);
    });
  }

  /** An entry is applied when the reader moves elsewhere. */
  private leave(target: EntryTarget): void {
    const {text} = this;
    this.end();
    target.take(text, undefined, false);
    target.left(false);
  }

  private widen(): void {
    const {input, element} = this.cell;
    element.style.width = `${Math.min(560, Math.max(60, input.value.length * 8 + 28))}px`;
  }
}

const arrows: Readonly<Record<string, Place | undefined>> = {
  ArrowUp: {row: -1, column: 0},
  ArrowDown: {row: 1, column: 0},
  ArrowLeft: {row: 0, column: -1},
  ArrowRight: {row: 0, column: 1}
};

let pressed = false;
document.addEventListener("pointerdown", () => (pressed = true), {capture: true});
for (const end of ["pointerup", "pointercancel"])
  document.addEventListener(end, () => (pressed = false), {capture: true});

/** Waits until the pointer is released: applying an edit moves the page, and the click would miss its target. */
function afterPress(work: () => void): void {
  if (pressed) document.addEventListener("pointerup", () => setTimeout(work), {capture: true, once: true});
  else setTimeout(work);
}

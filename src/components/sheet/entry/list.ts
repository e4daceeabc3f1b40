/** An item of a list below a field. */
export interface Item {
  label: string;
  detail: string;
}

let count = 0;

/** A list below a field, whose chosen item is announced through the field to screen readers. */
export class ItemList<T extends Item> {
  readonly element = document.createElement("div");
  private items: readonly T[] = [];
  private chosen = 0;
  private readonly id = `tf-list-${++count}`;

  constructor(
    readonly input: HTMLInputElement,
    readonly take: (item: T) => void
  ) {
    this.element.className = "tf-list";
    this.element.id = this.id;
    this.element.setAttribute("role", "listbox");
    this.element.setAttribute("aria-label", "Suggestions");
    this.element.hidden = true;
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", this.id);
    input.setAttribute("aria-expanded", "false");
    this.element.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      const option = event.target instanceof Element ? event.target.closest("[role=option]") : null;
      const item = option && this.items[[...this.element.children].indexOf(option)];
      if (item) this.take(item);
    });
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  /** Shows items; an empty list closes. `chosen` is the item that Enter accepts, -1 for none. */
  show(items: readonly T[], chosen = 0): void {
    this.items = items;
    this.chosen = chosen;
    this.element.hidden = items.length === 0;
    this.input.setAttribute("aria-expanded", String(items.length > 0));
    this.element.replaceChildren(...items.map((item, i) => this.option(item, i)));
    this.mark();
  }

  close(): void {
    this.show([]);
  }

  /** Handles a key of the list; returns whether it was one. */
  press({key}: KeyboardEvent): boolean {
    if (!this.isOpen) return false;
    if (key === "ArrowDown" || key === "ArrowUp") this.step(key === "ArrowDown" ? 1 : -1);
    else if ((key === "Enter" || key === "Tab") && this.items[this.chosen]) this.take(this.items[this.chosen]!);
    else if (key === "Escape") this.close();
    else return false;
    return true;
  }

  private step(by: number): void {
    this.chosen = (this.chosen + by + this.items.length) % this.items.length;
    this.mark();
  }

  private option({label, detail}: T, i: number): HTMLElement {
    const element = document.createElement("div");
    element.setAttribute("role", "option");
    element.id = `${this.id}-${i}`;
    const [name, note] = [document.createElement("span"), document.createElement("small")];
    name.textContent = label;
    note.textContent = detail;
    element.append(name, note);
    return element;
  }

  private mark(): void {
    [...this.element.children].forEach((option, i) => option.setAttribute("aria-selected", String(i === this.chosen)));
    const option = this.element.children[this.chosen];
    if (this.isOpen && option) {
      this.input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({block: "nearest"});
    } else this.input.removeAttribute("aria-activedescendant");
  }
}

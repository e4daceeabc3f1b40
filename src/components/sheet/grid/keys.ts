import type {Grid} from "./grid.js";
import type {Command, GridHandlers} from "./handlers.js";

/** The keys of a grid. Other keys, such as Tab, are left to the browser, so that the grid does not trap the focus. */
export class GridKeys {
  constructor(
    readonly grid: Grid,
    readonly handlers: GridHandlers
  ) {
    grid.element.addEventListener("keydown", (event) => this.press(event));
  }

  private press(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.target instanceof HTMLInputElement) return;
    const column = this.grid.columnOfHead(event.target);
    const done = column === undefined ? this.pressCell(event) : this.pressHead(event, column);
    if (!done) return;
    event.preventDefault();
    event.stopPropagation();
  }

  private pressCell(event: KeyboardEvent): boolean {
    const {grid, handlers} = this;
    if (grid.isEmpty || !grid.placeOf(event.target)) return false;
    const {key, ctrlKey, metaKey, altKey, shiftKey} = event;
    const command = ctrlKey || metaKey;
    if (key === "ArrowUp" && grid.selection.active.row === 0 && !shiftKey && !command) return this.toHead();
    const named = commands[`${command ? "Ctrl+" : ""}${altKey ? "Alt+" : ""}${shiftKey ? "Shift+" : ""}${key}`];
    if (named) return handlers.command(named);
    if (altKey && shiftKey && (key === "ArrowLeft" || key === "ArrowRight")) return this.widen(key);
    if (grid.move(event)) return true;
    if (key === "Enter" || key === "F2") return this.edit();
    if (key === "Delete" || key === "Backspace") return this.did(() => grid.clear());
    if (command) return this.pressWithControl(event);
    if (key === " " && shiftKey) return this.did(() => this.selectRow());
    if (key === "Escape") return this.did(() => grid.select({...grid.selection, anchor: grid.selection.active}));
    return key.length === 1 && !altKey && this.edit(key);
  }

  private pressWithControl({key, shiftKey}: KeyboardEvent): boolean {
    const {grid} = this;
    const {active, anchor} = grid.selection;
    switch (key.toLowerCase()) {
      case "a":
        return this.did(() => grid.select({active: {row: 0, column: 0}, anchor: this.corner()}));
      case " ":
        return this.did(() => grid.select({active: {...active, row: 0}, anchor: {...active, row: grid.size.rows - 1}}));
      case "c":
        return shiftKey && this.did(() => grid.copySelection(true));
      case "v":
        // The browser pastes, and fires a separate event with the content.
        grid.paster.byNames = shiftKey;
        return false;
      case "d":
        return this.did(() => grid.fill("down"));
      case "r":
        // With nothing to fill, Ctrl+R reloads the page as usual.
        return active.column !== anchor.column && this.did(() => grid.fill("right"));
      default:
        return false;
    }
  }

  private pressHead({key, altKey, ctrlKey, metaKey}: KeyboardEvent, column: number): boolean {
    const {grid, handlers} = this;
    if (ctrlKey || metaKey) return false;
    const {row} = grid.selection.active;
    const to = (next: number): boolean =>
      this.did(() => {
        grid.select({active: {row, column: next}, anchor: {row, column: next}}, false);
        grid.focusHead();
      });
    if (altKey) return key === "ArrowDown" && handlers.command("menu");
    switch (key) {
      case "ArrowLeft":
        return to(column - 1);
      case "ArrowRight":
        return to(column + 1);
      case "ArrowDown":
      case "Escape":
        return this.did(() => grid.focus());
      case "Enter":
        return handlers.command("sort");
      case "F2":
        return handlers.command("column-formula");
      default:
        return false;
    }
  }

  private toHead(): true {
    this.grid.focusHead();
    return true;
  }

  private widen(key: string): boolean {
    const {column} = this.grid.selection.active;
    const width = this.grid.headOf(column)?.offsetWidth ?? 100;
    return this.did(() => this.grid.resize(column, width + (key === "ArrowLeft" ? -16 : 16)));
  }

  private selectRow(): void {
    const {row} = this.grid.selection.active;
    this.grid.select({active: {row, column: 0}, anchor: {row, column: this.grid.size.columns - 1}});
  }

  private corner() {
    const {rows, columns} = this.grid.size;
    return {row: rows - 1, column: columns - 1};
  }

  private edit(text?: string): true {
    this.handlers.edit(text);
    return true;
  }

  private did(work: () => void): true {
    work();
    return true;
  }
}

const commands: Readonly<Record<string, Command | undefined>> = {
  "Alt+Enter": "explain",
  "Alt+i": "explain",
  "Alt+ArrowDown": "list",
  "Ctrl+Enter": "follow",
  "Alt+p": "pin",
  "Alt+r": "keep-range",
  "Shift+F2": "note",
  "Shift+F10": "row-menu",
  ContextMenu: "row-menu",
  "Ctrl+f": "find"
};

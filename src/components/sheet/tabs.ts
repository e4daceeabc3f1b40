import {tableColor} from "./table-groups.js";
import {words} from "./view.js";

/** Tables as tabs, of which one is open. Arrow keys move between them, and together they are one tab stop. */
export class TableTabs {
  readonly element = document.createElement("div");
  private readonly tabs = new Map<string, HTMLElement>();
  private shown: string | undefined;

  constructor(
    names: readonly string[],
    readonly open: (table: string) => void
  ) {
    this.element.className = "tf-tabs";
    this.element.setAttribute("role", "tablist");
    this.element.setAttribute("aria-label", "Tables");
    for (const name of names) this.add(name);
    this.element.addEventListener("keydown", (event) => this.press(event));
  }

  /** Marks the open table, and scrolls to its tab. */
  show(table: string): void {
    if (table === this.shown) return;
    this.shown = table;
    if (!this.tabs.has(table)) this.add(table);
    for (const [name, tab] of this.tabs) {
      tab.setAttribute("aria-selected", String(name === table));
      tab.tabIndex = name === table ? 0 : -1;
    }
    this.tabs.get(table)!.scrollIntoView({block: "nearest", inline: "nearest"});
  }

  /** The tables in their order. */
  get names(): string[] {
    return [...this.tabs.keys()];
  }

  private add(name: string): void {
    const tab = document.createElement("button");
    tab.type = "button";
    tab.setAttribute("role", "tab");
    tab.style.setProperty("--tf-layer", tableColor(name));
    tab.textContent = words(name);
    tab.addEventListener("click", () => this.open(name));
    this.tabs.set(name, tab);
    this.element.append(tab);
  }

  private press({key}: KeyboardEvent): void {
    const tabs = [...this.tabs.values()];
    const at = tabs.indexOf(document.activeElement as HTMLElement);
    const to = {ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1}[key];
    const tab = to === undefined ? undefined : tabs[(to + tabs.length) % tabs.length];
    tab?.focus();
    tab?.click();
    tab?.focus();
  }
}

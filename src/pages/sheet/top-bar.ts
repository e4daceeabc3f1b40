import {html} from "htl";
import {isPrerendering} from "../../components/load/prerendering.js";
import {button} from "../../components/figure/button.js";
import {openMenu} from "../../components/sheet/menu.js";
import {redo, replace, undo, type SheetState} from "../../components/sheet/state.js";
import type {Store} from "../../components/sheet/store.js";
import {iconButton} from "./icon.js";
import {stepName} from "./step-names.js";
import type {ViewedMonth} from "./viewed-month.js";

/** What the bar opens. */
export interface TopBarActions {
  pages: () => void;
  scenarios: () => void;
  share: () => void;
  goal: () => void;
  must: () => void;
  table: () => void;
  files: () => void;
  keys: () => void;
  resetLayout: () => void;
}

/** The bar above the panes: the scenario and its base, undo and redo, the month, and what is done with the whole. */
export class TopBar {
  readonly element: HTMLElement;
  private readonly name = html`<input
    class="wb-title"
    aria-label="Name of the scenario"
    maxlength="60"
  />` as HTMLInputElement;
  private readonly count = html`<span class="wb-chip"></span>`;
  private readonly work = html`<span class="wb-work" role="status" aria-live="off"></span>`;
  private drawn = "";

  constructor(
    readonly store: Store,
    viewed: ViewedMonth,
    actions: TopBarActions
  ) {
    const back = iconButton("undo", "Undo", () => store.change(undo));
    const forth = iconButton("redo", "Redo", () => store.change(redo));
    const steps = iconButton("down", "List of steps", () => this.listSteps(steps));
    const parent = this.parentChoice();
    const tools = button("Tools", () =>
      openMenu(tools, "Tools", [
        {label: "Scenarios …", act: actions.scenarios},
        {label: "Goal seek …", act: actions.goal},
        {label: "What must be true …", act: actions.must},
        {label: "Data table …", act: actions.table},
        {label: "Export the run …", act: actions.files},
        {label: "Keys and entry …", act: actions.keys},
        {label: "Reset the layout", act: actions.resetLayout}
      ])
    );
    tools.setAttribute("aria-haspopup", "menu");
    const share = button("Share", actions.share);
    share.className = "primary";
    this.element = html`<header class="wb-top" aria-label="Scenario and month">
      ${iconButton("menu", "Pages of the site", actions.pages)}
      <span class="wb-name">${this.name}</span>
      <label class="wb-parent">on ${parent}</label>
      ${this.count}
      <span class="wb-space"></span>
      <span class="wb-steps" role="toolbar" aria-label="Steps">${back}${forth}${steps}</span>
      <span class="wb-month">${viewed.element}</span>
      ${this.work}
      <span class="wb-space"></span>
      ${tools} ${share}
    </header>`;
    this.name.addEventListener("change", () => this.rename());
    store.listen(({state, scenario, took, applied}) => {
      back.disabled = state.past.length === 0;
      forth.disabled = state.future.length === 0;
      steps.disabled = back.disabled && forth.disabled;
      if (document.activeElement !== this.name) this.name.value = state.own.title;
      this.name.placeholder = state.own.settings.length === 0 ? "No changes" : scenario.title;
      parent.value = scenario.parent ?? "";
      const refused = state.own.settings.length - applied.settings.length;
      this.count.textContent = `${state.own.settings.length} changed${refused === 0 ? "" : `, ${refused} not applied`}`;
      this.drawn = "";
      this.say(took);
    });
    document.addEventListener("keydown", (event) => this.press(event));
  }

  /** Says how the ranges stand. */
  ranged(words: string): void {
    this.drawn = words;
    this.say(this.store.current.took);
  }

  private say(took: number): void {
    // A page as it is built is the same whenever that is.
    const time = isPrerendering() ? "" : `${Math.round(took)} ms`;
    this.work.textContent = `${time}${this.drawn === "" ? "" : ` · ${this.drawn}`}`;
  }

  private parentChoice(): HTMLSelectElement {
    const {scenarios} = this.store.session;
    const list = html`<select aria-label="Base scenario">
      ${scenarios.map(({name, title}) => html`<option value=${name}>${title}</option>`)}
    </select>` as HTMLSelectElement;
    list.addEventListener("change", () =>
      this.store.change((state) => replace(state, {...state.own, parent: list.value}))
    );
    return list;
  }

  private rename(): void {
    const title = this.name.value.trim();
    this.store.change((state) => replace(state, {...state.own, title}));
  }

  private listSteps(anchor: HTMLElement): void {
    const {past, own, future} = this.store.current.state;
    const all = [...past, own, ...future];
    const names = all.slice(1).map((after, i) => ({label: stepName(all[i]!, after), at: i + 1}));
    const items = [{label: "the beginning", at: 0}, ...names].slice(-STEPS).reverse();
    openMenu(
      anchor,
      "Steps",
      items.map(({label, at}) => ({label, checked: at === past.length, act: () => this.goTo(at)}))
    );
  }

  private goTo(at: number): void {
    const {past} = this.store.current.state;
    const way = at < past.length ? undo : redo;
    const times = Math.abs(at - past.length);
    this.store.change((state) => Array.from({length: times}).reduce<SheetState>((reached) => way(reached), state));
  }

  private press(event: KeyboardEvent): void {
    const {key, ctrlKey, metaKey, shiftKey, target} = event;
    if (!(ctrlKey || metaKey) || target instanceof HTMLInputElement) return;
    const lower = key.toLowerCase();
    const way = lower === "y" || (lower === "z" && shiftKey) ? redo : lower === "z" ? undo : undefined;
    if (!way) return;
    this.store.change(way);
    event.preventDefault();
  }
}

const STEPS = 30;

import {html} from "htl";
import {remember} from "../../components/form/controls.js";
import {inspect} from "../../components/inspector/cell-link.js";
import {OWN} from "../../components/live/custom-scenario.js";
import {find} from "../../lib/sheet/address.js";
import type {PublishedModel} from "../../lib/library/published-model.js";
import {published} from "../../components/live/published-model.js";
import {sheetIn, type HeldSheet} from "../../components/observable/index.js";
import {actingOn} from "../../components/sheet/acting.js";
import {afterRender} from "../../components/sheet/after-render.js";
import type {Sheet} from "../../components/sheet/sheet.js";
import type {Store} from "../../components/sheet/store.js";
import {tableGroups} from "../../components/sheet/table-groups.js";
import {linkAhead} from "./ahead.js";
import {announcer} from "./announcer.js";
import {changes} from "./changes.js";
import {openColumnForm} from "./column-form.js";
import {openDataTable} from "./data-table-form.js";
import {openDialog} from "./dialog.js";
import {FiguresPane} from "./figures-pane.js";
import {openGoalSeek} from "./goal-form.js";
import {iconButton} from "./icon.js";
import {openKeys} from "./keys-help.js";
import {arrangedByAddress, cellInAddress, modeInAddress, pinsInAddress, ViewInAddress} from "./view-in-address.js";
import {forgetLayout, rememberedLayout, rememberLayout, type WorkbenchLayout} from "./layout-memory.js";
import {levers} from "./levers.js";
import {openDeleteRow} from "./delete-row.js";
import {openMustHold} from "./must-hold-form.js";
import {openNote} from "./note-form.js";
import {openRowForm} from "./row-form.js";
import {inspectorDock} from "./dock.js";
import {PaneKeys} from "./pane-keys.js";
import {PhoneTabs} from "./phone-tabs.js";
import {Splitter} from "./panes.js";
import {runFiles} from "./run-files.js";
import {ScenarioManager} from "./scenario-manager.js";
import {openShare} from "./share-form.js";
import {openSearch} from "./search.js";
import {openStore, type PageStore} from "./store.js";
import {PinnedStrip} from "./strip.js";
import {TableList} from "./table-list.js";
import type {ToolStart} from "./tool-fields.js";
import {TopBar} from "./top-bar.js";
import {cellVisits} from "./visits.js";
import {viewedMonth} from "./viewed-month.js";

/** The whole model as a spreadsheet on one screen: tables and changes, grid, and the figures that an edit moves. */
export async function workbench(): Promise<HTMLElement> {
  const [page, model] = await Promise.all([openStore(), published()]);
  return new Workbench(page, model).element;
}

linkAhead();

class Workbench {
  readonly element = html`<div class="wb tf-root"></div>`;
  private readonly store: Store;
  private readonly unread: readonly string[];
  private layout: WorkbenchLayout = arrangedByAddress(rememberedLayout());
  private readonly address = new ViewInAddress();
  private readonly viewed;
  private readonly held: HeldSheet;
  private readonly figures: FiguresPane;
  private readonly tables: TableList;
  private readonly strip: PinnedStrip;
  private readonly dock;
  private readonly tabs;
  private readonly splitters: readonly Splitter[];

  constructor({store, unread, rewrite}: PageStore, model: PublishedModel) {
    [this.store, this.unread] = [store, unread];
    this.layout = {...this.layout, pins: this.layout.pins.filter((cell) => find(store.current.run, cell))};
    this.viewed = viewedMonth(store);
    const {month} = this.viewed;
    const go = (place: string): string | undefined => this.go(place);
    this.dock = inspectorDock(() => actingOn(store.current, this.sheet.active?.cell.id ?? ""));
    const visited = cellVisits((cell) => {
      this.go(cell);
      rewrite();
    });
    this.tables = new TableList(store, go);
    this.held = sheetIn(store, model, {
      dock: this.dock.element,
      month,
      tables: tableGroups.flatMap(({tables}) => tables).filter((name) => this.has(name)),
      layout: this.layout.sheet,
      arranged: (sheet) => this.arranged(sheet),
      explain: (cell, at) => void inspect({cell: `${cell}@${at}`, scenario: OWN}),
      moved: ({id}, at) => {
        this.dock.follow({cell: `${id}@${at}`, scenario: OWN});
        this.address.write({at: id});
      },
      followed: visited,
      pin: (cell) => this.figures.pin(cell),
      addColumn: (table) => openColumnForm(store, table, go),
      addRow: (table, like) => openRowForm(store, table, like, go),
      deleteRow: (table, key) => openDeleteRow(store, table, key),
      note: (cell) => openNote(store, cell)
    });
    const top = new TopBar(store, this.viewed, {
      pages: () => document.body.classList.toggle("wb-pages"),
      scenarios: () => openDialog("Scenarios", new ScenarioManager(store, month).element),
      share: () => openShare(store),
      goal: () => openGoalSeek(store, this.toolStart()),
      must: () => openMustHold(store, this.toolStart()),
      table: () => openDataTable(store, this.toolStart()),
      files: () => openDialog("Export the run", runFiles(store)),
      keys: openKeys,
      resetLayout: () => this.resetLayout()
    });
    this.strip = new PinnedStrip(store, {month, pins: () => this.layout.pins});
    this.figures = new FiguresPane(store, {
      month,
      pins: () => this.layout.pins,
      pinned: (pins) => {
        this.keep({pins});
        this.address.write({pins: pinsInAddress(pins)});
      },
      go,
      ranged: (words) => top.ranged(words)
    });
    this.tabs = new PhoneTabs(this.element, store);
    const arrange = (change: Partial<WorkbenchLayout>): void => this.keep(change);
    this.splitters = (["left", "right"] as const).map(
      (side) => new Splitter(side, this.element, () => this.layout, arrange)
    );
    this.assemble(top.element, go);
    this.tables.show(this.sheet.table);
    this.startAt(cellInAddress());
    this.viewed.element.addEventListener("input", () => this.refresh());
    new PaneKeys(this.element, this.sheet, () => this.search());
    afterRender(store.rehearse);
  }

  /** Goes to the cell that the address asks for, or says why not. */
  private startAt(cell: string | undefined): void {
    const problem = cell === undefined ? undefined : this.go(cell);
    if (problem !== undefined) this.sheet.bar.say([{text: problem, kind: "notice"}]);
    const mode = modeInAddress();
    if (mode) this.sheet.setMode(mode);
  }

  private get sheet(): Sheet {
    return this.held.view;
  }

  private assemble(top: HTMLElement, go: (place: string) => string | undefined): void {
    const {held, store, figures, strip, tabs} = this;
    const [left, right] = this.splitters;
    const {month} = this.viewed;
    const middle = held.element;
    middle.id = "wb-grid";
    middle.classList.add("wb-middle");
    middle.setAttribute("role", "region");
    middle.setAttribute("aria-label", "Sheet");
    this.element.append(
      html`<h1 class="visually-hidden">Sheet</h1>`,
      html`<a class="wb-skip" href="#wb-grid">Skip to the grid</a>`,
      top,
      strip.element,
      this.left(go),
      left!.element,
      middle,
      right!.element,
      figures.element,
      tabs.element,
      announcer(store, {pins: () => this.layout.pins, month})
    );
  }

  private left(go: (place: string) => string | undefined): HTMLElement {
    const find = html`<button type="button" class="wb-find" ${{onclick: () => this.search()}}>
      Find anything <kbd>Ctrl K</kbd>
    </button>`;
    const views = {tables: this.tables.element, levers: levers(this.store, go)};
    const show = (name: keyof typeof views): void => {
      for (const [view, element] of Object.entries(views)) element.hidden = view !== name;
      tabs.forEach((tab) => tab.setAttribute("aria-pressed", String(tab.dataset.view === name)));
      this.element.dataset.left = name;
    };
    const tab = (name: keyof typeof views, title: string): HTMLElement =>
      html`<button type="button" data-view=${name} ${{onclick: () => show(name)}}>${title}</button>`;
    const tabs = [tab("tables", "Tables"), tab("levers", "Decisions and assumptions")];
    this.tabs.onLevers(() => show("levers"));
    show("tables");
    return html`<nav class="wb-left" aria-label="Tables, decisions and changes" tabindex="-1">
      <div class="wb-rail">
        ${iconButton("find", "Find anything", () => this.search())}
        ${iconButton("table", "Tables, decisions and changes", () => this.element.classList.toggle("open-left"))}
      </div>
      <div class="wb-left-content">
        ${find}
        <div class="tf-segments" role="group" aria-label="Left pane">${tabs}</div>
        <div class="wb-scroll" tabindex="0" role="region" aria-label="Tables, levers and beliefs">
          ${views.tables}${views.levers}
        </div>
        <div class="wb-scroll wb-change-list" tabindex="0" role="region" aria-label="Changes">
          ${changes(this.store, this.unread, go)}
        </div>
      </div>
    </nav>`;
  }

  private has(table: string): boolean {
    return this.store.current.run.model.tables.some(({name}) => name === table);
  }

  private go(place: string): string | undefined {
    const problem = this.sheet.go(place);
    if (problem === undefined) {
      this.element.classList.remove("open-left");
      this.tabs.show("sheet");
    }
    return problem;
  }

  private search(): void {
    openSearch(this.store.current, (place) => this.go(place));
  }

  private toolStart(): ToolStart {
    return {active: this.sheet.active?.cell.id, pinned: this.layout.pins[0], month: this.viewed.month()};
  }

  private refresh(): void {
    this.sheet.refresh();
    this.figures.refresh();
    this.strip.refresh();
  }

  private arranged(sheet: WorkbenchLayout["sheet"]): void {
    const changed = sheet.table !== this.layout.sheet.table;
    if (sheet.mode !== this.layout.sheet.mode)
      this.address.write({show: sheet.mode === "values" ? undefined : sheet.mode});
    this.keep({sheet});
    if (!changed) return;
    remember("table", sheet.table);
    this.tables.show(sheet.table);
  }

  private keep(change: Partial<WorkbenchLayout>): void {
    this.layout = {...this.layout, ...change};
    rememberLayout(this.layout);
  }

  private resetLayout(): void {
    forgetLayout();
    location.reload();
  }
}

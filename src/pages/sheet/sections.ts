import {html} from "htl";
import {dateAt} from "../../lib/export/run-tables.js";
import {choice, controls, monthInput} from "../../components/form/controls.js";
import {searchInput} from "../../components/form/search-input.js";
import {columnForm} from "./column-form.js";
import {audiences, curated} from "./curated.js";
import {curatedGrid} from "./curated-grid.js";
import {tableGrid} from "./grid-model.js";
import {gridView, type GridHandlers} from "./grid-view.js";
import {buttonsFor} from "../../components/figure/export-buttons.js";
import {inspect} from "../../components/inspector/cell-link.js";
import {OWN} from "../../components/live/custom-scenario.js";
import {published} from "../../components/live/published-model.js";
import {scenarioName} from "./file.js";
import {edit} from "./state.js";
import type {Store} from "./store.js";
import {toolbar} from "./toolbar.js";

/** The month that the whole page shows. */
export interface ViewedMonth {
  element: ReturnType<typeof monthInput>;
  month: () => number;
}

/** The month that formulas, headline figures and the bridge are shown in. */
export function viewedMonth({current: {run}}: Store): ViewedMonth {
  const dates = Array.from({length: run.months}, (_, month) => dateAt(run, month));
  const element = monthInput(dates, dates.at(-1));
  return {element, month: () => dates.indexOf(element.value)};
}

/** Decisions apart from beliefs, for a kind of reader. */
export function curatedInputs(store: Store, handlers: GridHandlers): HTMLElement {
  const audience = choice("reader", "For", audiences, "investor");
  const levers = gridView(handlers);
  const beliefs = gridView(handlers);
  const show = (): void => {
    const cells = curated[audience.value];
    levers.show(curatedGrid(store.current, cells.levers, "Levers"));
    beliefs.show(curatedGrid(store.current, cells.beliefs, "Beliefs"));
  };
  audience.addEventListener("input", show);
  store.listen(show);
  return html`<div>
    ${audience}
    <div class="sheet-sets">
      <section>
        <h3>Levers: what can be decided</h3>
        ${levers.element}
      </section>
      <section>
        <h3>Beliefs: what is assumed</h3>
        ${beliefs.element}
      </section>
    </div>
  </div>`;
}

/** Every table of the model, its inputs to be edited, with its formulas where they are asked for. */
export function allTables(store: Store, {month, element}: ViewedMonth, handlers: GridHandlers): HTMLElement {
  const {model} = store.current.run;
  const table = choice(
    "table",
    "Table",
    model.tables.map(({name}) => ({value: name, title: name.replaceAll("_", " ")})),
    "cluster"
  );
  const kind = choice("columns", "Columns", [
    {value: "inputs", title: "what is typed"},
    {value: "all", title: "formulas too"}
  ]);
  const search = searchInput("Find a column");
  const grid = gridView(handlers);
  const doc = html`<p></p>`;
  const show = (): void => {
    const {run} = store.current;
    doc.textContent = run.model.tables.find(({name}) => name === table.value)?.doc ?? "";
    const view = {table: table.value, month: month(), computed: kind.value === "all", search: search.value};
    grid.show(tableGrid(store.current, view));
  };
  for (const control of [table, kind, search, element]) control.addEventListener("input", show);
  store.listen(show);
  const shown = (): string => table.value;
  return html`<div>
    ${toolbar(store, shown)}${controls(table, kind, search)}${doc}${grid.element}${columnForm(store, shown)}
  </div>`;
}

/** Edits go into the reader's scenario; a cell opens the inspector. */
export function handlersFor(store: Store, month: () => number): GridHandlers {
  return {
    edit: (changes) => changes.length > 0 && store.change((state) => edit(state, changes)),
    open: ({id}) => void inspect({cell: `${id}@${month()}`, scenario: OWN})
  };
}

/** The reader's run as files, named for what it changes. */
export function exportButtons(store: Store): HTMLElement {
  return buttonsFor(async () => {
    const {sources, hash} = await published();
    const {scenario, applied} = store.current;
    // Files take a while to make: edits meanwhile write over the run on the page.
    const run = store.session.run(scenario);
    const name = scenarioName(applied);
    const own = await digest([hash, scenario.overrides, scenario.formulas]);
    return {scenario: {...scenario, name}, changes: [], run, sources, hash: own, created: new Date()};
  });
}

/** The hash of what a run depends on, in hex. */
async function digest(of: unknown): Promise<string> {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(JSON.stringify(of)));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

import {html} from "htl";
import {addressOf, rowOf} from "../../lib/sheet/address.js";
import {button} from "../../components/figure/button.js";
import {changesInWords, type CustomScenario} from "../../components/live/custom-scenario.js";
import {addressWith, isReadable} from "../../components/live/own-address.js";
import {actingOn} from "../../components/sheet/acting.js";
import {columnOfSetting, sheetCell} from "../../components/sheet/cells.js";
import {edit, note, reset} from "../../components/sheet/state.js";
import type {Computed, Store} from "../../components/sheet/store.js";
import {unitOf, words} from "../../components/sheet/view.js";
import {keysOf} from "../../lib/sheet/run.js";
import {iconButton} from "./icon.js";

/** The one list of changes: each with its base value, what acts on it, what is wrong with it, and a way back. */
export function changes(store: Store, unread: readonly string[], go: (cell: string) => void): HTMLElement {
  const element = html`<section class="wb-changes own-banner" aria-label="What was changed"></section>`;
  const name = document.title;
  store.listen((computed) => {
    const {applied, state} = computed;
    document.title = state.own.settings.length === 0 ? name : `${name} (${changesInWords(state.own, applied)})`;
    const damaged = computed.state.past.length === 0 ? unread : [];
    const all = button("Revert all", () => store.change((current) => reset(current)));
    const {settings, title, notes = []} = state.own;
    all.disabled = settings.length === 0 && title === "" && notes.length === 0;
    element.replaceChildren(
      html`<header>
        <h2>Changes</h2>
        <span class="wb-count">${state.own.settings.length}</span> ${all}
      </header>`,
      ...damaged.map((problem) => html`<p role="alert">${problem}</p>`),
      ...contents(computed, store, go)
    );
  });
  return element;
}

function contents(computed: Computed, store: Store, go: (cell: string) => void): Node[] {
  const {state, problems} = computed;
  const {own} = state;
  const unknown = problems.has("parent") ? [html`<p>${problems.get("parent")}</p>`] : [];
  const notes = notesOf(own, store, go);
  if (own.settings.length === 0)
    return [html`<p class="wb-empty">None yet. Type over an input, and the figures follow.</p>`, ...unknown, ...notes];
  return [
    ...unknown,
    ...(isReadable(location.href, own) ? [] : [lengthWarning(own)]),
    html`<ul>
      ${own.settings.slice(0, MOST).map(({cell, value}) => changeItem(computed, cell, value, store, go))}
    </ul>`,
    ...(own.settings.length > MOST ? [html`<p class="wb-empty">and ${own.settings.length - MOST} more</p>`] : []),
    ...notes
  ];
}

/** Says so where even a packed address can't hold the scenario. */
function lengthWarning(own: CustomScenario): HTMLElement {
  const warning = html`<p role="alert" hidden>
    Too many changes for an address: save them, or download them as a file.
  </p>`;
  void addressWith(location.href, own).then((address) => (warning.hidden = address !== undefined));
  return warning;
}

/** What is said of cells, each with a way to it, and to take it away. */
function notesOf({notes = []}: CustomScenario, store: Store, go: (cell: string) => void): Node[] {
  if (notes.length === 0) return [];
  const items = notes.map(({cell, text}) => {
    const remove = iconButton("close", `Delete the note on ${cell}`, () =>
      store.change((state) => note(state, cell, ""))
    );
    return html`<li>
      <button type="button" class="wb-change" title=${cell} ${{onclick: () => go(cell)}}>
        <small>${labelOf(cell)}</small> <span>${text}</span>
      </button>
      ${remove}
    </li>`;
  });
  return [
    html`<h3>Notes</h3>`,
    html`<ul class="wb-note-list">
      ${items}
    </ul>`
  ];
}

/** A pasted block may change ten thousand inputs: the list names the first. */
const MOST = 60;

function changeItem(
  computed: Computed,
  cell: string,
  value: string,
  store: Store,
  go: (cell: string) => void
): HTMLElement {
  const revert = (): void => store.change((current) => edit(current, [{cell, value: ""}]));
  const problem = computed.problems.get(cell);
  const acting = actingOn(computed, cell);
  return html`<li>
    <button type="button" class="wb-change" title=${cell} ${{onclick: () => go(cell)}}>
      <small>${labelOf(cell)}</small>
      <span><b>${value}</b> <small>${beforeOf(computed, cell)}</small></span>
    </button>
    ${iconButton("undo", `Revert ${cell}`, revert)}${acting === "" ? null : html`<p class="tf-notice">${acting}</p>`}
    ${problem === undefined ? null : html`<pre>${problem}</pre>`}
  </li>`;
}

function labelOf(cell: string): string {
  const row = rowOf(cell);
  if (row) return `${row.key} · row of ${words(row.table)}`;
  const {key, column} = addressOf(cell);
  return key === undefined ? words(column) : `${key} · ${words(column)}`;
}

/** The unit, and what the base scenario has. */
function beforeOf(computed: Computed, cell: string): string {
  const column = columnOfSetting(computed, cell);
  if (!column) return "";
  const {key, table} = addressOf(cell);
  const row = key === undefined ? 0 : keysOf(computed.run, table).indexOf(key);
  if (key === undefined && !column.table.single) return "whole column";
  const unit = column.holds === "number" && column.unit.text !== "1" ? `${unitOf(column)} ` : "";
  const {before} = row < 0 ? {} : sheetCell(computed, column, row, 0);
  return `${unit}${before === undefined ? "" : `was ${before === "" ? "empty" : before}`}`;
}

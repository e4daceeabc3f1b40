import {html} from "htl";
import {keysOf} from "../../lib/sheet/run.js";
import {holds} from "../../components/form/search-input.js";
import {ItemList, type Item} from "../../components/sheet/entry/list.js";
import type {Computed} from "../../components/sheet/store.js";
import {words} from "../../components/sheet/view.js";
import {cellsNamed} from "./cells-named.js";
import {openDialog} from "./dialog.js";

/** What can be found: its address, and the words that it is found by. */
interface Found extends Item {
  address: string;
}

const MOST = 40;

/** A field that finds tables, columns and rows by their names and sentences, and any cell by its address. */
export function openSearch({run}: Computed, go: (address: string) => string | undefined): void {
  const field = html`<input type="search" placeholder="A table, column, row or cell" />` as HTMLInputElement;
  field.setAttribute("aria-label", "Find anything");
  const note = html`<p role="status"></p>`;
  const list = new ItemList<Found>(field, ({address}) => follow(address));
  const dialog = openDialog("Find anything", html`<div class="wb-search">${field}${list.element}${note}</div>`);
  const all = everything(run);
  const follow = (address: string): void => {
    dialog.close();
    go(address);
  };
  field.addEventListener("input", () => {
    const text = field.value.trim();
    const found = text === "" ? [] : foundIn(run, all, text);
    list.show(found.slice(0, MOST));
    note.textContent = text !== "" && found.length === 0 ? "Nothing matches." : "";
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") dialog.close();
    else if (list.press(event)) {
      event.preventDefault();
      event.stopPropagation();
    } else if (event.key === "Enter") {
      const problem = go(field.value.trim());
      if (problem === undefined) dialog.close();
      else note.textContent = problem;
    }
  });
  field.focus();
}

/** Tables, columns and rows by name, then cells whose row and column are named, then what sentences hold. */
function foundIn(run: Computed["run"], all: readonly Found[], text: string): Found[] {
  const found = all.filter(({label, detail}) => holds(`${label} ${detail}`, text.toLowerCase()));
  const cells = cellsNamed(run, text).map(({address, row, column, table}) => ({
    label: `${words(column)}, ${row}`,
    detail: `cell of ${words(table)}`,
    address
  }));
  return ranked([...cells, ...found], text);
}

/** What is found by its name stands before what is found by its sentence. */
function ranked(found: readonly Found[], text: string): Found[] {
  const wanted = text.toLowerCase();
  const rank = ({label}: Found): number => (label.toLowerCase().startsWith(wanted) ? 0 : holds(label, wanted) ? 1 : 2);
  return found
    .map((item) => ({item, rank: rank(item)}))
    .sort((a, b) => a.rank - b.rank)
    .map(({item}) => item);
}

function everything(run: Computed["run"]): Found[] {
  const {tables, columns} = run.model;
  const named = [...columns.values()];
  return [
    ...tables.map(({name, doc}) => ({label: words(name), detail: doc, address: name})),
    ...named.map(({id, name, table, doc}) => ({
      label: `${words(name)}, ${words(table.name)}`,
      detail: doc,
      address: addressOfColumn(run, id, table)
    })),
    ...tables
      .filter(({single}) => !single)
      .flatMap(({name}) => {
        const first = named.find(({table}) => table.name === name);
        return keysOf(run, name).map((key) => ({
          label: `${key}, ${words(name)}`,
          detail: `row of ${words(name)}`,
          address: `${name}[${key}].${first!.name}`
        }));
      })
  ];
}

/** The first cell of a column. */
function addressOfColumn(run: Computed["run"], id: string, {name, single}: {name: string; single: boolean}): string {
  const [first] = keysOf(run, name);
  return single || first === undefined ? id : id.replace(name, `${name}[${first}]`);
}

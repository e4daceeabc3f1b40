import {html} from "htl";
import {figures} from "../../lib/model/headline.js";
import {numberAt} from "../../lib/sheet/run.js";
import {amount, interval} from "../../components/words/format.js";
import {cellLink} from "../../components/inspector/cell-link.js";
import {rangeOf} from "../../components/figure/headline.js";
import {OWN} from "../../components/live/custom-scenario.js";
import type {CellRange} from "../../lib/uncertainty/range.js";
import type {Computed, Store} from "./store.js";
import {rangesWhenQuiet} from "./ranges.js";

/** Cards that can be drawn again for another month. `ranged` is when their first ranges stand. */
export type Summary = HTMLElement & {refresh: () => void; ranged: Promise<void>};

/** Headline figures of the reader's scenario beside those of its parent, in a month; ranges follow. */
export function summary(store: Store, month: () => number): Summary {
  const element = html`<div class="headlines compact" aria-live="off"></div>`;
  let known: readonly CellRange[] = [];
  const cards = figures.map(({column, title}) => card(column, title));
  element.append(...cards.map(({element: cardElement}) => cardElement));
  const refresh = (): void => cards.forEach(({show}) => show(store.current, month(), known));
  const ranged = new Promise<void>((resolve) => {
    const ranges = rangesWhenQuiet(store, (drawn) => {
      known = drawn;
      refresh();
      resolve();
    });
    store.listen(() => {
      known = [];
      refresh();
      ranges();
    });
  });
  return Object.assign(element, {refresh, ranged});
}

interface Card {
  element: HTMLElement;
  show: (computed: Computed, month: number, known: readonly CellRange[]) => void;
}

/** A card whose number stays the same element: what is clicked while an edit is taken must not be gone. */
function card(column: string, title: string): Card {
  const id = `economy.${column}`;
  const number = html`<span class="big"></span>`;
  const notes = html`<div></div>`;
  return {
    element: html`<div class="card headline">
      <h2>${title}</h2>
      ${number}${notes}
    </div>`,
    show: ({run, baseline, scenario}, month, known) => {
      const unit = run.model.columns.get(id)!.unit.text;
      const mine = numberAt(run, id, 0, month);
      const theirs = numberAt(baseline, id, 0, month);
      const range = known.find((candidate) => candidate.column === id && candidate.month === month);
      const cell = {cell: `${id}@${month}`, scenario: OWN};
      const drawn = html`<small>${range ? interval({central: mine, ...range}, unit) : "\u00a0"}</small>`;
      const beside = html`<small class="moved">${comparison(mine, theirs, unit)}</small>`;
      cellLink(number, cell).textContent = amount(mine, unit);
      notes.replaceChildren(
        range ? cellLink(drawn, rangeOf(cell)) : drawn,
        mine === theirs
          ? html`<small>as in the parent scenario</small>`
          : cellLink(beside, {...cell, scenario: scenario.parent!})
      );
    }
  };
}

function comparison(mine: number, theirs: number, unit: string): string {
  const share = ((mine - theirs) / Math.abs(theirs)) * 100;
  const relative = Number.isFinite(share) ? `, ${share > 0 ? "+" : ""}${share.toPrecision(3)}%` : "";
  return `was ${amount(theirs, unit)}${relative}`;
}

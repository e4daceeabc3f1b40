import {html} from "htl";
import {figures} from "../../lib/model/headline.js";
import {numberAt} from "../../lib/sheet/run.js";
import {amount, interval} from "../format.js";
import {mark} from "../inspector/mark.js";
import {rangeOf} from "../headline.js";
import {OWN} from "../live/own.js";
import type {CellRange} from "../../lib/uncertainty/range.js";
import type {Computed, Store} from "./store.js";
import {rangesWhenQuiet} from "./ranges.js";

/** Cards that can be drawn again for another month. `ranged` is when their first ranges stand. */
export type Summary = HTMLElement & {refresh: () => void; ranged: Promise<void>};

/** Headline figures of the reader's scenario beside those of its parent, in a month; ranges follow. */
export function summary(store: Store, month: () => number): Summary {
  const element = html`<div class="headlines compact" aria-live="off"></div>`;
  let known: readonly CellRange[] = [];
  const refresh = (): void =>
    element.replaceChildren(...figures.map(({column, title}) => card(store.current, column, title, month(), known)));
  const ranged = new Promise<void>((resolve) => {
    const ranges = rangesWhenQuiet(store, (found) => {
      known = found;
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

function card(
  {run, baseline, scenario}: Computed,
  column: string,
  title: string,
  month: number,
  known: readonly CellRange[]
): HTMLElement {
  const id = `economy.${column}`;
  const unit = run.model.columns.get(id)!.unit.text;
  const [mine, theirs] = [run, baseline].map((one) => numberAt(one, id, 0, month)) as [number, number];
  const range = known.find((one) => one.column === id && one.month === month);
  const cell = {cell: `${id}@${month}`, scenario: OWN};
  const number = html`<span class="big">${amount(mine, unit)}</span>`;
  const drawn = html`<small>${range ? interval({central: mine, ...range}, unit) : "\u00a0"}</small>`;
  const beside = html`<small class="moved">${comparison(mine, theirs, unit)}</small>`;
  return html`<div class="card headline">
    <h2>${title}</h2>
    ${mark(number, cell)} ${range ? mark(drawn, rangeOf(cell)) : drawn}
    ${mine === theirs ? html`<small>as in the parent scenario</small>` : mark(beside, {...cell, scenario: scenario.parent!})}
  </div>`;
}

function comparison(mine: number, theirs: number, unit: string): string {
  const share = ((mine - theirs) / Math.abs(theirs)) * 100;
  const relative = Number.isFinite(share) ? `, ${share > 0 ? "+" : ""}${share.toPrecision(3)}%` : "";
  return `was ${amount(theirs, unit)}${relative}`;
}

import {html} from "htl";
import {find} from "../../lib/sheet/address.js";
import {numberAt, type Run} from "../../lib/sheet/run.js";
import type {Computed, Store} from "../../components/sheet/store.js";
import {amount} from "../../components/words/format.js";
import {changesIn} from "./moved-most.js";
import {titleOf} from "./pinned.js";

/** What a reader looks at: the cells that are pinned, and the month that is shown. */
export interface Attention {
  pins: () => readonly string[];
  month: () => number;
}

/** What a change did, in words for those who do not see it: one place, so that nothing is told twice. */
export function announcer(store: Store, attention: Attention): HTMLElement {
  const element = html`<p class="visually-hidden" role="status"></p>`;
  let before = store.current;
  store.listen((now) => {
    if (now.state !== before.state) element.textContent = wordsOf(before, now, attention);
    before = now;
  });
  return element;
}

function wordsOf(before: Computed, now: Computed, attention: Attention): string {
  const changed = changesOf(before, now);
  const wrong = [...now.problems].filter(([cell, problem]) => before.problems.get(cell) !== problem);
  const told = [
    ...(changed.length > FEW ? [`${changed.length} inputs changed`] : changed),
    ...wrong.slice(0, FEW).map(([, problem]) => problem),
    ...(changed.length > 0 ? effects(before, now, attention) : [])
  ];
  return told.length === 0 ? "" : `${told.join(". ")}.`;
}

const FEW = 3;

/** What is wrong is told with its problem. */
function changesOf({state: {own: before}}: Computed, {state: {own: now}, problems}: Computed): string[] {
  const old = new Map(before.settings.map(({cell, value}) => [cell, value]));
  const fresh = new Map(now.settings.map(({cell, value}) => [cell, value]));
  return [
    ...(before.parent === now.parent ? [] : [`Changes are on ${now.parent}`]),
    ...[...fresh]
      .filter(([cell, value]) => old.get(cell) !== value && !problems.has(cell))
      .map(([cell, value]) => `${cell} is ${value}`),
    ...[...old.keys()].filter((cell) => !fresh.has(cell)).map((cell) => `${cell} is unchanged from ${now.parent}`)
  ];
}

/** The pinned figures that moved, as their cards show them; else how many others did. */
function effects(before: Computed, now: Computed, {pins, month}: Attention): string[] {
  const at = month();
  const told = pins().flatMap((cell) => {
    const [was, is] = [valueOf(before.run, cell, at), valueOf(now.run, cell, at)];
    return was === is || is === undefined
      ? []
      : [`${titleOf(cell)} is ${is}, was ${was ?? "not in the base scenario"}`];
  });
  if (told.length > 0) return told.slice(0, 2);
  const others = changesIn(now, at).length;
  return [
    others === 0
      ? "No headline figure changes"
      : `No pinned figure changes; ${others} other${others === 1 ? " does" : "s do"}`
  ];
}

function valueOf(run: Run, cell: string, month: number): string | undefined {
  const place = find(run, cell);
  if (!place) return undefined;
  const {column, row} = place;
  return amount(numberAt(run, column.id, row, column.dynamic ? month : 0), column.unit.text);
}

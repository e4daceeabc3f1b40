import {html} from "htl";
import {figures} from "../../lib/model/headline.js";
import {numberAt, type Run} from "../../lib/sheet/run.js";
import {amount} from "../../components/words/format.js";
import type {Computed, Store} from "./store.js";

/** What a change did, in words for those who do not see it: one place, so that nothing is told twice. */
export function announcer(store: Store): HTMLElement {
  const element = html`<p class="visually-hidden" role="status"></p>`;
  let before = store.current;
  store.listen((now) => {
    if (now.state !== before.state) element.textContent = wordsOf(before, now);
    before = now;
  });
  return element;
}

function wordsOf(before: Computed, now: Computed): string {
  const changed = changesOf(before, now);
  const wrong = [...now.problems].filter(([cell, problem]) => before.problems.get(cell) !== problem);
  const told = [
    ...(changed.length > few ? [`${changed.length} inputs changed`] : changed),
    ...wrong.slice(0, few).map(([, problem]) => problem),
    ...effects(before, now)
  ];
  return `${told.join(". ")}.`;
}

const few = 3;

/** What is wrong is told with its problem. */
function changesOf({state: {own: before}}: Computed, {state: {own: now}, problems}: Computed): string[] {
  const old = new Map(before.settings.map(({cell, value}) => [cell, value]));
  const fresh = new Map(now.settings.map(({cell, value}) => [cell, value]));
  return [
    ...(before.parent === now.parent ? [] : [`Changes are on ${now.parent}`]),
    ...[...fresh]
      .filter(([cell, value]) => old.get(cell) !== value && !problems.has(cell))
      .map(([cell, value]) => `${cell} is ${value}`),
    ...[...old.keys()].filter((cell) => !fresh.has(cell)).map((cell) => `${cell} is as in ${now.parent}`)
  ];
}

/** The first headline figures that moved, as the cards show them. */
function effects(before: Computed, now: Computed): string[] {
  const told = figures.flatMap(({column, title}) => {
    const was = lastOf(before.run, `economy.${column}`);
    const is = lastOf(now.run, `economy.${column}`);
    return was === is ? [] : [`${title} is ${is} in the last month, was ${was}`];
  });
  return told.length === 0 ? ["No headline figure moves"] : told.slice(0, 2);
}

function lastOf(run: Run, id: string): string {
  return amount(numberAt(run, id, 0, run.months - 1), run.model.columns.get(id)!.unit.text);
}

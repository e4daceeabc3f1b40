import {html} from "htl";
import {numberAt} from "../../lib/sheet/run.js";
import {amount} from "../format.js";
import {brief, type Own} from "../live/own.js";
import type {Computed, Store} from "./store.js";

/** What a change did, in words for those who do not see it: one place, so that nothing is told twice. */
export function said(store: Store): HTMLElement {
  const element = html`<p class="visually-hidden" role="status"></p>`;
  let before = store.current;
  store.listen((now) => {
    if (now.state !== before.state) element.textContent = wordsOf(before, now);
    before = now;
  });
  return element;
}

function wordsOf(before: Computed, now: Computed): string {
  const changed = changesOf(before.state.own, now.state.own);
  const wrong = [...now.problems].filter(([cell, problem]) => before.problems.get(cell) !== problem);
  const told = [
    ...(changed.length > few ? [`${changed.length} inputs changed`] : changed),
    ...wrong.slice(0, few).map(([, problem]) => brief(problem)),
    effect(before, now)
  ];
  return `${told.join(". ")}.`;
}

const few = 3;

function changesOf(before: Own, now: Own): string[] {
  const old = new Map(before.settings.map(({cell, value}) => [cell, value]));
  const fresh = new Map(now.settings.map(({cell, value}) => [cell, value]));
  return [
    ...(before.parent === now.parent ? [] : [`Changes are on ${now.parent}`]),
    ...[...fresh].filter(([cell, value]) => old.get(cell) !== value).map(([cell, value]) => `${cell} is ${value}`),
    ...[...old.keys()].filter((cell) => !fresh.has(cell)).map((cell) => `${cell} is as in ${now.parent}`)
  ];
}

function effect(before: Computed, now: Computed): string {
  const [was, is] = [before, now].map(({run}) => amount(numberAt(run, "economy.value_per_cost", 0, run.months - 1)));
  return was === is
    ? `Output per USD of cost stays ${is ?? ""}`
    : `Output per USD of cost is ${is ?? ""} in the last month, was ${was ?? ""}`;
}

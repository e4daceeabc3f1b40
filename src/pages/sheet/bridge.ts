import {html} from "htl";
import type {Contribution} from "../../lib/model/compare.js";
import {rowOf} from "../../lib/sheet/address.js";
import {numberAt} from "../../lib/sheet/run.js";
import {choice} from "../../components/form/controls.js";
import {amount, share} from "../../components/words/format.js";
import type {BridgeAnswer, BridgeOrder} from "./bridge-worker.js";
import {cellLink} from "../../components/inspector/cell-link.js";
import {OWN} from "../../components/live/custom-scenario.js";
import {problem} from "../../components/load/failure.js";
import {workerError} from "../../components/load/load-error.js";
import {figureOptions} from "../../components/figure/headline-figures.js";
import type {Store} from "../../components/sheet/store.js";

/** What each changed input adds to a headline figure of the base scenario: computed aside, after the edits. */
export function bridge(
  store: Store,
  month: () => number,
  go: (cell: string) => void
): HTMLElement & {refresh: () => void} {
  const chosen = choice("bridge", "Bridge", figureOptions, "cost_per_token");
  const message = html`<p class="wb-empty" role="status"></p>`;
  const place = html`<div class="wb-bars"></div>`;
  const say = (words: string): void => {
    message.textContent = words;
    message.hidden = words === "";
    place.replaceChildren();
  };
  let contributions: readonly Contribution[] = [];
  const draw = (): void => {
    say("");
    place.replaceChildren(...waterfall(contributions, `economy.${chosen.value}`, month(), store, go));
  };
  const ask = asker(
    (answer) => {
      contributions = answer;
      draw();
    },
    (error) => {
      say("");
      place.replaceChildren(problem(error, refresh));
    }
  );
  const refresh = (): void => {
    contributions = [];
    if (store.current.state.own.settings.length === 0) {
      say("No changes yet.");
      return;
    }
    say("Attributing the difference to the changed inputs …");
    ask(orderOf(store, `economy.${chosen.value}`));
  };
  chosen.addEventListener("input", refresh);
  store.listen(refresh);
  const element = html`<section class="wb-section wb-bridge" aria-label="Bridge">
    <header>${chosen}</header>
    ${message}${place}
  </section>`;
  return Object.assign(element, {refresh: () => contributions.length > 0 && draw()});
}

/** The reader's own changes only: those of the parent are in its inputs. */
function orderOf({session, current}: Store, column: string): Omit<BridgeOrder, "id"> {
  const {scenario} = current;
  const parent = session.scenarios.find(({name}) => name === scenario.parent)!;
  const {months, start} = scenario;
  return {
    inputs: session.inputsOf(parent),
    formulas: parent.formulas,
    changes: {
      overrides: scenario.overrides.slice(parent.overrides.length),
      formulas: scenario.formulas.slice(parent.formulas.length),
      months,
      start
    },
    column
  };
}

/** Asks a worker once edits pause; an answer to an older question is dropped. */
function asker(
  give: (contributions: Contribution[]) => void,
  tell: (error: Error) => void
): (order: Omit<BridgeOrder, "id">) => void {
  let worker: Worker | undefined;
  let lastId = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (order) => {
    const id = ++lastId;
    clearTimeout(timer);
    timer = setTimeout(() => {
      worker ??= new Worker(import.meta.resolve("./bridge-worker.js"), {type: "module"});
      worker.onmessage = ({data}: MessageEvent<BridgeAnswer>) => {
        if (data.id === lastId) give(data.contributions);
      };
      worker.onerror = (event) => {
        worker?.terminate();
        worker = undefined;
        tell(workerError("the worker that divides the difference", event));
      };
      worker.postMessage({...order, id} satisfies BridgeOrder);
    }, QUIET);
  };
}

const QUIET = 400;

/** From the base scenario's value to the reader's, a step for each change, the largest first. */
function waterfall(
  contributions: readonly Contribution[],
  column: string,
  month: number,
  {current}: Store,
  go: (cell: string) => void
): HTMLElement[] {
  const unit = current.run.model.columns.get(column)!.unit.text;
  const own = contributions
    .filter((contribution) => contribution.month === month)
    .sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
  const [from, to] = [numberAt(current.baseline, column, 0, month), numberAt(current.run, column, 0, month)];
  const total = own.reduce((sum, contribution) => sum + contribution.amount, 0);
  let at = from;
  const steps = own.map(({input, amount: by}) => ({input, by, start: at, end: (at += by)}));
  const reached = steps.flatMap(({start, end}) => [start, end]);
  const [low, high] = [Math.min(from, to, ...reached), Math.max(from, to, ...reached)];
  const reach = high - low || Math.abs(high) || 1;
  const x = (value: number): number => (100 * (value - low + 0.08 * reach)) / (1.08 * reach);
  const bar = (start: number, end: number, way: string): HTMLElement => {
    const element = html`<i class=${way}></i>`;
    element.style.left = `${Math.min(start, end)}%`;
    element.style.width = `${Math.max(0.8, Math.abs(end - start))}%`;
    return html`<span class="wb-track">${element}</span>`;
  };
  const end = (label: string, value: number, scenario: string): HTMLElement =>
    html`<div class="wb-bar wb-end">
      <span title=${label}>${label}</span>${bar(0, x(value), "end")}${cellLink(
        html`<span>${amount(value, unit === "1" ? "" : unit)}</span>`,
        {cell: `${column}@${month}`, scenario}
      )}
    </div>`;
  const {parent, title} = current.scenario;
  return [
    end(parent!, from, parent!),
    ...steps.map(
      ({input, by, start, end: stop}) =>
        html`<button
          type="button"
          class="wb-bar"
          data-share=${total === 0 ? "" : String(by / total)}
          title=${`${input}${total === 0 ? "" : `: ${share(by / total)} of the difference`}`}
          ${{onclick: () => go(input)}}
        >
          <span>${labelOf(input)}</span>${bar(x(start), x(stop), by > 0 ? "up" : "down")}<span
            class=${by > 0 ? "up" : "down"}
            >${by > 0 ? "+" : "\u2212"}${amount(Math.abs(by))}</span
          >
        </button>`
    ),
    end(title, to, OWN)
  ];
}

/** `cluster[atlas-b200].extra_count` as `extra count, atlas-b200`. */
function labelOf(input: string): string {
  const row = rowOf(input);
  if (row) return `${row.key}, ${row.table.replaceAll("_", " ")}`;
  const [, , key, column = input] = /^(\w+)(?:\[(.+)\])?\.(\w+)$/.exec(input) ?? [];
  return `${column.replaceAll("_", " ")}${key === undefined ? "" : `, ${key}`}`;
}

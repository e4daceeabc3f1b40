import {html} from "htl";
import type {Contribution} from "../../lib/model/compare.js";
import {numberAt, type Run} from "../../lib/sheet/run.js";
import {choice} from "../../components/form/controls.js";
import {baseTitle} from "./base-title.js";
import type {BridgeAnswer, BridgeOrder} from "./bridge-worker.js";
import {cellLink} from "../../components/inspector/cell-link.js";
import {OWN} from "../../components/live/custom-scenario.js";
import {problem} from "../../components/load/failure.js";
import {workerError} from "../../components/load/load-error.js";
import {figureOptions} from "../../components/figure/headline-figures.js";
import type {Store} from "../../components/sheet/store.js";
import {waterfall, type WaterfallEnd} from "../../components/sheet/waterfall.js";

/** What each changed input adds to a headline figure of the base scenario: computed aside, after the edits. */
export function bridge(
  store: Store,
  month: () => number,
  go: (cell: string) => void
): HTMLElement & {refresh: () => void} {
  const chosen = choice("bridge", "Bridge", figureOptions, "cost_per_token");
  const message = html`<p class="wb-empty" role="status"></p>`;
  const place = html`<div class="tf-amounts"></div>`;
  const say = (words: string): void => {
    message.textContent = words;
    message.hidden = words === "";
    place.replaceChildren();
  };
  let contributions: readonly Contribution[] = [];
  const draw = (): void => {
    say("");
    place.replaceChildren(...bars(contributions, `economy.${chosen.value}`, month(), store, go));
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
        tell(workerError("the worker that attributes the difference", event));
      };
      worker.postMessage({...order, id} satisfies BridgeOrder);
    }, QUIET);
  };
}

const QUIET = 400;

/** What the page's scenario adds to a figure in a month, as bars. */
function bars(
  contributions: readonly Contribution[],
  column: string,
  month: number,
  store: Store,
  go: (cell: string) => void
): HTMLElement[] {
  const {scenario, baseline, run} = store.current;
  const end = (label: string, of: Run, name: string): WaterfallEnd => ({
    label,
    value: numberAt(of, column, 0, month),
    link: (number) => cellLink(number, {cell: `${column}@${month}`, scenario: name})
  });
  return waterfall(
    {
      unit: run.model.columns.get(column)!.unit.text,
      from: end(baseTitle(store), baseline, scenario.parent!),
      to: end(scenario.title, run, OWN),
      steps: contributions.filter((contribution) => contribution.month === month)
    },
    go
  );
}

import {html} from "htl";
import type {Contribution} from "../../lib/model/compare.js";
import {figures} from "../../lib/model/headline.js";
import {bars} from "../../components/charts/bars.js";
import {choice} from "../../components/form/controls.js";
import {responsive} from "../../components/figure/responsive.js";
import {rowOf} from "../../components/rows/row-values.js";
import {amount, share} from "../../components/words/format.js";
import {layerColor} from "../../components/words/layer.js";
import type {BridgeAnswer, BridgeOrder} from "./bridge-worker.js";
import {OWN} from "../../components/live/custom-scenario.js";
import {problem} from "../../components/load/failure.js";
import {workerError} from "../../components/load/load-error.js";
import {figureOptions} from "../../components/figure/headline-figures.js";
import type {Store} from "./store.js";

/** What each changed input adds to a headline figure of the parent, in a month: computed aside, after the edits. */
export function bridge(store: Store, month: () => number): HTMLElement & {refresh: () => void} {
  const chosen = choice("bridge", "Figure", figureOptions, "value_per_cost");
  const message = html`<p role="status"></p>`;
  const place = html`<div></div>`;
  const say = (words: string): void => {
    message.textContent = words;
    place.replaceChildren();
  };
  let contributions: readonly Contribution[] = [];
  const draw = (): void => {
    message.textContent = "";
    place.replaceChildren(bridgeFigure(contributions, chosen.value, month(), store));
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
    if (store.current.state.own.settings.length === 0) {
      say("Nothing is changed yet.");
      return;
    }
    say("Dividing the difference among the changed inputs …");
    ask(orderOf(store, `economy.${chosen.value}`));
  };
  chosen.addEventListener("input", refresh);
  store.listen(refresh);
  return Object.assign(html`<div>${chosen}${message}${place}</div>`, {
    refresh: () => contributions.length > 0 && draw()
  });
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

function bridgeFigure(
  contributions: readonly Contribution[],
  column: string,
  month: number,
  {current}: Store
): HTMLElement {
  const unit = current.run.model.columns.get(`economy.${column}`)!.unit.text;
  const {title} = rowOf(figures, (figure) => figure.column === column);
  const own = contributions
    .filter((contribution) => contribution.month === month)
    .sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
  const total = own.reduce((sum, contribution) => sum + contribution.amount, 0);
  const part = (value: number): string => (total === 0 ? "" : `, ${share(value / total)}`);
  const cells = [OWN, current.scenario.parent!].map((scenario) => ({cell: `economy.${column}@${month}`, scenario}));
  const origin = {words: "The mean effect of the change, over all orders of making the changes, on:", of: cells};
  const rows = own.map(({input, amount: value}) => ({
    origin,
    label: `${input.replace(/^parameter\./, "").replaceAll(/[._]/g, " ")}${part(value)}`,
    value,
    color: layerColor(value < 0 ? "application" : "inference")
  }));
  const options = {
    title: `${title}: what each change adds`,
    unit: `${unit === "1" ? "" : `${unit}; `}together ${amount(total, unit)}`,
    source:
      "Shapley values of this page's runs: the mean effect over all orders of making the changes; shares sum to 100 %",
    ariaLabel: rows[0] ? `${rows[0].label} adds most: ${amount(rows[0].value, unit)}.` : "There is no difference.",
    table: own.map(({input, amount: value}) => ({
      origin,
      input,
      amount: value,
      share: total === 0 ? null : value / total
    }))
  };
  const format = (value: number): string => amount(value, unit === "1" ? "" : unit);
  return responsive(options, ({width}) => bars(rows, {width, format}));
}

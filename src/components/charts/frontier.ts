import * as Plot from "@observablehq/plot";
import {amount} from "../format.js";
import {layerColor} from "../layer.js";
import {numberIn, textIn} from "../row-values.js";
import type {Row} from "../tables.js";
import {logAxis} from "./log-axis.js";

/** A batch size of a deployment, as the chart draws it. */
export interface FrontierPoint {
  batch: number;
  /** Output tokens per second that a user sees. */
  tokens_per_second: number;
  /** Output tokens per GPU and second. */
  output_rate: number;
  limit: number;
  state: "works" | "too slow" | "too big";
  best: boolean;
}

/** The batch sizes of a deployment by what bounds them: memory first, then the limit on time per token. */
export function frontierPoints(options: readonly Row[], best: string): FrontierPoint[] {
  return options.map((option) => ({
    batch: numberIn(option, "batch"),
    tokens_per_second: 1000 / numberIn(option, "tpot"),
    output_rate: numberIn(option, "output_rate"),
    limit: 1000 / numberIn(option, "tpot_limit"),
    state: numberIn(option, "fits") === 0 ? "too big" : numberIn(option, "feasible") === 0 ? "too slow" : "works",
    best: textIn(option, "key") === best
  }));
}

/** What the frontier says, in a sentence. */
export function frontierTakeaway(points: readonly FrontierPoint[]): string {
  const [alone, best] = [points[0], points.find((point) => point.best)];
  if (!alone || !best) return "No batch size keeps the limits.";
  return `A batch of ${best.batch} gives ${amount(best.output_rate)} tokens per GPU and second, ${amount(best.output_rate / alone.output_rate)} times as many as one request alone, at ${amount(best.tokens_per_second)} tokens per second for each user.`;
}

/** Throughput per GPU against speed per user, a dot a batch size; what memory or the user's patience forbids is hollow. */
export function frontier(points: readonly FrontierPoint[], {width}: {width: number}) {
  const narrow = width < 520;
  const color = layerColor("inference");
  const limit = points[0]?.limit ?? NaN;
  const domain = domainOf(points);
  const right = limit * limit > domain[0] * domain[1];
  const shown = points.filter(({batch}) => !narrow || Number.isInteger(Math.log2(batch) / 2));
  return Plot.plot({
    width,
    height: 380,
    marginTop: 24,
    marginLeft: 52,
    marginBottom: 42,
    insetTop: 12,
    x: {type: "log", domain, label: "Tokens per second for each user →"},
    y: {label: "↑ Output tokens per GPU and second", grid: true, zero: true, tickFormat: short},
    marks: [
      ...logAxis(domain, narrow ? 5 : 10, short),
      Plot.ruleY([0]),
      Plot.rectX([limit], {x1: domain[0], x2: limit, fill: "currentColor", fillOpacity: 0.07}),
      Plot.ruleX([limit], {strokeDasharray: "4,3"}),
      Plot.text([limit], {
        x: limit,
        frameAnchor: "bottom",
        text: () => (right ? `too slow under ${short(limit)}` : `← too slow under ${short(limit)}`),
        textAnchor: right ? "end" : "start",
        dx: right ? -6 : 6,
        dy: -8
      }),
      Plot.line(points, {x: "tokens_per_second", y: "output_rate", stroke: color, strokeOpacity: 0.5}),
      Plot.dot(points, {
        x: "tokens_per_second",
        y: "output_rate",
        r: (point: FrontierPoint) => (point.best ? 7 : 4),
        symbol: (point: FrontierPoint) => (point.state === "too big" ? "times" : "circle"),
        fill: (point: FrontierPoint) => (point.state === "works" ? color : "var(--theme-background)"),
        stroke: color
      }),
      Plot.text(shown, {
        x: "tokens_per_second",
        y: "output_rate",
        text: (point: FrontierPoint) => String(point.batch),
        dy: 13,
        dx: -4,
        textAnchor: "end",
        fontSize: 11
      }),
      Plot.text(remarks(points), {
        x: "tokens_per_second",
        y: "output_rate",
        text: "remark",
        textAnchor: "start",
        dx: 14,
        fontWeight: 600
      }),
      Plot.tip(points, Plot.pointer({x: "tokens_per_second", y: "output_rate", title: tipOf}))
    ],
    r: {type: "identity"},
    symbol: {type: "identity"}
  });
}

function remarks(points: readonly FrontierPoint[]) {
  const best = points.filter((point) => point.best).map((point) => ({...point, remark: `best: batch ${point.batch}`}));
  const big = points.filter(({state}) => state === "too big").slice(0, 1);
  return [...best, ...big.map((point) => ({...point, remark: "× does not fit into memory"}))];
}

function tipOf({batch, tokens_per_second, output_rate, state}: FrontierPoint): string {
  const rates = `${amount(output_rate)} tokens per GPU and second, ${amount(tokens_per_second)} tokens per second a user`;
  return `Batch ${batch}: ${state === "works" ? "keeps both limits" : state}\n${rates}`;
}

function domainOf(points: readonly FrontierPoint[]): [number, number] {
  const speeds = points.flatMap(({tokens_per_second, limit}) => [tokens_per_second, limit]);
  return [Math.min(...speeds) / 1.6, Math.max(...speeds) * 1.2];
}

function short(value: number): string {
  return amount(value).replace(" ", "");
}

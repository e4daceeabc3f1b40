import {keysOf, type Inputs, type Model} from "../sheet/index.js";
import {quantiles} from "../uncertainty/quantile.js";
import type {Draws, Study} from "../uncertainty/index.js";
import {outputOf} from "../uncertainty/range.js";
import {MARGIN, yardsticks, type MeasuredLayer, type Yardstick} from "./company-metric.js";

/** Percentiles of a figure among peers, from the minimum to the maximum. */
export interface Peers {
  layer: MeasuredLayer;
  metric: string;
  /** Who the peers are. */
  population: string;
  /** Blend of their prices; undefined if the figure needs none. */
  blend?: string;
  count: number;
  values: number[];
}

/** The population of figures that come from draws. */
export const DRAWS = "the model's companies";

const HUNDREDTHS = Array.from({length: 101}, (_, i) => i / 100);

/** The model's cells behind peers' figures. */
export function peerOutputs(model: Model, inputs: Inputs): string[] {
  return Object.values(yardsticks).flatMap(({table, columns}) =>
    keysOf({model, inputs}, table).flatMap((key) => columns.map((column) => `${table}[${key}].${column}`))
  );
}

/** Figures of the model's companies in the first month, over all draws of a study of `peerOutputs`. */
export function peersOf(study: Study, draws: Draws, model: Model): Peers[] {
  return (Object.keys(yardsticks) as MeasuredLayer[]).flatMap((layer) => {
    const yardstick: Yardstick = yardsticks[layer];
    const found = new Map([...yardstick.metrics, MARGIN].map(({key}) => [key, [] as number[]]));
    for (const row of keysOf({model, inputs: study.inputs}, yardstick.table)) {
      const paths = new Map(
        yardstick.columns.map((column) => [column, outputOf(study, draws, `${yardstick.table}[${row}].${column}`, 0)])
      );
      for (let draw = draws.from; draw < draws.to; ++draw) {
        const figures = yardstick.figures((column) => paths.get(column)![draw - draws.from]!);
        if (!Object.values(figures).every(Number.isFinite)) continue;
        for (const [key, value] of Object.entries(figures)) found.get(key)!.push(value);
        found.get(MARGIN.key)!.push(yardstick.margin(figures));
      }
    }
    return [...found].map(([metric, values]) => spread(layer, metric, DRAWS, values));
  });
}

/** Summarises values as peers. */
export function spread(layer: MeasuredLayer, metric: string, population: string, values: readonly number[]): Peers {
  return {
    layer,
    metric,
    population,
    count: values.length,
    values: quantiles(Float64Array.from(values), HUNDREDTHS)
  };
}

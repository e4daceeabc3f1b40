import {keysOf, type Inputs, type Model} from "../sheet/index.js";
import {quantiles} from "../uncertainty/quantile.js";
import type {Draws, Study} from "../uncertainty/index.js";
import {outputOf} from "../uncertainty/range.js";
import {MARGIN, yardsticks, type MeasuredLayer, type Yardstick} from "./company-metric.js";

/** Values of a figure among some peers: the least, every hundredth, the greatest. */
export interface Peers {
  layer: MeasuredLayer;
  metric: string;
  /** Who they are. */
  population: string;
  /** The blend in which their prices are stated; none where the figure needs none. */
  blend?: string;
  count: number;
  values: number[];
}

/** Who stands behind the figures that come from draws. */
export const DRAWS = "the model's companies";

const HUNDREDTHS = Array.from({length: 101}, (_, i) => i / 100);

/** The cells of the model that peers' figures are computed from. */
export function peerOutputs(model: Model, inputs: Inputs): string[] {
  return Object.values(yardsticks).flatMap(({table, columns}) =>
    keysOf({model, inputs}, table).flatMap((key) => columns.map((column) => `${table}[${key}].${column}`))
  );
}

/** Figures of the model's companies over all draws of a study of `peerOutputs`, in the first month. */
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

/** Some values as peers. */
export function spread(layer: MeasuredLayer, metric: string, population: string, values: readonly number[]): Peers {
  return {
    layer,
    metric,
    population,
    count: values.length,
    values: quantiles(Float64Array.from(values), HUNDREDTHS)
  };
}

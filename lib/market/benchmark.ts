import {shapley} from "../model/shapley.js";
import {MARGIN, type Figures, type Yardstick} from "./company-metric.js";

/** Values of a figure among peers, in rising order, evenly spaced: the least, ..., the greatest. */
export type Quantiles = readonly number[];

/** The share of peers whose figure is below a value: 0 below all of them, 1 above; linear between quantiles. */
export function percentile(value: number, peers: Quantiles): number {
  const steps = peers.length - 1;
  if (value <= peers[0]!) return 0;
  if (value >= peers[steps]!) return 1;
  const above = peers.findIndex((one) => one >= value);
  const [low, high] = [peers[above - 1]!, peers[above]!];
  return (above - 1 + (value - low) / (high - low)) / steps;
}

/** What a part of a company's figures adds to the gap between its margin and that of the median company. */
export interface Gap {
  part: string;
  /** Points of margin, as a share of revenue. */
  amount: number;
  /** Of the whole gap; all of them add up to 1. NaN where there is no gap. */
  share: number;
}

/**
 * How a company compares: its margin, that of a company whose every figure is the median, and what explains the gap.
 */
export interface MedianComparison {
  margin: number;
  median: number;
  gaps: Gap[];
}

/**
 * Divides the gap between a company's margin and the median company's among the parts of its figures: a part's Shapley
 * value, so that the order in which figures are exchanged does not matter and the amounts add up. Figures that are not
 * known are taken to be the median. Where the company's own margin is known, what the figures do not explain is a part.
 */
export function compareWithMedian({metrics, margin}: Yardstick, own: Figures, median: Figures): MedianComparison {
  const parts = [...new Set(metrics.filter(({key}) => Number.isFinite(own[key])).map(({part}) => part))];
  const mixed = (set: number): Figures =>
    Object.fromEntries(
      metrics.map(({key, part}) => {
        const place = parts.indexOf(part);
        const taken = place >= 0 && set & (1 << place) && Number.isFinite(own[key]);
        return [key, taken ? own[key]! : median[key]!];
      })
    );
  const values = Array.from({length: 1 << parts.length}, (_, set) => margin(mixed(set)));
  const explained = parts.map((part, i) => ({part, amount: shapley(values, i, parts.length)}));
  const stated = own[MARGIN.key];
  const rest = Number.isFinite(stated) ? [{part: "unexplained", amount: stated! - values.at(-1)!}] : [];
  const amounts = [...explained, ...rest];
  const total = amounts.reduce((sum, {amount}) => sum + amount, 0);
  return {
    margin: values[0]! + total,
    median: values[0]!,
    gaps: amounts.map((gap) => ({...gap, share: total === 0 ? NaN : gap.amount / total}))
  };
}

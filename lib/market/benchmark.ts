import {shapley} from "../model/shapley.js";
import {MARGIN, type Figures, type Yardstick} from "./company-metric.js";

/** Evenly spaced quantiles of a figure among peers, from the minimum to the maximum. */
export type Quantiles = readonly number[];

/** The percentile rank of a value among peers, as a share: 0 below all of them, 1 above; linear between quantiles. */
export function percentile(value: number, peers: Quantiles): number {
  const steps = peers.length - 1;
  if (value <= peers[0]!) return 0;
  if (value >= peers[steps]!) return 1;
  const above = peers.findIndex((one) => one >= value);
  const [low, high] = [peers[above - 1]!, peers[above]!];
  return (above - 1 + (value - low) / (high - low)) / steps;
}

/** The contribution of one part of a company's figures to the gap between its margin and the median company's. */
export interface Gap {
  part: string;
  /** Contribution in points of margin, as a share of revenue. */
  amount: number;
  /** Share of the whole gap; all shares add up to 1. NaN where there is no gap. */
  share: number;
}

/** A company's margin, the margin of a company with median figures throughout, and the parts that explain the gap. */
export interface MedianComparison {
  margin: number;
  median: number;
  gaps: Gap[];
}

/**
 * Divides the gap between a company's margin and the median company's among the parts of its figures. Each part gets
 * its Shapley value, so the amounts add up and do not depend on the order in which figures are exchanged. Unknown
 * figures are assumed to be the median. Where the company's own margin is known, the unexplained rest is a part, too.
 */
export function compareWithMedian({metrics, margin}: Yardstick, own: Figures, median: Figures): MedianComparison {
  const parts = [...new Set(metrics.filter(({key}) => Number.isFinite(own[key])).map(({part}) => part))];
  const mixed = (set: number): Figures =>
    Object.fromEntries(
      metrics.map(({key, part}) => {
        const place = parts.indexOf(part);
        const isOwn = place >= 0 && set & (1 << place) && Number.isFinite(own[key]);
        return [key, isOwn ? own[key]! : median[key]!];
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

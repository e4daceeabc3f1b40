import type {Way} from "../../lib/validation/explore.js";
import {blendedCost, tokenCosts} from "../../lib/validation/serving-cost.js";

/** A figure by which ways of serving are compared; `price` is USD per GPU-hour. */
export interface Measure {
  title: string;
  unit: string;
  value: (way: Way, price: number) => number;
  /** Whether less of it is better. */
  cost: boolean;
}

const WATTS_PER_MEGAWATT = 1e6;

/** What the page on serving can draw against the speed that a user sees. */
export const measures = {
  output_rate: {
    title: "output tokens per second per GPU",
    unit: "tokens per second per GPU",
    value: (way) => way.output_rate,
    cost: false
  },
  blended: {
    title: "cost of a million tokens in this request mix",
    unit: "USD per million tokens",
    value: blendedCost,
    cost: true
  },
  output: {
    title: "cost of a million output tokens",
    unit: "USD per million tokens",
    value: (way, price) => tokenCosts(way, price).output,
    cost: true
  },
  input: {
    title: "cost of a million input tokens",
    unit: "USD per million tokens",
    value: (way, price) => tokenCosts(way, price).input,
    cost: true
  },
  cached: {
    title: "cost of a million cached input tokens",
    unit: "USD per million tokens",
    value: (way, price) => tokenCosts(way, price).cached,
    cost: true
  },
  power_rate: {
    title: "output tokens per second per MW of servers",
    unit: "tokens per second per MW",
    value: (way) => (way.output_rate / way.power) * WATTS_PER_MEGAWATT,
    cost: false
  },
  energy: {
    title: "energy per output token, including prefill",
    unit: "J",
    value: (way) => way.energy_per_token,
    cost: true
  }
} as const satisfies Record<string, Measure>;

export type MeasureName = keyof typeof measures;

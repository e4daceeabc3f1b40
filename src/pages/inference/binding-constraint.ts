import type {Binding} from "../../lib/validation/binding.js";
import type {Way} from "../../lib/validation/explore.js";
import {layerColor} from "../../components/words/layer.js";

const faint = (color: string, part: number): string =>
  `color-mix(in srgb, ${color} ${part}%, var(--theme-background-a))`;
const reading = layerColor("neocloud");
const arithmetic = layerColor("application");
const waiting = layerColor("value");
const fixed = layerColor("materials");

/** What may bind serving, in words and with its colour. */
export const bindings: Readonly<Record<Binding, {name: string; color: string}>> = {
  compute: {name: "compute", color: arithmetic},
  bandwidth: {name: "memory bandwidth", color: reading},
  interconnect: {name: "interconnect", color: waiting},
  latency: {name: "fixed overhead", color: fixed}
};

/** A part of the time that an output token takes, in ms. */
export interface TimePart {
  name: string;
  color: string;
  time: number;
  /** Columns of `language_model` and `accelerator` that it is computed from, beside others. */
  models: readonly string[];
  accelerators: readonly string[];
}

/** The mean time per output token by what it goes to; the parts add up to `tpot`. Of two that overlap, the longer. */
export function timeParts(way: Way): TimePart[] {
  const perToken = (time: number): number => (way.stages * time) / way.tokens_per_step;
  const longer = (time: number, other: number): number => (time > other ? perToken(time) : 0);
  const {weight_time, matrix_time, kv_time, attention_time} = way;
  const times: [name: keyof typeof parts, time: number][] = [
    ["weight reads", perToken(weight_time)],
    ["matrix multiplications", perToken(matrix_time)],
    ["KV cache reads", longer(kv_time, attention_time)],
    ["attention", longer(attention_time, kv_time)],
    ["linear-attention state", perToken(way.state_time)],
    ["activations", perToken(way.activation_time)],
    ["interconnect", perToken(way.reduce_time + way.waiting_time)],
    ["fixed overhead", perToken(way.latency_time)],
    ["others' prefill", way.tpot - way.decode_step / way.tokens_per_step]
  ];
  return times.map(([name, time]) => ({name, time, ...parts[name]}));
}

const reads = ["memory_bandwidth", "bandwidth_efficiency"];

const parts = {
  "weight reads": {color: reading, models: ["active_parameters"], accelerators: reads},
  "matrix multiplications": {color: arithmetic, models: ["active_parameters"], accelerators: ["compute_efficiency"]},
  "KV cache reads": {color: faint(reading, 65), models: ["kv_values"], accelerators: reads},
  "linear-attention state": {color: faint(reading, 50), models: ["linear_layers"], accelerators: reads},
  attention: {
    color: faint(arithmetic, 60),
    models: ["attention_values"],
    accelerators: ["bf16", "compute_efficiency"]
  },
  activations: {color: faint(reading, 35), models: ["active_parameters"], accelerators: reads},
  interconnect: {color: waiting, models: ["hidden_size"], accelerators: ["link_efficiency"]},
  "fixed overhead": {color: fixed, models: ["layers"], accelerators: ["layer_latency"]},
  "others' prefill": {
    color: layerColor("inference"),
    models: ["active_parameters", "prefill_values"],
    accelerators: ["bf16", "compute_efficiency"]
  }
} as const;

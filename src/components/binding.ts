import type {Way} from "../lib/validation/explore.js";
import {layerColor} from "./layer.js";

const faint = (color: string, part: number): string =>
  `color-mix(in srgb, ${color} ${part}%, var(--theme-background-a))`;
const [reading, arithmetic, waiting, fixed] = [
  layerColor("neocloud"),
  layerColor("application"),
  layerColor("value"),
  layerColor("materials")
];

/** What may bind serving, with its colour. */
export const bindings = [
  {part: "compute", name: "arithmetic", color: arithmetic},
  {part: "bandwidth", name: "memory traffic", color: reading},
  {part: "interconnect", name: "other accelerators", color: waiting},
  {part: "latency", name: "fixed time", color: fixed}
] as const;

/** What takes most of the GPU time of a way of serving. */
export function bindingOf(way: Way): (typeof bindings)[number] {
  return bindings.reduce((most, one) => (way[`${one.part}_part`] > way[`${most.part}_part`] ? one : most));
}

/** A part of the time that an output token takes, in ms. */
export interface TimePart {
  name: string;
  color: string;
  time: number;
}

/** The mean time per output token by what it goes to; the parts add up to `tpot`. Of two that overlap, the longer. */
export function timeParts(way: Way): TimePart[] {
  const perToken = (time: number): number => (way.stages * time) / way.tokens_per_step;
  const longer = (time: number, other: number): number => (time > other ? perToken(time) : 0);
  const {weight_time, matrix_time, kv_time, attention_time} = way;
  return [
    {name: "reading weights", color: reading, time: longer(weight_time, matrix_time)},
    {name: "matrix products", color: arithmetic, time: longer(matrix_time, weight_time)},
    {name: "reading the KV cache", color: faint(reading, 65), time: longer(kv_time, attention_time)},
    {name: "attention", color: faint(arithmetic, 60), time: longer(attention_time, kv_time)},
    {name: "activations", color: faint(reading, 35), time: perToken(way.activation_time)},
    {name: "other accelerators", color: waiting, time: perToken(way.reduce_time + way.waiting_time)},
    {name: "fixed time", color: fixed, time: perToken(way.latency_time)},
    {name: "others' prefill", color: layerColor("inference"), time: way.tpot - way.decode_step / way.tokens_per_step}
  ];
}

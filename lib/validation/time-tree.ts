import {evaluate, InputError, knownNames, numberAt, keysOf, valueAt, type Inputs} from "../sheet/index.js";
import type {Case} from "./case.js";
import {configurationInputs} from "./configurations.js";
import {validation} from "./model.js";
import {possible} from "./predict.js";

/** A quantity and what it is the sum of; `note` says what else is known of it. */
export interface Branch {
  name: string;
  value: number;
  unit: "ms" | "GB";
  note?: string;
  parts: Branch[];
}

/**
 * What the time of an output token and the memory of a replica consist of, in the way of serving that a case is
 * predicted with, by the physics alone; parts add up. Throws an `InputError` for an unknown id or an impossible case.
 */
export function timeAndMemory(cases: readonly Case[], id: string, assumptions: Inputs): [time: Branch, memory: Branch] {
  const ids = cases.map((one, i) => one.id ?? `case-${i + 1}`);
  const one = cases[ids.indexOf(id)];
  if (!one) throw new InputError([`no case "${id}"`, ...knownNames("id", id, ids)].join("; "));
  const configuration = possible(one, id, assumptions);
  if ("reason" in configuration) throw new InputError(`${id}: ${configuration.reason}`);
  const run = evaluate(validation, configurationInputs(assumptions, new Map([[id, configuration]])), {only: wanted});
  const row = keysOf(run, "serving_option").indexOf(valueAt(run, "measurement.best", 0, 0) as string);
  const at = (column: Column): number => numberAt(run, `serving_option.${column}`, row, 0);
  return [token(at), memory(at)];
}

const columns = [
  ...["tpot", "decode_step", "tokens_per_step", "stages", "latency_time", "layers_time", "host_step", "waiting_time"],
  ...["shared_weight_time", "shared_matrix_time", "expert_weight_time", "expert_matrix_time", "kv_time"],
  ...["attention_time", "state_time", "activation_time", "reduce_time", "memory_needed", "memory_available", "weights"],
  ...["ranks", "shared_size", "batch"]
] as const;
type Column = (typeof columns)[number];
type At = (column: Column) => number;

const wanted = ["measurement.best", ...columns.map((column) => `serving_option.${column}`)];

function token(at: At): Branch {
  const [drafts, own] = [at("tokens_per_step"), at("decode_step") / at("tokens_per_step")];
  const others = {name: "prefill of others in between", value: at("tpot") - own, unit: "ms", parts: []} as const;
  const step = sum(drafts > 1 ? `step, over ${drafts} tokens` : "step", "ms", stepParts(at, at("stages") / drafts));
  return {...sum("time per output token", "ms", [step, {...others, parts: []}]), note: "by the physics alone"};
}

function stepParts(at: At, times: number): Branch[] {
  const time = (name: string, value: number, note?: string): Branch => ({
    ...{name, value: value * times, unit: "ms", parts: []},
    ...(note !== undefined && {note})
  });
  const longer = (name: string, reading: Column, products: Column): Branch => {
    const [read, multiplied] = [at(reading), at(products)];
    const other = Math.min(read, multiplied) * times;
    const [binds, hidden] = read >= multiplied ? ["reading", "products"] : ["products", "reading"];
    return time(name, Math.max(read, multiplied), `${binds}; ${hidden} take ${other.toPrecision(3)} ms meanwhile`);
  };
  const layers = at("layers_time") / at("stages");
  return [
    longer("weights outside experts", "shared_weight_time", "shared_matrix_time"),
    longer("experts", "expert_weight_time", "expert_matrix_time"),
    longer("attention and its cache", "kv_time", "attention_time"),
    time("state of linear layers", at("state_time")),
    time("activations", at("activation_time")),
    time("adding up split matrices", at("reduce_time")),
    time("exchange with experts", at("waiting_time")),
    time("fixed time of layers", layers),
    time("fixed time of a step", at("latency_time") - layers - at("host_step")),
    time("host", at("host_step"))
  ];
}

function memory(at: At): Branch {
  const copies = (at("ranks") - 1) * at("shared_size");
  const part = (name: string, value: number): Branch => ({name, value, unit: "GB", parts: []});
  const cache = part(`cache of ${at("batch")} requests`, at("memory_needed") - at("weights") - copies);
  const parts = [part("weights", at("weights")), part("copies of what all ranks share", copies), cache];
  return {...sum("memory of a replica", "GB", parts), note: `of ${at("memory_available").toPrecision(4)} GB`};
}

/** Parts that take nothing are left out. */
function sum(name: string, unit: Branch["unit"], all: readonly Branch[]): Branch {
  const parts = all.filter(({value}) => value > 1e-9);
  return {name, value: all.reduce((total, {value}) => total + value, 0), unit, parts};
}

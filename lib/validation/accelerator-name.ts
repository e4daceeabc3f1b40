import type {TableInput} from "../sheet/index.js";
import type {UnknownName} from "./model-name.js";
import {readings, wordsOf, type Named} from "./phrase.js";

/** The row of `accelerator` that a published name means. */
export interface NamedAccelerator {
  key: string;
  assumed: string[];
}

/**
 * Reads a published name of an accelerator, such as `NVIDIA H100 80GB HBM3`: all of its words have to be those of the
 * row, but for those that every accelerator may have, and its memory and power have to be the row's.
 */
export function acceleratorNamed(name: string, accelerators: TableInput): NamedAccelerator | UnknownName {
  const joined = name.replace(/(\d)\s*gi?b?\b/gi, "$1gb").replace(/(\d)\s+w\b/gi, "$1w");
  const read = readings(joined, namesOf(accelerators)).map(({key, name: said, rest}) => {
    const assumed = said === "gh200" && !/\dgb/i.test(rest) ? [`the accelerator ${key}`] : [];
    return {key, assumed, ...remainder(rest, key, accelerators)};
  });
  const found = read.find(({problem}) => problem === "");
  if (found) return {key: found.key, assumed: [...found.assumed, ...found.within]};
  return {problem: read[0]?.problem ?? ""};
}

function namesOf({keys}: TableInput): Named[] {
  return [...keys.map((key) => ({name: key, key})), ...others];
}

/** Other names that stand in publications. */
const others: readonly Named[] = [
  {name: "gh200", key: "gh200-96"},
  {name: "gh200", key: "gh200-144"},
  {name: "trainium2", key: "trn2"},
  {name: "ironwood", key: "tpu-v7"},
  {name: "trillium", key: "tpu-v6e"}
];

/** Words of any accelerator: who sells it, in which server, with which cooling, unpartitioned, run by which engine. */
const harmless = new Set(
  (
    "nvidia amd intel google aws instinct tesla geforce gpu gpus accelerator tensor core hgx dgx data center datacenter " +
    "card one chip cts edition nps1 spx trt vllm sglang"
  ).split(" ")
);

/** Words of single accelerators beside those of their name, their memory and their family. */
const own: Readonly<Record<string, readonly string[]>> = {
  l40s: ["pcie"],
  "rtx-pro-6000": ["gddr7", "pcie"],
  "h100-pcie": ["hbm2e"],
  gb200: ["grace", "superchip"],
  gb300: ["grace", "superchip"],
  "gh200-96": ["grace", "superchip"],
  "gh200-144": ["grace", "superchip"],
  gaudi3: ["hl", "habana"]
};

function remainder(rest: string, key: string, accelerators: TableInput): {problem: string; within: string[]} {
  const row = accelerators.keys.indexOf(key);
  const of = (column: string): string => String(accelerators.columns[column]!.values[row]);
  const ours = wordsOf([of("name"), of("vendor"), of("memory"), of("accelerator_family")].join(" "));
  const formFactor = ours.find((word) => /^sxm\d$/.test(word)) ? ["sxm"] : ours.includes("sxm") ? ["sxm", "sxm6"] : [];
  const allowed = new Set([...ours, ...formFactor, ...(own[key] ?? [])]);
  const words = wordsOf(rest).filter((word) => !harmless.has(word) && (!allowed.has(word) || memory.test(word)));
  const within: string[] = [];
  for (const word of words) {
    const stated = Number(/\d+(?:\.\d+)?/.exec(word)?.[0]);
    if (power.test(word) && stated === Number(of("tdp"))) continue;
    if (power.test(word)) return {problem: `"${word}" is not the power of ${key}, which is ${of("tdp")} W`, within};
    if (!memory.test(word)) return {problem: `"${word}" is not understood beside ${key}`, within};
    const capacity = capacityOf(accelerators, row);
    if (!capacity.agrees(stated)) return {problem: `${key} has ${capacity.gb} GB of memory, not ${stated}`, within};
    if (!isClose(stated, capacity.gb) && !isClose(stated, capacity.raw))
      within.push(`${capacity.gb} GB of memory, not ${stated}`);
  }
  return {problem: "", within};
}

const memory = /^\d+(?:\.\d+)?gb$/;
const power = /^\d+w$/;

/** The memory that can be used, that on the board, and whether a stated size is either or lies in the row's range. */
function capacityOf({columns}: TableInput, row: number): {gb: number; raw: number; agrees: (gb: number) => boolean} {
  const {values, provenance} = columns.memory_capacity!;
  const gb = Number(values[row]);
  const raw = gb + Number(columns.memory_spare!.values[row]);
  const {low = gb, high = gb} = provenance?.[row] ?? {};
  return {
    gb,
    raw,
    agrees: (stated) => isClose(stated, gb) || isClose(stated, raw) || (stated >= low && stated <= high)
  };
}

/** Whether two sizes are the same but for rounding and for what an engine reserves. */
function isClose(stated: number, ours: number): boolean {
  return Math.abs(stated / ours - 1) <= 0.025;
}

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
  const joined = name.replace(/(\d)\s*g(?:i?b)?(?![a-z0-9.])/gi, "$1gb").replace(/(\d)\s+w\b/gi, "$1w");
  const read = readings(joined, namesOf(accelerators)).map(({key, name: said, rest}) => {
    const assumed = said === "gh200" && !/\dgb/i.test(rest) ? [`the accelerator ${key}`] : [];
    return {key, assumed, ...remainder(rest, key, accelerators)};
  });
  const found = read.find(({problem}) => problem === "");
  if (found) return {key: found.key, assumed: [...found.assumed, ...found.within]};
  return {
    problem: read[0]?.problem ?? "",
    bare: wordsOf(joined)
      .filter((word) => !harmless.has(word))
      .join("-")
  };
}

function namesOf({keys}: TableInput): Named[] {
  return [...keys.map((key) => ({name: key, key})), ...others];
}

/** Other names that stand in publications. */
const others: readonly Named[] = [
  {name: "a100", key: "a100-40gb"},
  {name: "gh200", key: "gh200-96"},
  {name: "gh200", key: "gh200-144"},
  {name: "trainium2", key: "trn2"},
  {name: "trainium3", key: "trn3"},
  {name: "ironwood", key: "tpu-v7"},
  {name: "trillium", key: "tpu-v6e"}
];

/** Words of any accelerator: who sells it, in which server, with which cooling, unpartitioned, run by which engine. */
const harmless = new Set(
  (
    "nvidia amd intel google aws instinct tesla geforce gpu gpus accelerator tensor core hgx dgx oam data center " +
    "datacenter card one chip cts edition nps1 spx trt vllm sglang"
  ).split(" ")
);

/** Words of single accelerators beside those of their name, their memory and their family. */
const own: Readonly<Record<string, readonly string[]>> = {
  l40s: ["pcie"],
  "rtx-pro-6000": ["gddr7", "pcie"],
  "h100-pcie": ["hbm2e"],
  "h100-nvl": ["pcie"],
  "h200-nvl": ["pcie"],
  gb200: ["grace", "superchip"],
  gb300: ["grace", "superchip"],
  "gh200-96": ["grace", "superchip"],
  "gh200-144": ["grace", "superchip"],
  gaudi3: ["hl", "habana"]
};

interface Remainder {
  problem: string;
  /** What is taken for a stated size that only the row's range holds. */
  within: string[];
}

function remainder(rest: string, key: string, accelerators: TableInput): Remainder {
  const row = accelerators.keys.indexOf(key);
  const watts = Number(accelerators.columns.tdp!.values[row]);
  const capacity = capacityOf(accelerators, row);
  const allowed = wordsOfRow(key, accelerators);
  const words = wordsOf(rest).filter((word) => memory.test(word) || !allowed.has(word));
  const odd = words.filter((word) => !memory.test(word) && !power.test(word));
  const hotter = words.find((word) => power.test(word) && parseFloat(word) !== watts);
  const sizes = words.filter((word) => memory.test(word)).map(parseFloat);
  const wrong = sizes.find((size) => !capacity.allows(size));
  const problems = [
    ...(odd.length > 0 ? [`"${odd.join(" ")}" is not understood beside ${key}`] : []),
    ...(hotter === undefined ? [] : [`"${hotter}" is not the power of ${key}, which is ${watts} W`]),
    ...(wrong === undefined ? [] : [`${key} has ${capacity.gb} GB of memory, not ${wrong}`])
  ];
  const within = sizes
    .filter((size) => !capacity.agrees(size))
    .map((size) => `${capacity.gb} GB of memory, not ${size}`);
  return {problem: problems[0] ?? "", within};
}

/** The words that change nothing beside a row's key. */
function wordsOfRow(key: string, {keys, columns}: TableInput): Set<string> {
  const row = keys.indexOf(key);
  const said = ["name", "vendor", "memory", "accelerator_family"].map((column) => String(columns[column]!.values[row]));
  const ours = wordsOf(said.join(" "));
  const sxm = ours.some((word) => /^sxm\d?$/.test(word)) ? ["sxm"] : [];
  return new Set([...ours, ...sxm, ...harmless, ...(own[key] ?? [])]);
}

const memory = /^\d+(?:\.\d+)?gb$/;
const power = /^\d+w$/;

interface Capacity {
  gb: number;
  /** Whether a stated size is the memory that can be used, or that on the board. */
  agrees: (stated: number) => boolean;
  /** Whether it is, or lies in the row's range. */
  allows: (stated: number) => boolean;
}

function capacityOf({columns}: TableInput, row: number): Capacity {
  const {values, provenance} = columns.memory_capacity!;
  const gb = Number(values[row]);
  const raw = gb + Number(columns.memory_spare!.values[row]);
  const {low = gb, high = gb} = provenance?.[row] ?? {};
  const agrees = (stated: number): boolean => isClose(stated, gb) || isClose(stated, raw);
  return {gb, agrees, allows: (stated) => agrees(stated) || (stated >= low && stated <= high)};
}

/** Whether two sizes are the same but for rounding and for what an engine reserves. */
function isClose(stated: number, ours: number): boolean {
  return Math.abs(stated / ours - 1) <= 0.025;
}

import {SERVER} from "../model/index.js";
import {table} from "../model/parameter.js";
import type {Inputs, Table} from "../sheet/index.js";
import type {Case} from "./case.js";
import {servingStack, type ServingStack} from "./serving-stack.js";

/** How a publisher tests: what its results do not repeat in every row. An empty cell fits any length. */
export interface TestSetup {
  publisher: string;
  input_length: number;
  output_length: number;
  serving_stack: ServingStack;
  requests: number;
  client_share: number;
  tail: number;
}

export const testSetup: Table<TestSetup> = table<TestSetup>(
  "test_setup",
  "How publishers test: the software, the number of requests, and what their clients count.",
  ({text, ref, input}) => ({
    publisher: text("What the publisher's name begins with"),
    input_length: input("token", "Nominal input tokens that it is for; empty for all"),
    output_length: input("token", "Nominal output tokens that it is for; empty for all"),
    serving_stack: ref(() => servingStack, "Software, where it is one"),
    requests: input("1", "Requests of a test"),
    client_share: input("share", "Share of the steady rate that the client measures, with ramps counted in"),
    tail: input("1", "Latencies that a test at a given rate ends with")
  })
);

/** What is known of a case's test beyond its row: null where nothing is. */
export interface Setup {
  serving_stack: string | null;
  requests: number | null;
  client_share: number | null;
  tail: number | null;
}

/** The setup of a case's publisher, the rows that say more of its lengths counting more. */
export function setupOf({source, mean_input_tokens, mean_output_tokens}: Case, {test_setup: setups}: Inputs): Setup {
  const found: Setup = {serving_stack: null, requests: null, client_share: null, tail: null};
  const {keys, columns} = setups ?? {keys: [], columns: {}};
  keys.forEach((_, row) => {
    const at = (name: string): number | string | null => columns[name]!.values[row] ?? null;
    const fits = (name: string, length: number | null | undefined): boolean => at(name) === null || at(name) === length;
    if (!(source ?? "").startsWith(String(at("publisher")))) return;
    if (!fits("input_length", mean_input_tokens) || !fits("output_length", mean_output_tokens)) return;
    for (const name of Object.keys(found) as (keyof Setup)[])
      if (at(name) !== null) Object.assign(found, {[name]: at(name)});
  });
  return found;
}

/** Words by which a serving stack is known. */
const stacks: readonly (readonly [RegExp, string])[] = [
  [/\bv ?llm\b/i, "vllm"],
  [/\bsg ?lang\b/i, "sglang"],
  [/\btrt(?:-?llm)?\b|tensorrt/i, "tensorrt-llm"],
  [/\batom\b/i, "atom"],
  [/\btuned\b/i, "tuned"]
];

/** The serving stack that a text names, if it names one. */
export function stackNamed(text: string): string | undefined {
  const frame = /framework (\w+)/i.exec(text)?.[1] ?? text;
  return stacks.find(([words]) => words.test(frame))?.[1];
}

/** How a model is split: what a case states in its fields or its note. */
export interface StatedSplit {
  tensor: number | null;
  ranks: number | null;
  expert_split: number | null;
}

/**
 * The ranks that split the requests, or the parts that hold whole experts: of `expert_parallel` accelerators, requests
 * are split among them where `dp_attention` says so, else matrices are.
 */
export function statedSplit({note, scenario, tensor_parallel, expert_parallel, dp_attention, gpus}: Case): StatedSplit {
  const tensor = tensor_parallel ?? null;
  if (/(?:prefill|decode) only/i.test(scenario ?? "")) return {tensor, ranks: null, expert_split: null};
  const text = note ?? "";
  const dep = /Parallelism DEP(\d+)/.exec(text)?.[1];
  if (dep !== undefined) return {tensor: null, ranks: Number(dep), expert_split: null};
  const parts = expert_parallel ?? Number(/\bEP ?(\d+)\b/.exec(text)?.[1] ?? 1);
  const split = dp_attention ?? /DP attention True/i.test(text);
  if (split && parts > 1) return {tensor: null, ranks: tensor ?? parts, expert_split: null};
  const isWhole = parts > 1 && parts <= SERVER && parts === (tensor ?? gpus);
  return {tensor: isWhole ? parts : tensor, ranks: null, expert_split: isWhole ? parts : null};
}

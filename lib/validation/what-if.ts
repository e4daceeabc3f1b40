import type {Question} from "./explore.js";

/** What a question would ask with one thing changed, by what is changed; what is so already is left out. */
export function variations(question: Question): Map<string, Question> {
  const changed = ([words, changes]: Variation): [string, Question][] =>
    isSame(question, changes) ? [] : [[words, {...question, ...changes}]];
  return new Map([...formats, ...software, ...sizesOf(question)].flatMap(changed));
}

type Variation = readonly [words: string, changes: Partial<Question>];

function isSame(question: Question, changes: Partial<Question>): boolean {
  return (Object.keys(changes) as (keyof Question)[]).every((name) => question[name] === changes[name]);
}

const formats: readonly Variation[] = [
  ["KV cache in 16 bits", {cache: "bf16"}],
  ["KV cache in 8 bits", {cache: "fp8"}],
  ["KV cache in 4 bits", {cache: "fp4"}],
  ["weights in 16 bits", {weights: "bf16"}],
  ["weights in 8 bits", {weights: "fp8"}],
  ["weights in 4 bits", {weights: "fp4"}]
];

const software: readonly Variation[] = [
  ["vLLM", {stack: "vllm"}],
  ["SGLang", {stack: "sglang"}],
  ["TensorRT-LLM", {stack: "tensorrt-llm"}],
  ["speculative decoding", {drafts: true}],
  ["no speculative decoding", {drafts: false}]
];

function sizesOf({accelerators, input_length, tpot_limit}: Question): Variation[] {
  return [
    ["no prefix cache", {cached_share: 0}],
    ["prefix cache for 90 % of input", {cached_share: 0.9}],
    ["twice the input", {input_length: 2 * input_length}],
    ["half the accelerators", {accelerators: Math.max(1, accelerators / 2)}],
    ["twice the accelerators", {accelerators: 2 * accelerators}],
    ["half the time per token", {tpot_limit: tpot_limit / 2}],
    ["twice the time per token", {tpot_limit: 2 * tpot_limit}]
  ];
}

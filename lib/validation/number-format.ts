import {wordsOf} from "./phrase.js";

/** A format of numbers, as the field names it. */
export interface NumberFormat {
  name: string;
  /** Bytes of a value, with its share of the block's scales. */
  bytes: number;
  /** True where weights are stored in it only, and arithmetic is in 16 bits. */
  stored?: true;
}

/** What a text says of the format of weights or of the KV cache. */
export interface StatedFormat {
  /** Undefined where it is that of the model as published. */
  format: NumberFormat | undefined;
  /** Formats of other parts, which are not used. */
  unused: NumberFormat[];
}

/** A text that says no format, or more than one, and why. */
export interface NoFormat {
  problem: string;
}

/**
 * Reads `fp8`, `NVFP4 experts, FP8 attention`, `half`, `W4A16`, `Q4_K_M`, `auto`, in all their words. Where parts of a
 * model differ, the experts' format counts, in whatever order they stand; a KV cache has one format.
 */
export function statedFormat(text: string, ofCache = false): StatedFormat | NoFormat {
  const parts = text
    .toLowerCase()
    .split(/[,;+&/]|\b(?:and|with)\b/)
    .map(partOf);
  const odd = parts.flatMap(({odd: words}) => words);
  if (odd.length > 0) return {problem: `"${odd.join(" ")}" is not understood; ${known}`};
  const stated = parts.filter(({formats: found}) => found.length > 0);
  if (stated.length === 0) return published.test(text) ? {format: undefined, unused: []} : {problem: known};
  const main = stated.filter(({role}) => role === "main");
  const chosen = ofCache ? stated : main.length > 0 ? main : stated.filter(({role}) => role === "any");
  const formatsOf = (all: readonly Part[]): NumberFormat[] => distinct(all.flatMap(({formats: found}) => found));
  const [format, other] = formatsOf(chosen);
  if (!format) return {problem: `say the format of the experts or of all weights; ${known}`};
  if (other)
    return {
      problem: `says ${format.name} and ${other.name}: say which part has which, as "NVFP4 experts, FP8 attention"`
    };
  if (format.bytes > WIDEST) return {problem: `${format.name} is not modelled; ${known}`};
  return {format, unused: formatsOf(stated).filter((one) => one.bytes !== format.bytes)};
}

const WIDEST = 2;
const known = "formats: BF16, FP16, FP8, INT8, FP4, NVFP4, MXFP4, INT4, W4A16, AWQ, GPTQ, Q4_K_M";
const published = /\b(?:auto|native|none|original|unquanti[sz]ed)\b/;

interface Form extends NumberFormat {
  words: RegExp;
  /** True where a method of quantisation is named, whose bits another word may say. */
  method?: true;
}

/** What formats are called. Bits of GGUF formats are those that llama.cpp lists for 8 billion parameters. */
const forms: readonly Form[] = [
  {name: "W4A16", words: /w4a16|int4|nf4|q4_0|4[- ]?bits?/, bytes: 0.5625, stored: true},
  {name: "Q4_K_M", words: /q4_k(?:_m)?/, bytes: 0.611, stored: true},
  {name: "Q4_K_S", words: /q4_k_s/, bytes: 0.583, stored: true},
  {name: "Q5_K_M", words: /q5_k(?:_[ms])?/, bytes: 0.713, stored: true},
  {name: "Q6_K", words: /q6_k/, bytes: 0.82, stored: true},
  {name: "Q8_0", words: /q8_0/, bytes: 1.0625, stored: true},
  {name: "FP4", words: /nvfp4|mxfp4|fp4(?:_e2m1)?|float4|w4a4|w4a8|w4afp8/, bytes: 0.5625},
  {name: "FP8", words: /mxfp8|(?:fp|float)8(?:[_-]?e[45]m[32](?:fn)?(?:uz)?)?|e4m3(?:fn)?|e5m2/, bytes: 1},
  {name: "INT8", words: /w8a8|int8|8[- ]?bits?/, bytes: 1},
  {name: "W8A16", words: /w8a16/, bytes: 1, stored: true},
  {name: "16 bits", words: /bf16|bfloat16|fp16|float16|f16|half|w16a16|16[- ]?bits?/, bytes: 2},
  {name: "32 bits", words: /tf32|fp32|float32|f32|32[- ]?bits?/, bytes: 4},
  {name: "64 bits", words: /fp64|float64|64[- ]?bits?/, bytes: 8},
  {name: "W4A16", words: /awq|gptq|bnb|bitsandbytes/, bytes: 0.5625, stored: true, method: true}
];

const roles = {
  main: "moe expert experts mlp ffn weight weights linear gemm".split(" "),
  other: "attention attn mla shared dense router lm head embedding embeddings activation activations kv".split(" ")
};

/** Words that change nothing: how scales are kept, and what a quantised file is called. */
const harmless = new Set(
  (
    "in core the of only cache values model checkpoint dynamic static per tensor tensors channel block " +
    "token group layer layers blockwise scaled quantized quantised quantization quant compressed gguf " +
    "autoround marlin modelopt ds bits"
  ).split(" ")
);

interface Part {
  formats: NumberFormat[];
  role: "main" | "other" | "any";
  odd: string[];
}

function partOf(text: string): Part {
  let rest = text.replace(published, " ");
  const found: Form[] = [];
  for (const form of forms) {
    const words = new RegExp(`(?<![a-z0-9_.])(?:${form.words.source})(?![a-z0-9])`, "g");
    if (!words.test(rest)) continue;
    found.push(form);
    rest = rest.replace(words, " ");
  }
  const said = found.filter(({method}) => !method);
  const words = wordsOf(rest).flatMap((word) => word.split("_"));
  const is = (role: keyof typeof roles): boolean => words.some((word) => roles[role].includes(word));
  const role = is("main") ? "main" : is("other") ? "other" : "any";
  const odd = words.filter((word) => ![...roles.main, ...roles.other].includes(word) && !harmless.has(word));
  return {
    formats: (said.length > 0 ? said : found).map(formatOf),
    role,
    odd: odd.filter((word) => !/^g\d+$/.test(word))
  };
}

function formatOf({name, bytes, stored}: Form): NumberFormat {
  return {name, bytes, ...(stored && {stored})};
}

function distinct(all: readonly NumberFormat[]): NumberFormat[] {
  return all.filter((one, i) => all.findIndex(({bytes}) => bytes === one.bytes) === i);
}

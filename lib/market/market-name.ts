import {canonical} from "./canonical.js";

/** Other names in common under which our models are sold, and models of the same shape. */
const others: Readonly<Record<string, readonly string[]>> = {
  "llama-3-1-8b": ["llama-3-8b"],
  "llama-3-3-70b": ["llama-3-1-70b", "llama-3-70b"],
  "mixtral-8x7b": ["mixtral-8x7b-32768"],
  "mistral-large-2": ["mistral-large-2407", "mistral-large-2411"],
  "glm-4-7": ["glm-4-6", "glm-4-5"],
  "deepseek-v3": ["deepseek-v3-1", "deepseek-v3-1-terminus", "deepseek-r1"],
  "kimi-k2": ["kimi-k2-5"],
  "llama-4-maverick": ["llama-4-maverick-17b-128e", "llama-4-maverick-basic"],
  "qwen3-30b-a3b": ["qwen3-coder-30b-a3b"],
  "minimax-m2": ["minimax-m2-1", "minimax-m2-5"]
};

/**
 * The model of ours that a seller's name means, if its shape is known: the whole name has to agree, but for a release
 * of four digits and for reasoning, since smaller models have their larger sibling's name in theirs.
 */
export function modelIn(name: string, models: readonly string[]): string | undefined {
  const common = canonical(name)
    .replace(/-\d{4}$/, "")
    .replace(/-thinking$/, "");
  return models.find((model) => common === model || others[model]?.includes(common));
}

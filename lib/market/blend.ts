import {CHAT, type Service} from "./margin.js";
import {CUSTOMARY, withWriting, type Mix} from "./token-price.js";

/** A workload: the mix of tokens in a million, and the shape of its requests. */
export interface Blend {
  title: string;
  mix: Mix;
  service: Service;
}

/**
 * The uses in which prices are compared. A coding agent reads 300 tokens for each that it writes, nine tenths and more
 * of them from the cache (SemiAnalysis, AI Value Capture, May 2026): the chain's own agents are as long. The request
 * with a long context is an illustration between the two. Where much is read, six seconds to the first token pass.
 * Batches wait: their prices are the list prices of immediate answers, as the price data have no others.
 */
export const blends = {
  chat: {title: "Chat: 3 input to 1 output, none cached", mix: CUSTOMARY, service: CHAT},
  "long-context": {
    title: "Long context: 30 input to 1 output, half cached",
    mix: {input: 15, cached: 15, output: 1},
    service: {...CHAT, tokens: 15_500, ttft_limit: 6000}
  },
  "coding-agent": {
    title: "Coding agent: 300 input to 1 output, 92 % cached",
    mix: withWriting({input: 24, cached: 276, output: 1}),
    service: {...CHAT, tokens: 60_200, ttft_limit: 6000}
  },
  batch: {
    title: "Batch: as chat, with a day for the answer",
    mix: CUSTOMARY,
    service: {...CHAT, ttft_limit: 3.6e6, tpot_limit: 1e5}
  }
} as const satisfies Record<string, Blend>;

export type BlendName = keyof typeof blends;

/**
 * Parses a mix such as `3:0:1` for input, cached and output tokens; a fourth part states how much of the input is
 * written to the prefix cache. Returns a problem for anything else.
 */
export function typedMix(text: string): {mix: Mix} | {problem: string} {
  const parts = text.split(":").map((part) => (part.trim() === "" ? NaN : Number(part)));
  const [input = NaN, cached = NaN, output = NaN, written] = parts;
  const good = [3, 4].includes(parts.length) && parts.every((part) => part >= 0 && Number.isFinite(part));
  if (good && input + cached + output > 0 && (written ?? 0) <= input)
    return {mix: withWriting(written === undefined ? {input, cached, output} : {input, cached, output, written})};
  const expected = "parts of input, cached and output tokens, such as 24:276:1, and of cache writes if any";
  return {problem: `expected ${expected}, got “${text}”`};
}

/** The names of the blends, the customary one first. */
export const blendNames = Object.keys(blends) as BlendName[];

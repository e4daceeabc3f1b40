import {CHAT, type Service} from "./margin.js";
import {CUSTOMARY, type Mix} from "./token-price.js";

/** A use of tokens: what a million of them are made of, and how its requests look. */
export interface Blend {
  title: string;
  mix: Mix;
  service: Service;
}

/**
 * The uses in which prices are compared. A coding agent reads 300 tokens for each that it writes, nine tenths and more
 * of them from the cache (SemiAnalysis, AI Value Capture, May 2026): the chain's own agents are as long. The request
 * with a long context is an illustration between the two. Where much is read, six seconds to the first token pass.
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
    mix: {input: 24, cached: 276, output: 1},
    service: {...CHAT, tokens: 60_200, ttft_limit: 6000}
  }
} as const satisfies Record<string, Blend>;

export type BlendName = keyof typeof blends;

/** The names of the blends, the customary one first. */
export const blendNames = Object.keys(blends) as BlendName[];

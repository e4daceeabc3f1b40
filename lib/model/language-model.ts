import type {Table} from "../sheet/index.js";
import {tier, type Tier} from "./market.js";
import {table} from "./parameter.js";

/** A language model: what serving it needs to know. */
export interface LanguageModel {
  name: string;
  developer: string;
  openness: "open" | "estimate";
  tier: Tier;
  total_parameters: number;
  active_parameters: number;
  layers: number;
  kv_heads: number;
  head_dimension: number;
  kv_latent: number;
  experts: number;
  experts_per_token: number;
  context: number;
  kv_values: number;
  expert_parameters: number;
}

export const languageModel: Table<LanguageModel> = table<LanguageModel>(
  "language_model",
  "Architectures of language models.",
  ({text, ref, input, formula}) => ({
    name: text("Name of the model"),
    developer: text("Who trained it"),
    openness: text<LanguageModel["openness"]>("open: published weights; estimate: a closed model's figures, estimated"),
    tier: ref(() => tier, "Class of quality in which it competes"),
    total_parameters: input("Gparam", "Parameters held in memory"),
    active_parameters: input("Gparam", "Parameters that a token goes through"),
    layers: input("layer", "Transformer layers"),
    kv_heads: input("head", "Key-value heads of a layer"),
    head_dimension: input("1", "Values of a head"),
    kv_latent: input(
      "1",
      "Values that a layer keeps per token with latent attention; empty for grouped-query attention"
    ),
    experts: input("expert", "Routed experts of a layer; 1 for a dense model"),
    experts_per_token: input("expert", "Routed experts that a token goes through"),
    context: input("ktok", "Longest context"),
    kv_values: formula(
      "1",
      "Values kept per token of context",
      (m, _, {known}) => m.layers * known(m.kv_latent, 2 * m.kv_heads * m.head_dimension)
    ),
    expert_parameters: formula("Gparam", "Parameters of one routed expert, over all layers", (m) =>
      m.experts > m.experts_per_token
        ? (m.total_parameters - m.active_parameters) / (m.experts - m.experts_per_token)
        : 0 * m.total_parameters
    )
  })
);

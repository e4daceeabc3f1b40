import type {Table} from "../sheet/index.js";
import {table} from "./parameter.js";

/** A language model: what serving it needs to know. */
export interface LanguageModel {
  name: string;
  developer: string;
  openness: "open" | "estimate";
  total_parameters: number;
  active_parameters: number;
  layers: number;
  kv_heads: number;
  head_dimension: number;
  kv_latent: number;
  experts: number;
  experts_per_token: number;
  hidden_size: number;
  attention_heads: number;
  expert_layers: number;
  window: number;
  windowed_share: number;
  native_precision: number;
  context: number;
  same_shape: string;
  kv_values: number;
  attention_values: number;
  prefill_values: number;
  expert_parameters: number;
  shared_parameters: number;
}

export const languageModel: Table<LanguageModel> = table<LanguageModel>(
  "language_model",
  "Architectures of language models.",
  ({text, input, formula}) => ({
    name: text("Name of the model"),
    developer: text("Who trained it"),
    openness: text<LanguageModel["openness"]>("open: published weights; estimate: a closed model's figures, estimated"),
    total_parameters: input("Gparam", "Parameters held in memory"),
    active_parameters: input("Gparam", "Parameters that a token goes through"),
    layers: input("layer", "Transformer layers"),
    kv_heads: input("head", "Key-value heads of a layer; 1 where all heads share a latent cache"),
    head_dimension: input("1", "Values of a head"),
    kv_latent: input(
      "1",
      "Values that a layer keeps per token with latent attention; empty for grouped-query attention"
    ),
    experts: input("expert", "Routed experts of a layer; 1 for a dense model"),
    experts_per_token: input("expert", "Routed experts that a token goes through"),
    hidden_size: input("1", "Values that pass from layer to layer"),
    attention_heads: input("head", "Query heads of a layer"),
    expert_layers: input("layer", "Layers with experts; 0 for a dense model"),
    window: input("token", "Context that a windowed layer sees"),
    windowed_share: input("share", "Share of layers that see a window of the context only"),
    native_precision: input("B/param", "Bytes of a weight as published; of the experts where these differ"),
    context: input("ktok", "Longest context, prompt and output together"),
    same_shape: text("Other models of this shape, by name, each after a semicolon"),
    kv_values: formula(
      "1",
      "Values kept per token of context",
      (m, _, {known}) => m.layers * known(m.kv_latent, 2 * m.kv_heads * m.head_dimension)
    ),
    attention_values: formula(
      "1",
      "Products per pair of tokens while writing: queries with keys and weights with values, over all heads and layers",
      (m, _, {known}) => m.layers * m.attention_heads * 2 * known(m.kv_latent, m.head_dimension)
    ),
    prefill_values: formula(
      "1",
      "Products per pair of tokens while reading, where latent attention unfolds its heads",
      (m) => m.layers * m.attention_heads * 2 * m.head_dimension
    ),
    expert_parameters: formula("Gparam", "Parameters of one routed expert, over all layers", (m) =>
      m.experts > m.experts_per_token
        ? (m.total_parameters - m.active_parameters) / (m.experts - m.experts_per_token)
        : 0 * m.total_parameters
    ),
    shared_parameters: formula(
      "Gparam",
      "Parameters that every token goes through: all but the routed experts",
      (m) => m.active_parameters - m.experts_per_token * m.expert_parameters
    )
  })
);

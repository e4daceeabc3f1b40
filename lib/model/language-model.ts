import type {Table} from "../sheet/index.js";
import {table} from "./parameter.js";

/** A language model: its published configuration, and what serving it needs to know. */
export interface LanguageModel {
  name: string;
  developer: string;
  openness: "open" | "estimate";
  total_parameters: number;
  active_parameters: number;
  layers: number;
  attention_layers: number;
  hidden_size: number;
  attention_heads: number;
  kv_heads: number;
  head_dimension: number;
  value_dimension: number;
  kv_latent: number;
  query_latent: number;
  rope_dimension: number;
  window: number;
  windowed_share: number;
  window_values: number;
  index_heads: number;
  index_dimension: number;
  index_tokens: number;
  index_layers: number;
  compression: number;
  pooled_layers: number;
  pooling: number;
  linear_layers: number;
  linear_state: number;
  experts: number;
  experts_per_token: number;
  expert_layers: number;
  expert_width: number;
  expert_input: number;
  shared_width: number;
  dense_layers: number;
  dense_width: number;
  matrices: number;
  vocabulary: number;
  tied: number;
  projection_parameters: number;
  other_parameters: number;
  native_precision: number;
  shared_precision: number;
  activation_precision: number;
  context: number;
  same_shape: string;

  attending_layers: number;
  pair_values: number;
  latent_values: number;
  token_values: number;
  windowed_layers: number;
  sparse_layers: number;
  full_layers: number;
  kv_values: number;
  windowed_values: number;
  attention_values: number;
  prefill_values: number;
  index_values: number;
  state_values: number;
  attention_parameters: number;
  expert_parameters: number;
  output_parameters: number;
  input_parameters: number;
  shape_parameters: number;
  counted_parameters: number;
  shared_parameters: number;
  body_parameters: number;
}

export const languageModel: Table<LanguageModel> = table<LanguageModel>(
  "language_model",
  "Architectures of language models, as their published configurations state them.",
  ({text, input, formula}) => ({
    name: text("Name of the model"),
    developer: text("Who trained it"),
    openness: text<LanguageModel["openness"]>("open: published weights; estimate: a closed model's figures, estimated"),
    total_parameters: input("Gparam", "Parameters held in memory, as published"),
    active_parameters: input("Gparam", "Parameters that a token goes through, as published"),
    layers: input("layer", "Layers of any kind"),
    attention_layers: input("layer", "Layers that attend to context; empty where all do"),
    hidden_size: input("1", "Values that pass from layer to layer"),
    attention_heads: input("head", "Query heads of a layer"),
    kv_heads: input("head", "Key-value heads of a layer; 1 where all heads share a latent cache"),
    head_dimension: input("1", "Values of a query and a key of a head"),
    value_dimension: input("1", "Values of a value of a head; empty where as many as of a key"),
    kv_latent: input(
      "1",
      "Values that a layer keeps per token with latent attention; empty for grouped-query attention"
    ),
    query_latent: input("1", "Values that queries are compressed to; empty where they are not"),
    rope_dimension: input("1", "Values of a latent key that carry the position"),
    window: input("token", "Context that a windowed layer sees"),
    windowed_share: input("share", "Share of attention layers that see a window of the context only"),
    window_values: input("1", "Values that a windowed layer keeps per token; empty where as many as others"),
    index_heads: input("head", "Heads of the index that chooses context in sparse attention; empty without one"),
    index_dimension: input("1", "Values of a key of the index"),
    index_tokens: input("token", "Tokens that the index chooses"),
    index_layers: input("layer", "Layers with an index of their own"),
    compression: input("1", "Tokens that a layer with sparse attention keeps as one; empty for 1"),
    pooled_layers: input("layer", "Layers that attend to all of a strongly compressed context"),
    pooling: input("1", "Tokens that these keep as one"),
    linear_layers: input("layer", "Layers with a state instead of a cache"),
    linear_state: input("1", "Values of that state in a layer"),
    experts: input("expert", "Routed experts of a layer; 1 for a dense model"),
    experts_per_token: input("expert", "Routed experts that a token goes through"),
    expert_layers: input("layer", "Layers with experts; 0 for a dense model"),
    expert_width: input("1", "Values within a routed expert"),
    expert_input: input("1", "Values that a routed expert works on"),
    shared_width: input("1", "Values within the experts that all tokens go through"),
    dense_layers: input("layer", "Layers with a feed-forward network without experts"),
    dense_width: input("1", "Values within that network"),
    matrices: input("1", "Matrices of a feed-forward network or expert"),
    vocabulary: input("1", "Tokens of the vocabulary; empty where the configuration is not known"),
    tied: input("1", "1 where input and output share one embedding, else 0"),
    projection_parameters: input(
      "Gparam",
      "Parameters of attention, where its projections are of another kind than the other columns say"
    ),
    other_parameters: input("Gparam", "Parameters beyond those that the columns describe: linear layers, gates"),
    native_precision: input("B/param", "Bytes of a weight as published; of the experts where these differ"),
    shared_precision: input("B/param", "Bytes of a weight outside the experts, where it has a format of its own"),
    activation_precision: input("B/param", "Bytes of a value that 4-bit weights are multiplied with, where stated"),
    context: input("ktok", "Longest context, prompt and output together"),
    same_shape: text("Other models of this shape, by name, each after a semicolon"),

    attending_layers: formula("layer", "Layers that attend to context", (m, _, {known}) =>
      known(m.attention_layers, m.layers)
    ),
    pair_values: formula(
      "1",
      "Values of a key and a value of a head",
      (m, _, {known}) => m.head_dimension + known(m.value_dimension, m.head_dimension)
    ),
    latent_values: formula(
      "1",
      "Values of a pair as attention compares it: with a latent cache, all of it twice",
      (m, _, {known}) => (known(m.kv_latent, 0) > 0 ? 2 * m.kv_latent : m.pair_values)
    ),
    token_values: formula("1", "Values that an attention layer keeps per token", (m, _, {known}) =>
      known(m.kv_latent, m.kv_heads * m.pair_values)
    ),
    windowed_layers: formula(
      "layer",
      "Layers that see a window of the context",
      (m) => m.attending_layers * m.windowed_share
    ),
    sparse_layers: formula("layer", "Layers that read chosen tokens of the context only", (m, _, {known}) =>
      known(m.index_heads, 0) > 0 ? m.attending_layers * (1 - m.windowed_share) - known(m.pooled_layers, 0) : 0
    ),
    full_layers: formula("layer", "Layers that read all of the context", (m, _, {known}) =>
      known(m.index_heads, 0) > 0 ? 0 : m.attending_layers * (1 - m.windowed_share)
    ),
    kv_values: formula(
      "1",
      "Values kept per token of context, without those of windows",
      (m, _, {known}) =>
        m.token_values *
        (m.full_layers + m.sparse_layers / known(m.compression, 1) + known(m.pooled_layers, 0) / known(m.pooling, 1))
    ),
    windowed_values: formula(
      "1",
      "Values that windowed layers keep per token of their window",
      (m, _, {known}) => m.windowed_layers * known(m.window_values, m.token_values)
    ),
    attention_values: formula(
      "1",
      "Products per pair of tokens while writing: queries with keys and weights with values, over all heads and layers",
      (m) => m.attending_layers * m.attention_heads * m.latent_values
    ),
    prefill_values: formula(
      "1",
      "Products per pair of tokens while reading, where latent attention unfolds its heads",
      (m) => m.attending_layers * m.attention_heads * m.pair_values
    ),
    index_values: formula(
      "1",
      "Products per pair of tokens of the index, over its heads and layers",
      (m, _, {known}) => known(m.index_heads, 0) * known(m.index_dimension, 0) * known(m.index_layers, 0)
    ),
    state_values: formula(
      "1",
      "Values of state that a request keeps in linear layers",
      (m, _, {known}) => known(m.linear_layers, 0) * known(m.linear_state, 0)
    ),
    attention_parameters: formula("Gparam", "Parameters of attention and its index", (m, p, {known}) =>
      known(
        m.projection_parameters,
        p.parameter_per_value *
          (m.attending_layers *
            ((known(m.query_latent, 0) > 0
              ? m.query_latent * (m.hidden_size + m.attention_heads * m.head_dimension)
              : m.hidden_size * m.attention_heads * m.head_dimension) +
              m.hidden_size * (known(m.kv_latent, 0) > 0 ? m.kv_latent : m.kv_heads * m.pair_values) +
              (known(m.rope_dimension, 0) > 0
                ? (m.kv_latent - m.rope_dimension) * m.attention_heads * (m.pair_values - m.rope_dimension)
                : 0) +
              m.attention_heads * known(m.value_dimension, m.head_dimension) * m.hidden_size) +
            known(m.index_layers, 0) *
              (known(m.query_latent, 0) * known(m.index_heads, 0) * known(m.index_dimension, 0) +
                m.hidden_size * (known(m.index_dimension, 0) + known(m.index_heads, 0))))
      )
    ),
    expert_parameters: formula(
      "Gparam",
      "Parameters of one routed expert, over all layers: by its shape, or by the published counts",
      (m, p, {known}) =>
        m.experts <= m.experts_per_token
          ? 0
          : known(m.expert_width, 0) > 0
            ? p.parameter_per_value * m.expert_layers * m.expert_width * m.expert_input * m.matrices
            : (m.total_parameters - m.active_parameters) / (m.experts - m.experts_per_token)
    ),
    output_parameters: formula(
      "Gparam",
      "Parameters of the output's embedding, where the vocabulary is known",
      (m, p, {known}) => p.parameter_per_value * m.hidden_size * known(m.vocabulary, 0)
    ),
    input_parameters: formula(
      "Gparam",
      "Parameters of the input's embedding, which is looked up and not multiplied",
      (m, _, {known}) => m.output_parameters * (1 - known(m.tied, 0))
    ),
    shape_parameters: formula(
      "Gparam",
      "Parameters that the configuration adds up to, where it is known",
      (m, p, {known}) =>
        m.output_parameters +
        m.input_parameters +
        m.attention_parameters +
        p.parameter_per_value *
          m.hidden_size *
          (known(m.dense_layers, 0) * known(m.dense_width, 0) * m.matrices +
            (m.experts > 1
              ? m.expert_layers *
                (m.matrices * known(m.shared_width, 0) +
                  m.experts +
                  (known(m.expert_input, 0) < m.hidden_size ? 2 * known(m.expert_input, 0) : 0))
              : 0)) +
        (m.experts > 1 ? m.experts * m.expert_parameters : 0) +
        known(m.other_parameters, 0)
    ),
    counted_parameters: formula(
      "Gparam",
      "Parameters held in memory: of the configuration, or as published where it is not known",
      (m, _, {known}) => (known(m.vocabulary, 0) > 0 ? m.shape_parameters : m.total_parameters)
    ),
    shared_parameters: formula(
      "Gparam",
      "Parameters that every token goes through, with both embeddings: all but the routed experts",
      (m) => m.counted_parameters - m.experts * m.expert_parameters
    ),
    body_parameters: formula(
      "Gparam",
      "Those of them that are multiplied before the output",
      (m) => m.shared_parameters - m.input_parameters - m.output_parameters
    )
  })
);

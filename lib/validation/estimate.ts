import {pow} from "../sheet/power.js";

/** The shape of a language model as the table `language_model` holds it. */
export interface ModelShape extends Record<string, number | string | null> {
  key: string;
  experts: number;
  native_precision: number;
}

/** Columns of a shape that nothing is known of. */
export const unstated = {
  attention_layers: null,
  value_dimension: null,
  query_latent: null,
  kv_latent: null,
  rope_dimension: null,
  window_values: null,
  index_heads: null,
  index_dimension: null,
  index_tokens: null,
  index_layers: null,
  compression: null,
  pooled_layers: null,
  pooling: null,
  linear_layers: null,
  linear_state: null,
  expert_width: null,
  expert_input: null,
  shared_width: null,
  dense_layers: null,
  dense_width: null,
  matrices: null,
  vocabulary: null,
  tied: null,
  projection_parameters: null,
  other_parameters: null,
  shared_precision: null,
  activation_precision: null,
  context: null,
  same_shape: null
} as const;

/**
 * The shape of a model of which only parameter counts (in 10^9) are known: layers and width grow with the cube root of
 * parameters, as between Llama 8B, 70B and 405B; with experts, 128 of which a token passes 8. Undefined without a
 * total.
 */
export function estimateModel(
  key: string,
  total: number | null | undefined,
  active: number | null | undefined
): ModelShape | undefined {
  if (!total) return undefined;
  const passed = active ?? total;
  const sparse = passed < 0.8 * total;
  const scale = pow(Math.max(passed, total / 8) / 8, 0.35);
  const layers = Math.round(32 * scale);
  return {
    ...unstated,
    key,
    name: key,
    developer: "",
    openness: "estimate",
    total_parameters: total,
    active_parameters: passed,
    layers,
    kv_heads: 8,
    head_dimension: 128,
    experts: sparse ? 128 : 1,
    experts_per_token: sparse ? 8 : 1,
    hidden_size: Math.round(4096 * pow(passed / 8, 0.35)),
    attention_heads: Math.round(32 * pow(passed / 8, 0.35)),
    expert_layers: sparse ? layers : 0,
    window: 0,
    windowed_share: 0,
    native_precision: 2
  };
}

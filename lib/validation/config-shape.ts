import {InputError} from "../sheet/index.js";
import {unstated, type ModelShape} from "./estimate.js";
import type {JsonRecord} from "./json-records.js";

/**
 * The shape that a model's configuration states, in the fields of Hugging Face's `config.json`: `text_config` counts
 * before the rest. Throws an `InputError` that names a field which is missing, is no number or is not modelled.
 */
export function shapeOfConfig(key: string, config: JsonRecord): ModelShape {
  const text = config.text_config;
  const fields = new Fields(isRecord(text) ? {...config, ...text} : config);
  fields.refuse(/^(?:mamba|ssm|hybrid_override_pattern)/);
  const layers = fields.needed("num_hidden_layers");
  const kinds = layerKinds(fields, layers);
  return {
    ...unstated,
    key,
    name: key,
    developer: "",
    openness: "open",
    total_parameters: null,
    active_parameters: null,
    layers,
    hidden_size: fields.needed("hidden_size"),
    vocabulary: fields.needed("vocab_size"),
    tied: fields.is("tie_word_embeddings") ? 1 : 0,
    context: fields.needed("max_position_embeddings") / 1000,
    ...kinds,
    ...attention(fields),
    ...index(fields, kinds.attention_layers),
    ...linear(fields, kinds.linear_layers),
    ...feedForward(fields, layers),
    ...precision(fields)
  };
}

/** The fields of a configuration, of which models call some by other names. */
class Fields {
  constructor(private readonly config: JsonRecord) {}

  /** The first of these fields that is given. */
  number(...names: string[]): number | undefined {
    const name = names.find((one) => this.config[one] !== undefined && this.config[one] !== null);
    if (name === undefined) return undefined;
    const value = this.config[name];
    if (typeof value === "number" && value >= 0 && Number.isFinite(value)) return value;
    throw new InputError(`config: ${name}: expected a number of at least 0, got ${JSON.stringify(value)}`);
  }

  needed(...names: string[]): number {
    const value = this.number(...names);
    if (value !== undefined && value > 0) return value;
    throw new InputError(`config: ${names.join(" or ")} is missing: copy it from the model's config.json`);
  }

  is(name: string): boolean {
    return this.config[name] === true;
  }

  isNot(name: string): boolean {
    return this.config[name] === false;
  }

  list(name: string): readonly unknown[] {
    const value = this.config[name];
    return Array.isArray(value) ? (value as readonly unknown[]) : [];
  }

  words(name: string): string {
    const value = this.config[name];
    return typeof value === "string" || isRecord(value) ? JSON.stringify(value).toLowerCase() : "";
  }

  refuse(odd: RegExp): void {
    const name = Object.keys(this.config).find((one) => odd.test(one));
    if (name === undefined) return;
    throw new InputError(
      `config: ${name}: layers of this kind are not read: name a model of the table, or give params`
    );
  }
}

interface LayerKinds {
  attention_layers: number;
  linear_layers: number | null;
  window: number;
  windowed_share: number;
}

/** Layers that attend to all, to a window, or keep a state: as `layer_types` lists them, or by their intervals. */
function layerKinds(fields: Fields, layers: number): LayerKinds {
  const types = fields.list("layer_types").map(String);
  const count = (kind: RegExp): number => types.filter((type) => kind.test(type)).length;
  const interval = fields.number("full_attention_interval");
  const linear = types.length > 0 ? count(/linear/) : interval ? layers - Math.floor(layers / interval) : 0;
  const window = fields.isNot("use_sliding_window")
    ? 0
    : (fields.number("sliding_window", "attention_chunk_size") ?? 0);
  const pattern = fields.number("sliding_window_pattern");
  const windowed =
    types.length > 0 ? count(/sliding|chunked/) : pattern ? layers - Math.floor(layers / pattern) : layers;
  const attending = layers - linear;
  return {
    attention_layers: attending,
    linear_layers: linear || null,
    window: windowed > 0 ? window : 0,
    windowed_share: window > 0 && attending > 0 ? Math.min(1, windowed / attending) : 0
  };
}

function attention(fields: Fields) {
  const heads = fields.needed("num_attention_heads");
  const latent = fields.number("kv_lora_rank");
  if (!latent) {
    const head = fields.number("head_dim") ?? fields.needed("hidden_size") / heads;
    return {
      attention_heads: heads,
      kv_heads: fields.number("num_key_value_heads") ?? heads,
      head_dimension: head
    };
  }
  const rope = fields.needed("qk_rope_head_dim");
  return {
    attention_heads: heads,
    kv_heads: 1,
    head_dimension: fields.needed("qk_nope_head_dim") + rope,
    value_dimension: fields.needed("v_head_dim"),
    kv_latent: latent + rope,
    query_latent: fields.number("q_lora_rank") ?? null,
    rope_dimension: rope
  };
}

function index(fields: Fields, layers: number) {
  if (!fields.number("index_topk")) return {};
  return {
    index_heads: fields.needed("index_n_heads"),
    index_dimension: fields.needed("index_head_dim"),
    index_tokens: fields.needed("index_topk"),
    index_layers: layers
  };
}

/** The state of gated linear attention, and its projections: queries and keys, and values, their gates and outputs. */
function linear(fields: Fields, layers: number | null) {
  if (layers === null) return {};
  const [keys, values] = [fields.needed("linear_num_key_heads"), fields.needed("linear_num_value_heads")];
  const [keySize, valueSize] = [fields.needed("linear_key_head_dim"), fields.needed("linear_value_head_dim")];
  const projected = fields.needed("hidden_size") * (2 * keys * keySize + 3 * values * valueSize);
  return {linear_state: values * keySize * valueSize, other_parameters: (layers * projected) / 1e9};
}

function feedForward(fields: Fields, layers: number) {
  const matrices = /relu2|gelu_new|"relu"/.test(fields.words("hidden_act")) ? 2 : 3;
  const experts = fields.number("n_routed_experts", "num_experts", "num_local_experts") ?? 1;
  const none = {experts: 1, experts_per_token: 1, expert_layers: 0};
  if (experts <= 1) return {...none, matrices, dense_layers: layers, dense_width: fields.needed("intermediate_size")};
  const width = fields.needed("moe_intermediate_size", "intermediate_size");
  const step = Math.max(1, fields.number("interleave_moe_layer_step", "decoder_sparse_step", "moe_layer_freq") ?? 1);
  const first = fields.number("first_k_dense_replace") ?? fields.list("mlp_only_layers").length;
  const expertLayers = Math.floor((layers - first) / step);
  const shared = fields.number("n_shared_experts", "num_shared_experts") ?? 0;
  const dense = layers - expertLayers;
  return {
    experts,
    experts_per_token: fields.needed("num_experts_per_tok", "experts_per_token"),
    expert_layers: expertLayers,
    expert_width: width,
    expert_input: fields.needed("hidden_size"),
    shared_width: fields.number("shared_expert_intermediate_size") ?? shared * width,
    matrices,
    dense_layers: dense,
    dense_width: dense > 0 ? fields.needed("intermediate_size_mlp", "intermediate_size") : 0
  };
}

/** Bytes of a weight: with 4 bits, what the method says of the values that they are multiplied with. */
function precision(fields: Fields) {
  const method = fields.words("quantization_config");
  if (method === "") return {native_precision: 2};
  if (/mxfp4/.test(method)) return {native_precision: 0.53125, shared_precision: 2, activation_precision: 1};
  if (/nvfp4/.test(method)) return {native_precision: 0.5625};
  if (/awq|gptq|"(?:bits|num_bits)":4/.test(method)) return {native_precision: 0.5625, activation_precision: 2};
  return {native_precision: /fp8|float8|"(?:bits|num_bits)":8/.test(method) ? 1 : 2};
}

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

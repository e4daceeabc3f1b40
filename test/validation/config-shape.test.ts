import {describe, expect, it} from "vitest";
import {timeAndMemory, type Branch, type Case} from "../../lib/validation/index.js";
import {assumptions, llama, predictOne} from "./serving.js";

/** What the published configurations of some models of the table say, in the fields of Hugging Face. */
const configs = {
  "llama-3.3-70b": {
    ...{hidden_size: 8192, num_hidden_layers: 80, num_attention_heads: 64, num_key_value_heads: 8},
    ...{intermediate_size: 28672, vocab_size: 128256, max_position_embeddings: 131072, hidden_act: "silu"}
  },
  "deepseek-v3": {
    ...{hidden_size: 7168, num_hidden_layers: 61, num_attention_heads: 128, num_key_value_heads: 128},
    ...{kv_lora_rank: 512, q_lora_rank: 1536, qk_rope_head_dim: 64, qk_nope_head_dim: 128, v_head_dim: 128},
    ...{n_routed_experts: 256, n_shared_experts: 1, num_experts_per_tok: 8, moe_intermediate_size: 2048},
    ...{first_k_dense_replace: 3, moe_layer_freq: 1, intermediate_size: 18432, vocab_size: 129280},
    ...{max_position_embeddings: 163840, quantization_config: {quant_method: "fp8"}}
  },
  "gpt-oss-120b": {
    ...{hidden_size: 2880, num_hidden_layers: 36, num_attention_heads: 64, num_key_value_heads: 8, head_dim: 64},
    ...{num_local_experts: 128, experts_per_token: 4, intermediate_size: 2880, vocab_size: 201088},
    layer_types: Array.from({length: 36}, (_, i) => (i % 2 === 0 ? "sliding_attention" : "full_attention")),
    ...{sliding_window: 128, max_position_embeddings: 131072, quantization_config: {quant_method: "mxfp4"}}
  },
  "qwen3-next-80b-a3b": {
    ...{hidden_size: 2048, num_hidden_layers: 48, num_attention_heads: 16, num_key_value_heads: 2, head_dim: 256},
    ...{full_attention_interval: 4, linear_num_key_heads: 16, linear_num_value_heads: 32, linear_key_head_dim: 128},
    ...{linear_value_head_dim: 128, num_experts: 512, num_experts_per_tok: 10, moe_intermediate_size: 512},
    ...{shared_expert_intermediate_size: 512, vocab_size: 151936, max_position_embeddings: 262144}
  }
};

const served: Case = {...llama, gpu: "B200-SXM-180GB", gpus: 8, tensor_parallel: 8, precision_kv: "FP8"};

describe("a model by its config.json", () => {
  for (const [model, config] of Object.entries(configs))
    it(`${model} is as fast as by its name, within 2 %`, () => {
      const one: Case = {...served, model, precision_weights: null};
      const {model: _, ...unnamed} = one;
      const [named, own] = [predictOne(one), predictOne({...unnamed, config})];
      expect(own.reason).toBe(null);
      expect(own.assumed).toContain("the shape that config states");
      const ratio = own.physics_tokens_per_s_per_gpu! / named.physics_tokens_per_s_per_gpu!;
      expect(Math.abs(ratio - 1)).toBeLessThan(0.02);
    });
  it("says which field is missing, wrong or of a kind that is not read", () => {
    const whole = configs["llama-3.3-70b"];
    const reason = (config: object): string | null => predictOne({...served, config: {...whole, ...config}}).reason;
    expect(reason({vocab_size: undefined})).toBe("config: vocab_size is missing: copy it from the model's config.json");
    expect(reason({hidden_size: "wide"})).toBe('config: hidden_size: expected a number of at least 0, got "wide"');
    expect(reason({mamba_d_state: 128})).toMatch(/^config: mamba_d_state: layers of this kind are not read/);
  });
});

describe("the tree of a case's time and memory", () => {
  const cases = Object.keys(configs).map((model): Case => ({...served, id: model, model, precision_weights: null}));
  const total = ({value, parts}: Branch): boolean =>
    parts.length === 0 ||
    (Math.abs(parts.reduce((sum, part) => sum + part.value, 0) / value - 1) < 1e-9 && parts.every(total));
  it("adds up, to the time per token without what evidence corrects", () => {
    for (const {id} of cases) {
      const [time, memory] = timeAndMemory(cases, id!, assumptions);
      const {tpot_ms, physics_tokens_per_s_per_gpu, output_tokens_per_s_per_gpu} = predictOne(
        cases.find((one) => one.id === id)!
      );
      expect(time.value).toBeCloseTo((tpot_ms! * output_tokens_per_s_per_gpu!) / physics_tokens_per_s_per_gpu!, 6);
      expect([total(time), total(memory)]).toEqual([true, true]);
    }
  });
  it("names the ids that there are", () =>
    expect(() => timeAndMemory(cases, "deepsek-v3", assumptions)).toThrow(/no case "deepsek-v3".*deepseek-v3/));
});

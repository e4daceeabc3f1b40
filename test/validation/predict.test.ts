import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {Case} from "../../lib/validation/index.js";
import {predict, predictorInputs} from "../../lib/validation/index.js";
import {assumptions, llama, predictOne, roofline} from "./serving.js";

const rate = (one: Case, inputs = assumptions) => predictOne(one, inputs).output_tokens_per_s_per_gpu!;
const physics = (one: Case, inputs = assumptions) => predictOne(one, inputs).physics_tokens_per_s_per_gpu!;

it("a page's share of the assumptions gives the same predictions", () => {
  const cases: Case[] = [
    {...llama, stack: "vllm"},
    {model: "gpt-oss-120b", gpu: "B200", gpus: 4, spec_decoding: "eagle", ttft_limit_ms: 500},
    {...llama, source: "InferenceMAX", scenario: "server (QPS 0.1)"}
  ];
  const small = JSON.parse(JSON.stringify(predictorInputs(assumptions))) as typeof assumptions;
  expect(predict(cases, small)).toEqual(predict(cases, assumptions));
});

describe("predictions by hand", () => {
  it("on a roofline, one request of a dense model decodes as fast as weights and cache are read", () => {
    const weights = 70.6e9;
    const cache = 80 * 2 * 8 * 128 * (1000 + 1000 / 2);
    const prefill = 1000 * 2 * 70.6e9 + (1000 * 2 * 80 * 64 * 2 * 128 * 1000) / 2;
    const one = predictOne({...llama, concurrency_or_batch: 1}, roofline);
    expect(one.ttft_ms! - one.tpot_ms!).toBeLessThan((prefill / 989e12) * 1e3 * 1.1);
    expect(one.tpot_ms!).toBeGreaterThan(((weights + cache) / 4.8e12) * 1e3);
    expect(one.tpot_ms!).toBeLessThan(((weights + cache) / 4.8e12) * 1e3 * 1.05);
  });
  it("a model that chooses its context reads a short prompt as one that does not, and a long one faster", () => {
    const node = {...llama, gpus: 8, tensor_parallel: 8, concurrency_or_batch: 1};
    const prompt = (model: string, length: number) =>
      predictOne({...node, model, mean_input_tokens: length}, roofline).ttft_ms!;
    const relative = (length: number) => prompt("deepseek-v3-2", length) / prompt("deepseek-v3", length);
    expect(relative(1000)).toBeCloseTo(1, 1);
    expect(relative(100_000)).toBeLessThan(0.6);
  });
  it("in steady state obeys Little's law: requests in work = rate x time of a request", () => {
    const one = predictOne(llama);
    expect((one.output_tokens_per_s_per_gpu! / 1000) * (one.tpot_ms! * 1000) * 1e-3).toBeCloseTo(64, 6);
  });
  it("offered less than it can do, a server does what is offered", () => {
    const {concurrency_or_batch: _, ...open} = llama;
    expect(rate({...open, scenario: "server (QPS 0.1)"})).toBeCloseTo(100, 0);
  });
});

describe("predictions never exceed the roofline", () => {
  const cases = fc.record({
    model: fc.constantFrom(
      "llama-3.1-8b",
      "llama-3.3-70b",
      "gpt-oss-120b",
      "deepseek-r1",
      "qwen3-235b-a22b",
      "mixtral-8x7b"
    ),
    gpu: fc.constantFrom("H100-SXM-80GB", "B200-SXM-180GB", "MI300X", "MI355X", "GB200 (NVL72, 192GB)", "L40S"),
    gpus: fc.constantFrom(1, 2, 4, 8, 16),
    precision_weights: fc.constantFrom("FP4", "FP8", "BF16"),
    mean_input_tokens: fc.integer({min: 1, max: 20000}),
    mean_output_tokens: fc.integer({min: 1, max: 8000}),
    concurrency_or_batch: fc.option(fc.integer({min: 1, max: 512}), {nil: null})
  });
  it("for any configuration", () =>
    fc.assert(
      fc.property(cases, (one) => {
        if (predictOne(one).reason !== null) return;
        expect(physics(one)).toBeLessThanOrEqual(physics(one, roofline) * (1 + 1e-9));
      }),
      {seed: 2026, numRuns: 60}
    ));
  it("and factors lie in (0, 1]", () => {
    const {columns} = assumptions.accelerator_family!;
    for (const name of ["compute_efficiency", "bandwidth_efficiency", "layer_latency", "link_efficiency"])
      for (const value of columns[name]!.values) {
        expect(Number(value)).toBeGreaterThan(0);
        expect(Number(value)).toBeLessThanOrEqual(1);
      }
  });
});

describe("predictions respond as physics does", () => {
  it("longer contexts, tighter limits and slower accelerators serve less", () => {
    expect(rate({...llama, mean_input_tokens: 3000})).toBeLessThan(rate(llama));
    const {concurrency_or_batch: _, ...open} = llama;
    expect(rate({...open, tpot_limit_ms: 45})).toBeLessThan(rate({...open, tpot_limit_ms: 100}));
    expect(rate({...llama, gpu: "L40S", gpus: 4, tensor_parallel: 4})).toBeLessThan(
      rate({...llama, gpu: "H200", gpus: 4, tensor_parallel: 4})
    );
  });
  it("larger batches serve more in total and each user less", () => {
    const [few, many] = [
      predictOne({...llama, concurrency_or_batch: 8}),
      predictOne({...llama, concurrency_or_batch: 128})
    ];
    expect(many.output_tokens_per_s_per_gpu!).toBeGreaterThan(few.output_tokens_per_s_per_gpu!);
    expect(many.tpot_ms!).toBeGreaterThan(few.tpot_ms!);
  });
  it("newer software serves more", () =>
    expect(rate({...llama, date: "2026-06"})).toBeGreaterThan(rate({...llama, date: "2024-06"})));
});

describe("what can't be predicted says why, and is counted", () => {
  const {cases, summary} = predict(
    [
      {...llama, id: "fine", output_tokens_per_s_per_gpu: 1500},
      {...llama, id: "chip", gpu: "Cerebras WSE-3"},
      {...llama, id: "model", model: "nobody-9b"},
      {...llama, id: "memory", model: "llama-3.1-405b", concurrency_or_batch: null},
      {id: "empty"}
    ],
    assumptions
  );
  it("by name", () => {
    expect(cases.map(({id}) => id)).toEqual(["fine", "chip", "model", "memory", "empty"]);
    expect(cases.map(({reason}) => reason === null)).toEqual([true, false, false, false, false]);
    expect(cases[1]!.reason).toContain('unknown gpu "Cerebras WSE-3"');
    expect(cases[2]!.reason).toContain('unknown model "nobody-9b"');
    expect(cases[3]!.reason).toContain("do not fit into the memory of 1 accelerators");
    expect(cases[4]!.reason).toBe("gpu is missing");
  });
  it("in the summary", () => expect(summary).toMatchObject({n: 5, predicted: 1}));
  const dated = {...llama, date: "2026-06", precision_kv: "FP8", stack: "vLLM"};
  it("a model that is not in the tables is served by its parameter counts, and says so", () =>
    expect(predictOne({...dated, model: "nobody-70b", params_total_b: 70, params_active_b: 70})).toMatchObject({
      reason: null,
      assumed: ["a shape by its parameter counts"]
    }));
  it("limits that can't be kept are said, with the nearest way", () =>
    expect(predictOne({...dated, concurrency_or_batch: null, tpot_limit_ms: 1}).assumed).toEqual([
      "no configuration meets the limits: the closest is used"
    ]));
  it("what a case does not state is said to be assumed", () =>
    expect(
      predictOne({id: "mlperf-x", source: "MLPerf", model: "llama2-70b", gpu: "H100", gpus: 8, scenario: "offline"})
        .assumed
    ).toEqual([
      "mean input tokens 294",
      "mean output tokens 294.45",
      "bytes of a weight 1",
      "date 2026-06",
      "bytes of a KV value 1"
    ]));
  it("what a case states in full is all that is taken", () => expect(predictOne(dated).assumed).toEqual([]));
  it.each<[Case, string]>([
    [{date: "lately"}, '"lately" is not a date: write YYYY-MM; date 2026-06'],
    [{date: "2060-01"}, "software of 2026-06"],
    [{model: "Llama-3.1-70B-Instruct"}, "the shape of llama-3-3-70b"],
    [{model: "gpt-oss-120b", precision_weights: "BF16"}, "weights as published, 0.53 bytes each, not 16 bits"],
    [{gpu: "B200", precision_weights: "W8A16"}, "arithmetic in 8 bits, though W8A16 computes in 16"],
    [{precision_weights: "FP8, BF16 attention"}, "weights in FP8, also those stated in 16 bits"],
    [{model: "Llama-3.3-70B-Instruct-FP8", precision_weights: "FP4"}, "weights in FP4, not in the FP8 of the name"],
    [{gpu: "B300 270GB", gpus: 8, tensor_parallel: 8}, "288 GB of memory, not 270"],
    [{spec_decoding: "mtp"}, "tokens a step 2.2"],
    [{stack: null}, "a tuned serving stack"]
  ])("%j is not followed to the letter, which is said", (stated, assumed) =>
    expect(predictOne({...dated, ...stated}).assumed).toEqual([assumed])
  );
  it("the format of weights in a model's name counts where no other is stated", () => {
    const {precision_weights: _, ...open} = dated;
    expect(predictOne({...open, model: "Llama-3.3-70B-Instruct-FP8"})).toMatchObject({assumed: [], reason: null});
    expect(rate({...open, model: "Llama-3.3-70B-Instruct-FP8"})).toBe(rate(dated));
  });
  it("a KV cache without a format of its own has 16 bits", () =>
    expect(rate({...dated, precision_kv: "auto"})).toBe(rate({...dated, precision_kv: "BF16"})));
});

describe("what no server can be gives the reason instead of a number", () => {
  const open = {...llama, concurrency_or_batch: null};
  it.each<[Case, string]>([
    [{gpus: 0}, "gpus 0 is not a whole number of at least 1"],
    [{gpus: 1.5}, "gpus 1.5 is not a whole number of at least 1"],
    [{gpus: -1}, "gpus -1 is not a whole number of at least 1"],
    [{tensor_parallel: 0}, "tensor_parallel 0 is not a whole number of at least 1"],
    [{gpus: NaN}, "gpus NaN is not a whole number of at least 1"],
    [{mean_input_tokens: Infinity}, "mean_input_tokens Infinity is not a number of at least 1"],
    [{mean_output_tokens: 0}, "mean_output_tokens 0 is not a number of at least 1"],
    [{concurrency_or_batch: 0.5}, "concurrency_or_batch 0.5 is not a number of at least 1"],
    [{tpot_limit_ms: 0}, "tpot_limit_ms 0 is not a number greater than 0"],
    [{output_tokens_per_s_per_gpu: 0}, "output_tokens_per_s_per_gpu 0 is not a number greater than 0"],
    [{scenario: "server (QPS 0)"}, 'scenario "server (QPS 0)": QPS 0 offers no request'],
    [{gpus: 3, tensor_parallel: 3}, "tensor_parallel 3 does not divide the 64 heads of llama-3-3-70b"],
    [
      {model: "glm-4.7", gpus: 6, tensor_parallel: 6},
      "tensor_parallel 6 does not divide the 96 heads of glm-4-7 and its 8"
    ],
    [{gpus: 8, tensor_parallel: 16}, "tensor_parallel 16 is more than the 8 accelerators of gpus"],
    [{gpus: 6, tensor_parallel: 4}, "6 accelerators do not divide into replicas of 4: state as many as serve"],
    [
      {mean_input_tokens: 130_573},
      "131573 tokens of prompt and output are more than the context of llama-3-3-70b, 131072"
    ],
    [{params_total_b: 8, params_active_b: 80}, "params_active_b 80 is more than params_total_b 8"],
    [
      {params_total_b: 7.6},
      "params_total_b 7.6 is not that of llama-3-3-70b, which has 70.6: write the model's whole name"
    ],
    [{model: "deepseek-r1", params_active_b: 3}, "params_active_b 3 is not that of deepseek-v3, which has 37"],
    [{date: "1999-01"}, "date 1999-01 is long before h200 was sold, in 2024-06"],
    [{precision_weights: "FP6"}, 'precision_weights "FP6": "fp6" is not understood; formats: BF16'],
    [{precision_kv: "turbo"}, 'precision_kv "turbo": "turbo" is not understood'],
    [{spec_decoding: "guessing"}, 'spec_decoding: unknown method "guessing"'],
    [
      {model: "deepseek-v3", concurrency_or_batch: 16},
      "673 GB of weights and the KV cache of 16 requests at once do not fit into the memory of 1 accelerators"
    ]
  ])("%j: %s", (stated, reason) => {
    const {cases, summary} = predict([{...open, ...stated}], assumptions);
    expect(cases[0]!.reason).toContain(reason);
    expect(cases[0]!).toMatchObject({
      output_tokens_per_s_per_gpu: null,
      total_tokens_per_s_per_gpu: null,
      tpot_ms: null
    });
    expect(summary.predicted).toBe(0);
  });
  it("up to the model's context, and to heads that are copied, it is a number", () => {
    const longest = {...open, gpus: 8, tensor_parallel: 8, mean_input_tokens: 130_072};
    expect(predictOne(longest).reason).toBeNull();
    expect(predictOne({...longest, gpus: 16, tensor_parallel: 16}).reason).toBeNull();
  });
  it("no prediction holds NaN or infinity, whatever a case says", () => {
    const wild = fc.constantFrom(null, -1, 0, 0.5, 1, 3, 8, 64, 1e-9, 1e9, 1e300, NaN, Infinity);
    const fields = [
      ...["gpus", "tensor_parallel", "mean_input_tokens", "mean_output_tokens", "concurrency_or_batch"],
      ...["ttft_limit_ms", "tpot_limit_ms", "params_total_b", "params_active_b", "output_tokens_per_s_per_gpu"]
    ];
    const cases = fc.record(Object.fromEntries(fields.map((field) => [field, wild])));
    fc.assert(
      fc.property(cases, fc.constantFrom("llama-3.3-70b", "nobody"), (stated, model) => {
        const {serving, factors, ...one} = predictOne({...llama, ...stated, model});
        const all = Object.values({...one, ...serving, ...factors}).filter((value) => typeof value === "number");
        expect(all.filter((value) => !Number.isFinite(value))).toEqual([]);
      }),
      {seed: 2026, numRuns: 100}
    );
  });
});

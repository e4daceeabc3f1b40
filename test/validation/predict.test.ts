import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {Case} from "../../lib/validation/index.js";
import {acceleratorNames, match} from "../../lib/validation/names.js";
import {predict} from "../../lib/validation/index.js";
import {assumptions, llama, predictOne, roofline} from "./serving.js";

const rate = (one: Case, inputs = assumptions) => predictOne(one, inputs).output_tokens_per_s_per_gpu!;

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
        const [ours, bound] = [predictOne(one), predictOne(one, roofline)];
        if (ours.reason !== null) return;
        expect(ours.output_tokens_per_s_per_gpu!).toBeLessThanOrEqual(bound.output_tokens_per_s_per_gpu! * (1 + 1e-9));
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
    expect(rate({...llama, mean_input_tokens: 8000})).toBeLessThan(rate(llama));
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
  it("a model that is not in the tables is served by its parameter counts, and says so", () =>
    expect(predictOne({...llama, model: "nobody-70b", params_total_b: 70, params_active_b: 70})).toMatchObject({
      reason: null,
      assumed: ["a shape by its parameter counts"]
    }));
  it("limits that can't be kept are said, with the nearest way", () =>
    expect(predictOne({...llama, concurrency_or_batch: null, tpot_limit_ms: 1}).assumed).toEqual([
      "limits that no way of serving keeps: the nearest instead"
    ]));
  it("what a case does not state is said to be assumed", () =>
    expect(
      predictOne({id: "mlperf-x", source: "MLPerf", model: "llama2-70b", gpu: "H100", gpus: 8, scenario: "offline"})
        .assumed
    ).toEqual(["mean input tokens 294", "mean output tokens 294.45", "bytes of a weight 1"]));
});

describe("names", () => {
  it.each([
    ["H100-SXM-80GB", "h100"],
    ["H100-PCIe-80GB", "h100-pcie"],
    ["AMD MI300X-NPS1-SPX-192GB-750W", "mi300x"],
    ["GB200 (NVL72, 192GB)", "gb200"],
    ["GH200 Grace Hopper Superchip 144GB", "gh200-144"],
    ["RTX PRO 6000 Blackwell Server Edition", "rtx-pro-6000"],
    ["H200-NVL-141GB", "h200-nvl"],
    ["NVIDIA A100-SXM4-80GB", "a100"]
  ])("%s is %s", (name, key) => expect(match(name, assumptions.accelerator!.keys, acceleratorNames)).toBe(key));
});

describe("the figures that were fitted", () => {
  it("predict held-out groups as well as is said", () => {
    const {keys, columns} = assumptions.held_out!;
    expect(keys).toHaveLength(assumptions.measurement!.keys.length);
    const errors = keys.map((key, row) => {
      const at = assumptions.measurement!.keys.indexOf(key);
      const {output_rate, total_rate} = assumptions.measurement!.columns;
      const measured = Number(output_rate!.values[at] ?? total_rate!.values[at]);
      return Math.abs(Number(columns.rate!.values[row]) / measured - 1);
    });
    const sorted = errors.sort((a, b) => a - b);
    expect(sorted[Math.floor(0.5 * sorted.length)]).toBeLessThan(0.15);
    expect(sorted[Math.floor(0.9 * sorted.length)]).toBeLessThan(0.45);
  });
});

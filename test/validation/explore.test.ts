import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {loadValidation} from "../../data-loaders/run/validation.js";
import {
  bestWays,
  bindingOf,
  blendedCost,
  breakEven,
  tokenCosts,
  explore,
  explorerInputs,
  frontier,
  nearestLimit,
  predict,
  variations,
  type Question,
  type Way
} from "../../lib/validation/index.js";

const {inputs: assumptions} = loadValidation();
const inputs = explorerInputs(assumptions);

const question: Question = {
  language_model: "llama-3-3-70b",
  accelerator: "h200",
  accelerators: 8,
  weights: "fp8",
  input_length: 2000,
  cached_share: 0,
  output_length: 500,
  ttft_limit: 2000,
  tpot_limit: 50
};
const bestOf = (changes: Partial<Question> = {}): Way | undefined => {
  const asked = {...question, ...changes};
  return explore(inputs, asked).best.get(asked.accelerator);
};
const keys = (table: string) => fc.constantFrom(...inputs[table]!.keys);

describe("explore", () => {
  it.each([
    ["llama-3-3-70b", "h200", 8],
    ["deepseek-v3", "b200", 8],
    ["gpt-oss-120b", "mi355x", 1],
    ["deepseek-v3", "gb200", 72]
  ])("serves %s on %s as predict does", (language_model, accelerator, accelerators) => {
    const best = bestOf({language_model, accelerator, accelerators})!;
    const {cases} = predict(
      [
        {
          model: language_model,
          gpu: accelerator,
          gpus: accelerators,
          precision_weights: "fp8",
          mean_input_tokens: 2000,
          mean_output_tokens: 500,
          ttft_limit_ms: 2000,
          tpot_limit_ms: 50
        }
      ],
      assumptions
    );
    const {tpot, replica, tensor, stages, ranks, batch} = best;
    const {output_tokens_per_s_per_gpu: rate, physics_tokens_per_s_per_gpu: physics, tpot_ms} = cases[0]!;
    expect(cases[0]).toMatchObject({serving: {replica, tensor, stages, ranks, batch}});
    expect((tpot_ms! * rate!) / physics!).toBeCloseTo(tpot, 9);
    expect(physics).toBeLessThanOrEqual(best.output_rate);
  });

  it.each<[string, Partial<Question>]>([
    ["a cache of half the bytes", {cache: "fp8"}],
    ["drafts of several tokens a step", {drafts: true}],
    ["software with less time of the host", {stack: "tensorrt-llm"}]
  ])("serves more per GPU with %s", (_, changes) => {
    const asked = {...question, cache: "bf16", stack: "sglang"};
    const rate = (extra: Partial<Question>): number => bestOf({...asked, ...extra})!.output_rate;
    expect(rate(changes)).toBeGreaterThan(rate({}));
  });

  it("answers several questions at once as one by one, and none that is impossible", () => {
    const asked = variations({...question, cached_share: 0.5});
    const together = bestWays(inputs, asked);
    expect([...together.keys()]).toEqual([...asked.keys()]);
    for (const [name, one] of asked) expect(together.get(name)).toEqual(explore(inputs, one).best.get(one.accelerator));
    const long = {...question, input_length: 1e6};
    expect(bestWays(inputs, new Map([["long", long]])).get("long")).toBeUndefined();
  });

  it("is asked for no change that is so already", () => {
    const names = [...variations({...question, cache: "fp8", drafts: true, cached_share: 0}).keys()];
    expect(names).toEqual(expect.arrayContaining(["KV cache in 4 bits", "no speculative decoding"]));
    for (const name of ["KV cache in 8 bits", "weights in 8 bits", "speculative decoding", "no prefix cache"])
      expect(names).not.toContain(name);
  });

  it("without a limit on the first token gives the rate that predict gives", () => {
    const open = {model: "llama-3-3-70b", gpu: "h200", gpus: 8, mean_input_tokens: 2000, mean_output_tokens: 500};
    const {cases} = predict([{...open, precision_weights: "fp8"}], assumptions);
    const best = bestOf({ttft_limit: 1e9, tpot_limit: 1e9})!;
    expect(best.output_rate).toBeCloseTo(cases[0]!.physics_tokens_per_s_per_gpu!, 9);
  });

  it("knows every key of models and accelerators by itself", () =>
    fc.assert(
      fc.property(keys("language_model"), keys("accelerator"), (language_model, accelerator) => {
        const {ways} = explore(inputs, {...question, language_model, accelerator, accelerators: 72});
        expect(ways.filter((way) => !(way.memory_needed <= way.memory_available))).toEqual([]);
      }),
      {numRuns: 20}
    ));

  it("tighter limits never give more throughput", () =>
    fc.assert(
      fc.property(fc.integer({min: 5, max: 200}), fc.integer({min: 50, max: 5000}), (tpot_limit, ttft_limit) => {
        const rate = (changes: Partial<Question>): number => bestOf(changes)?.output_rate ?? 0;
        const loose = rate({tpot_limit, ttft_limit});
        expect(rate({tpot_limit: tpot_limit * 0.7, ttft_limit})).toBeLessThanOrEqual(loose);
        expect(rate({tpot_limit, ttft_limit: ttft_limit * 0.7})).toBeLessThanOrEqual(loose);
      }),
      {numRuns: 10}
    ));

  it("the best is the most productive of the ways within the limits", () => {
    const {ways, best} = explore(inputs, question);
    const most = Math.max(...ways.filter(({feasible}) => feasible === 1).map(({output_rate}) => output_rate));
    expect(best.get("h200")!.output_rate).toBe(most);
  });

  it("has no best where nothing keeps the limits or fits", () => {
    expect(bestOf({tpot_limit: 0.1})).toBeUndefined();
    expect(explore(inputs, {...question, accelerators: 1, accelerator: "l40s"}).ways).toEqual([]);
  });

  it("an unknown key names those that are there", () =>
    expect(() => bestOf({language_model: "llama-9"})).toThrow(/unknown model "llama-9"/));
});

describe("frontier", () => {
  it("keeps the ways that no other beats in both speeds", () => {
    const {ways} = explore(inputs, question);
    const line = frontier(ways);
    for (const kept of line)
      expect(ways.filter((way) => way.user_rate > kept.user_rate && way.output_rate > kept.output_rate)).toEqual([]);
    expect(line.map(({output_rate}) => output_rate)).toEqual(
      line.map(({output_rate}) => output_rate).sort((a, b) => a - b)
    );
  });
});

describe("costs of a way", () => {
  const way = bestOf({cached_share: 0.5})!;
  const price = 3;
  it("add up to the rent of the GPU time", () => {
    const {input, cached, output} = tokenCosts(way, price);
    const {uncached_length, cached_length, output_length, output_rate} = way;
    const request = (uncached_length * input + cached_length * cached + output_length * output) / 1e6;
    expect(request).toBeCloseTo((output_length / output_rate / 3600) * price, 12);
    expect(blendedCost(way, price)).toBeCloseTo(
      (request / (uncached_length + cached_length + output_length)) * 1e6,
      12
    );
  });
  it("sold at cost, a GPU-hour breaks even at its price", () =>
    expect(breakEven(way, tokenCosts(way, price))).toBeCloseTo(price, 12));
  it("a kind of token that requests do not have costs nothing that is known", () =>
    expect(tokenCosts(bestOf()!, price).cached).toBeNaN());
});

describe("requests longer than a model's context", () => {
  it("are served in no way, which is said", () => {
    const long = {...question, language_model: "llama-2-70b", input_length: 4000, output_length: 97};
    expect(explore(inputs, long)).toMatchObject({
      ways: [],
      best: new Map([["h200", undefined]]),
      impossible: "4097 tokens of prompt and output are more than the context of llama-2-70b, 4096"
    });
    expect(explore(inputs, {...long, output_length: 96}).impossible).toBeUndefined();
  });
});

describe("what binds a way of serving", () => {
  const way = {ttft: 500, tpot: 20, memory_needed: 90, memory_available: 100} as Way;
  it.each([
    [2000, 100, {limit: "memory", used: 0.9}],
    [510, 100, {limit: "time to first token", used: 500 / 510}],
    [2000, 20, {limit: "time per token", used: 1.5}]
  ])("within %s ms to the first token and %s ms a token is the limit that is used most", (ttft, tpot, nearest) =>
    expect(nearestLimit(way, {ttft_limit: ttft, tpot_limit: tpot}, 1.5)).toEqual(nearest)
  );
  it("is what takes most of the time", () => {
    const parts = {compute_part: 0.2, bandwidth_part: 0.5, interconnect_part: 0.2, latency_part: 0.1};
    expect(bindingOf({...way, ...parts})).toBe("bandwidth");
  });
});

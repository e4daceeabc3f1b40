import {describe, expect, it} from "vitest";
import {predict, readCases} from "../../lib/validation/index.js";
import {assumptions} from "./serving.js";

const read = (...records: object[]) => readCases(JSON.stringify(records));
const own = {model: "llama-3.1-8b", gpu: "H100"};

describe("readCases(text)", () => {
  it("reads an array, one object, and one object a line, with or without a byte order mark", () => {
    const record = JSON.stringify(own);
    expect(readCases(`[${record}]`)).toEqual({cases: [own], notes: []});
    expect(readCases(record).cases).toEqual([own]);
    expect(readCases(`{\n  "model": "llama-3.1-8b",\n  "gpu": "H100"\n}`).cases).toEqual([own]);
    expect(readCases(`${record}\n\n${record}\r\n`).cases).toEqual([own, own]);
    expect(readCases(`\uFEFF[${record}]`).cases).toEqual([own]);
  });
  it.each([",", ";", "\t"])("reads CSV divided by “%s”, without its empty cells", (mark) => {
    const lines = [
      ["model", "gpu", "gpus", "disaggregated", "note"],
      ["llama-3.1-8b", "H100", "8", "", ""],
      ["gpt-oss-120b", "B200", "", "true", ""]
    ];
    expect(readCases(`\uFEFF${lines.map((cells) => cells.join(mark)).join("\r\n")}\r\n`).cases).toEqual([
      {...own, gpus: 8},
      {model: "gpt-oss-120b", gpu: "B200", disaggregated: true}
    ]);
  });
  it("reads a number that is written as a text", () => {
    expect(read({...own, gpus: "8", tpot_limit_ms: "12,5"}).cases[0]).toEqual({...own, gpus: 8, tpot_limit_ms: 12.5});
  });
  it.each([
    [
      '[{"model": "x", "mean_input_token": 1}]',
      'case 1: unknown field "mean_input_token"\n  did you mean mean_input_tokens?'
    ],
    ['[{"model": "x"}, {"gpuss": 8}]', 'case 2: unknown field "gpuss"\n  did you mean gpus?'],
    ['[{"gpus": "many"}]', 'case 1: gpus: "many" is not a number: write a number'],
    ['[{"gpus": "1,000"}]', 'case 1: gpus: "1,000" may mean 1.000 or 1000: write a number'],
    ['[{"gpus": true}]', "case 1: gpus: expected a number, got true: leave the field out if it is unknown"],
    ['[{"model": 8}]', "case 1: model: expected a text, got 8"],
    ["[8]", "case 1: 8 is not an object"],
    ['[{\n  "id": "Infinity", "gpus": NaN}]', "line 2, column 29: NaN is not a number in JSON: leave the field out"],
    ['{"gpus": 1}\n{"gpus": -Infinity}', "line 2, column 10: -Infinity is not a number in JSON"],
    ['{"gpus": 1}\n{"gpus" 1}', "not JSON: line 2: "],
    ["[model", "not JSON: "],
    ["model,gpu", "no cases: write a line of fields"],
    ["", "no cases: write a line of fields"],
    ["model,gpu\nllama-3.1-8b,H100,8", "not CSV: "],
    ["model,gpuss\nllama-3.1-8b,H100", 'case 1: unknown field "gpuss"\n  did you mean gpus?']
  ])("%s: %s", (text, message) => expect(() => readCases(text)).toThrow(message));
});

describe("records of other programs", () => {
  const inferencex = {
    ...{hw: "b200", framework: "sglang", precision: "fp4", model: "deepseek-ai/DeepSeek-R1-0528", tp: 4, ep: 1},
    ...{conc: 64, isl: 8192, osl: 1024, tput_per_gpu: 3000, output_tput_per_gpu: 333, mean_ttft: 1.5, mean_tpot: 0.02}
  };
  it("of InferenceX are read by their names, in their units", () =>
    expect(read(inferencex)).toEqual({
      cases: [
        {
          model: "deepseek-ai/DeepSeek-R1-0528",
          gpu: "b200",
          gpus: 4,
          tensor_parallel: 4,
          precision_weights: "fp4",
          mean_input_tokens: 8192,
          mean_output_tokens: 1024,
          concurrency_or_batch: 64,
          measured_mean_ttft_ms: 1500,
          measured_mean_tpot_ms: 20,
          output_tokens_per_s_per_gpu: 333,
          total_tokens_per_s_per_gpu: 3000,
          stack: "sglang",
          expert_parallel: 1
        }
      ],
      notes: [
        "read as InferenceX: precision_weights from precision, gpu from hw, gpus from tp, tensor_parallel from tp, " +
          "mean_input_tokens from isl, mean_output_tokens from osl, concurrency_or_batch from conc, " +
          "measured_mean_ttft_ms from mean_ttft, measured_mean_tpot_ms from mean_tpot, output_tokens_per_s_per_gpu " +
          "from output_tput_per_gpu, total_tokens_per_s_per_gpu from tput_per_gpu, " +
          "stack from framework, expert_parallel from ep; isl and osl are nominal lengths; " +
          "its requests have 80 to 100 % of them"
      ]
    }));
  it("of InferenceX's database are, too", () =>
    expect(
      read({
        ...{id: 1, hardware: "h200", model: "dsr1", precision: "fp8", decode_tp: 8, conc: 16, isl: 1024, osl: 1024},
        ...{disagg: false, spec_method: "none", metrics: {tput_per_gpu: 100}}
      }).cases[0]
    ).toEqual({
      id: "1",
      model: "deepseek-r1",
      gpu: "h200",
      gpus: 8,
      tensor_parallel: 8,
      precision_weights: "fp8",
      mean_input_tokens: 1024,
      mean_output_tokens: 1024,
      concurrency_or_batch: 16,
      spec_decoding: "none",
      disaggregated: false,
      total_tokens_per_s_per_gpu: 100
    }));
  const vllm = {
    ...{date: "20260203-101112", backend: "vllm", model_id: "meta-llama/Llama-3.1-8B-Instruct", num_prompts: 100},
    ...{request_rate: "inf", max_concurrency: 16, duration: 60, completed: 100, total_input_tokens: 102400},
    ...{total_output_tokens: 12800, output_throughput: 2000, total_token_throughput: 18000, mean_ttft_ms: 80},
    ...{mean_tpot_ms: 7, ttfts: [0.08], gpu: "H100-SXM-80GB", tensor_parallel_size: "2"}
  };
  it("of vllm bench serve give means of a request and rates of an accelerator", () =>
    expect(read(vllm).cases[0]).toEqual({
      date: "2026-02-03",
      model: "meta-llama/Llama-3.1-8B-Instruct",
      gpu: "H100-SXM-80GB",
      gpus: 2,
      tensor_parallel: 2,
      mean_input_tokens: 1024,
      mean_output_tokens: 128,
      concurrency_or_batch: 16,
      output_tokens_per_s_per_gpu: 1000,
      total_tokens_per_s_per_gpu: 9000,
      measured_mean_ttft_ms: 80,
      measured_mean_tpot_ms: 7
    }));
  it("without a limit on requests at once say how these are offered", () => {
    const {max_concurrency: _, ...open} = vllm;
    expect(read({...open, request_rate: 4}).cases[0]).toMatchObject({scenario: "server (QPS 4)"});
    expect(read(open).cases[0]).toMatchObject({concurrency_or_batch: 50});
    expect(read(open).notes[0]).toContain("concurrency_or_batch from half of num_prompts, all offered at once");
  });
  it("without a number of accelerators have no rates of one, which is said", () => {
    const {tensor_parallel_size: _, ...alone} = {...vllm, gpu: ""};
    expect(read(alone).cases[0]).not.toHaveProperty("output_tokens_per_s_per_gpu");
    expect(read(alone).notes[0]).toContain(
      'gpu is missing: add "gpu": "H100" and "gpus": 8 to the record; rates of the system are not used, ' +
        "as gpus is missing"
    );
  });
  it("of SGLang's bench_serving are read by line, with the server's own account", () => {
    const rest = Object.fromEntries(Object.entries(vllm).filter(([name]) => !/model_id|tensor/.test(name)));
    const server = {server_info: {model_path: "Qwen/Qwen3-30B-A3B", tp_size: 2, kv_cache_dtype: "auto"}};
    const line = JSON.stringify({...rest, ...server, backend: "sglang", mean_e2e_latency_ms: 900});
    expect(readCases(`${line}\n${line}\n`).cases[1]).toMatchObject({
      model: "Qwen/Qwen3-30B-A3B",
      tensor_parallel: 2,
      precision_kv: "auto",
      output_tokens_per_s_per_gpu: 1000
    });
  });
  it.each([
    ["GenAI-Perf", {input_config: {model: ["gpt-oss-120b"], perf_analyzer: {stimulus: {concurrency: 8}}}}],
    [
      "AIPerf",
      {schema_version: "1.0", input_config: {endpoint: {model_names: ["gpt-oss-120b"]}, loadgen: {concurrency: 8}}}
    ]
  ])("of %s are read by their means", (name, config) => {
    const {cases, notes} = read({
      ...config,
      gpu: "B200",
      gpus: 2,
      output_token_throughput: {unit: "tokens/sec", avg: 900},
      time_to_first_token: {unit: "ms", avg: 60},
      inter_token_latency: {unit: "ms", avg: 5},
      input_sequence_length: {avg: 550},
      output_sequence_length: {avg: 256}
    });
    expect(notes[0]).toContain(`read as ${name}: `);
    expect(cases[0]).toEqual({
      model: "gpt-oss-120b",
      gpu: "B200",
      gpus: 2,
      mean_input_tokens: 550,
      mean_output_tokens: 256,
      concurrency_or_batch: 8,
      output_tokens_per_s_per_gpu: 450,
      measured_mean_ttft_ms: 60,
      measured_mean_tpot_ms: 5
    });
  });
  it("are predicted as the same case in the project's words", () => {
    const words = {
      ...{
        model: "deepseek-ai/DeepSeek-R1-0528",
        gpu: "b200",
        gpus: 4,
        tensor_parallel: 4,
        precision_weights: "fp4",
        stack: "sglang"
      },
      ...{concurrency_or_batch: 64, mean_input_tokens: 8192, mean_output_tokens: 1024, stack: "sglang"}
    };
    const rates = predict(read(inferencex, words).cases, assumptions).cases.map(
      (one) => one.output_tokens_per_s_per_gpu
    );
    expect(rates[0]).toBe(rates[1]);
  });
});

import type {CaseField} from "./case.js";

/** Records as another program writes them: how they are known, and which of their fields a case takes. */
export interface CaseFormat {
  name: string;
  /** Fields that all of its records have, each by one of its names. */
  known: readonly (readonly string[])[];
  /** What a field of a case is read from: the first of these paths that a record has. */
  fields: {readonly [F in CaseField]?: readonly Source[]};
  /** What its fields mean beyond their names. */
  note?: string;
}

/** A path such as `metrics.mean_ttft`, and how its value becomes that of the case. */
export interface Source {
  path: string;
  /** What it is multiplied by. */
  times?: number;
  /** A field that it is divided by, such as the number of requests. */
  per?: string;
  /** True where it is of all accelerators together. */
  ofSystem?: true;
  /** The words of the case for the format's own. */
  words?: Readonly<Record<string, string>>;
}

const at = (...paths: string[]): Source[] => paths.map((path) => ({path}));
const seconds = (...paths: string[]): Source[] => paths.map((path) => ({path, times: 1000}));
const system = (...paths: string[]): Source[] => paths.map((path) => ({path, ofSystem: true}));

/** What `vllm bench serve` and `sglang.bench_serving` have in common. */
const benchServing: CaseFormat["fields"] = {
  gpus: at("num_gpus"),
  tensor_parallel: at("tensor_parallel_size", "tp_size", "tp", "server_info.tp_size"),
  concurrency_or_batch: at("max_concurrency"),
  mean_input_tokens: [{path: "total_input_tokens", per: "completed"}, ...at("random_input_len", "input_len")],
  mean_output_tokens: [{path: "total_output_tokens", per: "completed"}, ...at("random_output_len", "output_len")],
  output_tokens_per_s_per_gpu: system("output_throughput"),
  total_tokens_per_s_per_gpu: system("total_token_throughput", "total_throughput"),
  measured_mean_ttft_ms: at("mean_ttft_ms"),
  measured_mean_tpot_ms: at("mean_tpot_ms")
};

/** What NVIDIA's GenAI-Perf and its successor AIPerf export. */
const genAiPerf: CaseFormat["fields"] = {
  model: at(
    "input_config.model.0",
    "input_config.model_names.0",
    "input_config.endpoint.model_names.0",
    "input_config.models.items.0.name",
    "input_config.model",
    "model"
  ),
  concurrency_or_batch: at(
    "input_config.concurrency",
    "input_config.perf_analyzer.stimulus.concurrency",
    "input_config.loadgen.concurrency"
  ),
  mean_input_tokens: at("input_sequence_length.avg"),
  mean_output_tokens: at("output_sequence_length.avg"),
  output_tokens_per_s_per_gpu: system("output_token_throughput.avg"),
  total_tokens_per_s_per_gpu: system("total_token_throughput.avg"),
  measured_mean_ttft_ms: at("time_to_first_token.avg"),
  measured_mean_tpot_ms: at("inter_token_latency.avg")
};

/** The formats that are read beside the project's own, and the one table of their fields. */
export const caseFormats: readonly CaseFormat[] = [
  {
    name: "InferenceX",
    known: [["hw", "hardware"], ["conc"], ["isl"], ["osl"]],
    fields: {
      model: [
        {
          path: "model",
          words: {
            dsr1: "deepseek-r1",
            llama70b: "llama-3.3-70b",
            "qwen3.5": "qwen3.5-397b-a17b",
            gptoss: "gpt-oss-120b"
          }
        }
      ],
      gpu: at("hw", "hardware"),
      gpus: at("num_gpus", "tp", "decode_tp"),
      tensor_parallel: at("tp", "decode_tp"),
      precision_weights: at("precision"),
      concurrency_or_batch: at("conc"),
      mean_input_tokens: at("isl"),
      mean_output_tokens: at("osl"),
      spec_decoding: at("spec_decoding", "spec_method", "mtp"),
      disaggregated: at("disagg"),
      stack: at("framework"),
      expert_parallel: at("ep", "decode_ep"),
      dp_attention: at("dp_attention", "decode_dp_attention"),
      total_tokens_per_s_per_gpu: at("tput_per_gpu", "metrics.tput_per_gpu"),
      output_tokens_per_s_per_gpu: at("output_tput_per_gpu", "metrics.output_tput_per_gpu"),
      measured_mean_ttft_ms: seconds("mean_ttft", "metrics.mean_ttft"),
      measured_mean_tpot_ms: seconds("mean_tpot", "metrics.mean_tpot"),
      measured_avg_power_w_per_gpu: at("avg_power_w", "metrics.avg_power_w"),
      url: at("run_url")
    },
    note: "isl and osl are nominal lengths; its requests have 80 to 100 % of them"
  },
  {
    name: "SGLang bench_serving",
    known: [["backend"], ["completed"], ["mean_e2e_latency_ms", "total_output_tokens_retokenized"]],
    fields: {
      ...benchServing,
      model: at("model", "model_id", "model_path", "server_info.model_path"),
      precision_weights: at("server_info.quantization"),
      precision_kv: at("server_info.kv_cache_dtype")
    }
  },
  {
    name: "vllm bench serve",
    known: [["model_id"], ["completed"], ["output_throughput"]],
    fields: {...benchServing, model: at("model_id")}
  },
  {name: "AIPerf", known: [["output_token_throughput"], ["schema_version", "aiperf_version"]], fields: genAiPerf},
  {name: "GenAI-Perf", known: [["output_token_throughput"], ["output_sequence_length"]], fields: genAiPerf}
];

/** Fields of the project's own records that say where a figure is from, and of which no prediction is made. */
export const recordFields = [
  "tier",
  "recommended",
  "log_valid",
  "derived_mean_concurrency",
  "output_tokens_per_s_total",
  "total_tokens_per_s_total",
  "interactivity_tok_s_user_median",
  "joules_per_output_token",
  "measured_system_power_w",
  "measured_e2e_latency_s",
  "mean_kv_length_tokens"
] as const;

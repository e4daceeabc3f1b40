import {languageModel, type LanguageModel} from "../model/language-model.js";
import {table} from "../model/parameter.js";
import {servedColumns, servingOptions, type Served, type ServingOption} from "../model/serving/index.js";
import {accelerator, type Accelerator} from "../model/silicon.js";
import type {Table} from "../sheet/index.js";
import {kernel, type Kernel} from "./kernel.js";
import {servingStack, type ServingStack} from "./serving-stack.js";

/** A published measurement of a served model, and what the model of serving says of the same configuration. */
export interface Measurement extends Served {
  language_model: LanguageModel;
  accelerator: Accelerator;
  publisher: string;
  scenario: string;
  phase: "whole" | "prefill" | "decode";
  url: string;
  published: number;
  serving_stack: ServingStack;
  kernel: Kernel;
  accelerators: number;
  tensor: number;
  stated_ranks: number;
  expert_split: number;
  concurrency: number;
  requests: number;
  offered_interval: number;
  tail: number;
  client_share: number;
  output_rate: number;
  total_rate: number;
  measured_ttft: number;
  measured_tpot: number;
  measured_power: number;

  software_maturity: number;

  best: ServingOption;
  feasible: number;
  fits: number;
  replica: number;
  tensor_split: number;
  rank_split: number;
  stage_split: number;
  batch: number;
  disaggregated: number;
  capacity: number;
  decode_capacity: number;
  prefill_capacity: number;
  tpot: number;
  ttft: number;
  power: number;
  device_power: number;
  peak_part: number;
  compute_part: number;
  bandwidth_part: number;
  interconnect_part: number;
  latency_part: number;
  places: number;
  steady_part: number;
  keeps_pace: number;
  rounds: number;
  last_round: number;
  round_share: number;
  latency: number;
  pass_time: number;
  decode_step: number;
  first_token_time: number;
  first_token_steps: number;
  first_token_passes: number;
  first_wave: number;
  paced_passes: number;
  paced_steps: number;
  first_token_limit_share: number;
  mean_ttft: number;
  unlimited_rate: number;
  predicted_rate: number;
  measured_rate: number;
  error: number;
  held_out_rate: number;
  held_out_error: number;
}

/** Predictions of a measurement by values that were fitted without it and all that belongs to it. */
export interface HeldOut {
  measurement: Measurement;
  fold: number;
  rate: number;
  power: number;
  ttft: number;
  tpot: number;
  corrected_rate: number;
  low: number;
  high: number;
  source_rate: number;
  corrected_source_rate: number;
  source_low: number;
  source_high: number;
  publisher_rate: number;
  year_rate: number;
}

export const measurement: Table<Measurement> = table<Measurement>(
  "measurement",
  "Published measurements of served models, what the model of serving predicts for them, and the error.",
  ({ref, text, date, input, lookup, lookups, formula, rollup}) => ({
    language_model: ref(() => languageModel, "Model that was served"),
    accelerator: ref(() => accelerator, "Accelerator that it ran on"),
    publisher: text("Who published the figure"),
    scenario: text("How it was measured, in the publisher's words"),
    phase: text<Measurement["phase"]>("whole: requests from prompt to end; prefill, decode: one phase of them"),
    url: text("Where the figure stands"),
    published: date("Date of the figure"),
    serving_stack: ref(() => servingStack, "Software that served it"),
    kernel: ref(() => kernel, "Kernel for experts that it had"),
    accelerators: input("GPU", "Accelerators of the system"),
    tensor: input("GPU", "Accelerators that split a matrix, where given"),
    stated_ranks: input("GPU", "Accelerators that split the requests, and hold whole experts, where given"),
    expert_split: input("1", "Parts that hold whole experts, where matrices are split but experts are not"),
    weight_precision: input("B/param", "Bytes of a weight, of the experts where these differ"),
    activation_precision: input("B/param", "Bytes of a value that 4-bit weights are multiplied with, where stated"),
    kv_precision: input("B/token", "Bytes of a value of the KV cache"),
    uncached_length: input("token", "Input tokens of a request, computed"),
    cached_length: input("token", "Input tokens of a request that were computed before"),
    output_length: input("token", "Output tokens of a request"),
    tokens_per_step: input("token", "Tokens that a decode step gives a request"),
    concurrency: input("1", "Requests in work at once, where given; of one accelerator where decode ran alone"),
    requests: input("1", "Requests of the whole test, where given: all offered at once, or one after the other"),
    offered_interval: input("s", "Time between requests, where given"),
    tail: input("1", "Latencies that a test at a given rate ends with: more than 1 where outputs differ in length"),
    client_share: input("share", "Share of the steady rate that the client measures, with ramps counted in"),
    ttft_limit: input("ms", "Limit on the time to the first token, where given"),
    tpot_limit: input("ms/token", "Limit on the time per output token, where given"),
    output_rate: input("token/GPU-s", "Measured output tokens per accelerator"),
    total_rate: input("token/GPU-s", "Measured input and output tokens per accelerator; input alone for prefill"),
    measured_ttft: input("ms", "Measured mean time to the first token"),
    measured_tpot: input("ms/token", "Measured mean time per output token"),
    measured_power: input("W/GPU", "Measured mean power of an accelerator"),
    maturity: formula("1", "Maturity of the software, relative to the newest", (m, p, {exp, min}) =>
      exp(m.software_maturity * min(0, m.published - p.software_reference))
    ),
    software_maturity: lookup("accelerator", "software_maturity"),
    host_time: lookup("serving_stack", "host_time"),
    booked_output: lookup("serving_stack", "booked_output"),
    kernel_share: lookup("kernel", "share"),
    arrival_interval: formula(
      "GPU-s",
      "Time between requests for one accelerator; 0 where all come at once",
      (m, _, f) => f.known(m.offered_interval, 0) * m.accelerators
    ),
    ...servedColumns({lookups, lookup, formula}),

    best: rollup(() => measuredOption, "preference", "argmax", {
      doc: "Way of serving with the highest rate within limits"
    }),
    feasible: rollup(() => measuredOption, "feasible", "max", {
      doc: "1 where a way of serving fits and keeps the limits"
    }),
    fits: rollup(() => measuredOption, "fits", "max", {doc: "1 where a way of serving fits into memory"}),
    replica: lookup("best", "replica"),
    tensor_split: lookup("best", "tensor"),
    rank_split: lookup("best", "ranks"),
    stage_split: lookup("best", "stages"),
    ...lookups("best", "batch", "disaggregated"),
    capacity: lookup("best", "output_rate"),
    decode_capacity: lookup("best", "decode_rate"),
    prefill_capacity: lookup("best", "prefill_rate"),
    ...lookups(
      "best",
      "tpot",
      "ttft",
      "power",
      "device_power",
      "peak_part",
      "compute_part",
      "bandwidth_part",
      "interconnect_part"
    ),
    ...lookups("best", "latency_part"),
    places: formula("1", "Requests in work at once on the whole system", (m) => (m.batch * m.accelerators) / m.replica),
    ...lookups("best", "steady_part", "keeps_pace"),
    rounds: formula("1", "Times that all places are filled, if all requests are there at once", (m, _, {known}) =>
      known(m.requests, 0) > 0 ? m.requests / m.places : 1
    ),
    last_round: formula(
      "1",
      "Share of its places that the last round fills: what is left over, or all where requests end one by one",
      (m, _, {floor, min, known}) =>
        known(m.tail, 1) > 1
          ? min(1, m.rounds)
          : m.rounds - floor(m.rounds + 1e-9) > 1e-6
            ? m.rounds - floor(m.rounds + 1e-9)
            : 0
    ),
    round_share: formula(
      "share",
      "Share of the steady rate that is left, since the last round takes its fixed time for fewer requests, or for " +
        "as long as the longest of them",
      (m, _, {known}) =>
        m.last_round > 0 && known(m.requests, 0) > 0
          ? m.rounds / (m.rounds - m.last_round + m.steady_part * known(m.tail, 1) + (1 - m.steady_part) * m.last_round)
          : 1
    ),
    ...lookups("best", "pass_time", "decode_step"),
    ...lookups("serving_stack", "first_token_time", "first_token_steps", "first_token_passes", "first_wave"),
    ...lookups("serving_stack", "paced_passes", "paced_steps", "first_token_limit_share"),
    mean_ttft: formula(
      "ms",
      "Mean time to the first token under the load of the test: passes over the input, steps and others' input that " +
        "it waits for, the server; a share of the limit where there is one; on an idle replica where no load is stated",
      (m, _, {known, max}) =>
        m.arrival_interval > 0
          ? m.paced_passes * m.pass_time + m.paced_steps * m.decode_step
          : known(m.ttft_limit, 0) > 0
            ? max(m.ttft, m.first_token_limit_share * m.ttft_limit)
            : known(m.concurrency, 0) > 0
              ? m.first_token_time +
                (m.first_token_passes + (known(m.client_share, 1) < 1 ? m.first_wave * m.batch : 0)) * m.pass_time +
                m.first_token_steps * m.decode_step
              : m.ttft
    ),
    latency: formula("s", "Time of a request from start to end", (m) => m.ttft + m.output_length * m.tpot),
    unlimited_rate: formula(
      "token/GPU-s",
      "Predicted tokens per accelerator with work always at hand: output, or input where prefill ran alone",
      (m) => (m.phase === "prefill" ? m.prefill_capacity : m.phase === "decode" ? m.decode_capacity : m.capacity)
    ),
    predicted_rate: formula(
      "token/GPU-s",
      "Predicted tokens per accelerator as the test counts: places idle where a limit holds, ends of the test, the " +
        "rate at which requests come",
      (m, p, {known, max, queue_utilisation}) =>
        known(m.client_share, 1) *
        (m.arrival_interval > 0 && m.keeps_pace === 1
          ? m.output_length /
            (m.arrival_interval +
              (known(m.requests, 0) > 0 ? (m.latency * known(m.tail, 1) * m.accelerators) / m.requests : 0))
          : m.unlimited_rate *
            m.round_share *
            (known(m.ttft_limit, 0) > 0 ? queue_utilisation(max(1, m.places), p.waiting_share) : 1))
    ),
    measured_rate: formula("token/GPU-s", "Measured rate that the prediction is held against", (m, _, {known}) =>
      known(m.output_rate, m.total_rate)
    ),
    error: formula("1", "Predicted over measured rate, less 1", (m) => m.predicted_rate / m.measured_rate - 1),
    held_out_rate: rollup(() => heldOut, "rate", "sum", {doc: "Predicted by factors fitted without the group"}),
    held_out_error: formula(
      "1",
      "Rate predicted without the group over measured rate, less 1",
      (m) => m.held_out_rate / m.measured_rate - 1
    )
  })
);

export const measuredOption: Table<ServingOption> = servingOptions(() => measurement);

export const heldOut: Table<HeldOut> = table<HeldOut>(
  "held_out",
  "Predictions of measurements by values that were fitted without them and all that belongs to them.",
  ({ref, input}) => ({
    measurement: ref(() => measurement, "What is predicted"),
    fold: input("1", "Part of the pairs of model and accelerator that was left out together"),
    rate: input("token/GPU-s", "Predicted without its model on its accelerator, by the physics alone"),
    power: input("W/GPU", "Power of an accelerator predicted without its model on it, where it was measured"),
    ttft: input("ms", "Mean time to the first token, likewise"),
    tpot: input("ms/token", "Mean time per output token, likewise"),
    corrected_rate: input("token/GPU-s", "The same, corrected by what other measurements teach"),
    low: input("token/GPU-s", "5th percentile of what is then expected to be measured"),
    high: input("token/GPU-s", "95th percentile of it"),
    source_rate: input("token/GPU-s", "Predicted without its source, by the physics alone"),
    corrected_source_rate: input("token/GPU-s", "The same, corrected by what other measurements teach"),
    source_low: input("token/GPU-s", "5th percentile of what is then expected to be measured"),
    source_high: input("token/GPU-s", "95th percentile of it"),
    publisher_rate: input("token/GPU-s", "Predicted without all of its publisher, by the physics alone"),
    year_rate: input("token/GPU-s", "Predicted by what was published before its year, by the physics alone")
  })
);

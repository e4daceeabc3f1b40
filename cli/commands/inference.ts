import type {Command} from "commander";
import type {Action, Define} from "./define.js";

/** Commands on the inference model. */
export const inferenceCommands: readonly Define[] = [definePredict, defineServe, defineCalibrate];

function definePredict(program: Command, action: Action): void {
  program
    .command("predict")
    .description("predict the serving speed of published configurations and compare it with measurements")
    .requiredOption(
      "--cases <file>",
      "JSON or CSV: cases with model, gpu, gpus, lengths, concurrency or limits; or results of a benchmark"
    )
    .option("--explain <id>", "show the components of this case's time per token and memory")
    .option("--json", "print predictions and accuracy as JSON")
    .action(action(async () => (await import("../predict.js")).predictCommand));
}

function defineServe(program: Command, action: Action): void {
  program
    .command("serve")
    .description(
      "find the cheapest accelerators that serve a model within latency limits, their bottleneck, and cheaper sellers"
    )
    .argument("<model>", "row of language_model, e.g. llama-3-3-70b")
    .option("--gpu <key...>", "accelerators to try; default: all with a price")
    .option("--gpus <n>", "accelerators that may serve together, 1 to 72", "72")
    .option("--weights <format>", "number format of the weights: auto (as published), bf16, fp8, fp4, w4a16", "fp8")
    .option(
      "--kv <format>",
      "number format of the KV cache: bf16, fp8, fp4; default: 8 bits, or 16 with 16-bit weights"
    )
    .option("--stack <name>", "serving software: vllm, sglang, tensorrt-llm, atom or tuned", "tuned")
    .option("--drafts", "speculative decoding, with the acceptance rate of benchmarks")
    .option("--input <tokens>", "mean input tokens of a request, 1 to 128,000", "4000")
    .option("--cached <share>", "share of the input read from the prefix cache", "50%")
    .option("--output <tokens>", "mean output tokens of a request, 1 to 128,000", "500")
    .option("--ttft <ms>", "limit on the mean time to the first token [ms]", "2000")
    .option("--tpot <ms>", "limit on the 99th percentile of the time per output token [ms]", "50")
    .option(
      "--basis <basis>",
      "price of GPU-hours: rent (on-demand market price) or cost (the chain's, including " + "capital)",
      "rent"
    )
    .option("--price <usd>", "one GPU-hour price for all accelerators [USD]; default: each one's own")
    .option("--busy <share>", "utilisation: share of paid GPU-hours that compute", "100%")
    .option("--sold <usd>", "price of a million tokens in the mix [USD]; default: the median seller's")
    .option("--json", "print one JSON object")
    .action(action(async () => (await import("../serve.js")).serveCommand));
}

function defineCalibrate(program: Command, action: Action): void {
  program
    .command("calibrate")
    .description("calibrate the inference model to measurement.csv and save its parameters (a few minutes)")
    .option("--accept", "write even if a class of measurements got worse by over 3 percentage points")
    .action(action(async () => (await import("../calibrate.js")).calibrate));
}

import {InputError, oneOf, type Inputs} from "../sheet/index.js";
import {explore} from "../validation/explore.js";

/**
 * The service demanded: a row of `language_model`, and limits on mean time to first token and time per output token,
 * ms.
 */
export interface Service {
  model: string;
  ttft: number;
  tpot: number;
}

/** Requests of the mean length of the chain's chat: most of the input is the conversation so far. */
const requests = {input_length: 4000, cached_share: 0.5, output_length: 500};

/**
 * Output tokens per second that an accelerator of each kind serves within a model's latency limits, according to
 * `serve`; 0 where no configuration meets them. Throws an `InputError` for a model that is unknown or that no
 * accelerator can serve.
 */
export function servedRates(inputs: Inputs, {model, ttft, tpot}: Service): ReadonlyMap<string, number> {
  const {keys} = inputs.accelerator!;
  const {best, impossible} = explore(
    inputs,
    {
      language_model: oneOf("--model", "model", model, inputs.language_model!.keys),
      ...{accelerator: keys[0]!, accelerators: 72, weights: "fp8", stack: "tuned", drafts: false},
      ...{...requests, ttft_limit: ttft, tpot_limit: tpot}
    },
    keys.slice(1)
  );
  if (impossible !== undefined) throw new InputError(`--model: no accelerator can serve this: ${impossible}`);
  return new Map([...best].map(([key, way]) => [key, way?.output_rate ?? 0]));
}

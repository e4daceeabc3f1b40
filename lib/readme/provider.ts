import type {Table} from "../sheet/index.js";
import {table} from "./parameter.js";
import {price} from "./price.js";

/** An inference provider with its single compute unit and its demand. */
export interface Provider {
  name: string;
  gpu: string;
  count: number;
  speed: number;
  utilization: number;
  gpu_price: number;
  input_tokens: number;
  output_tokens: number;
  requests: number;
  peak_requests: number;
  response_time: number;
  entries: number;
  capacity: number;
  tokens: number;
  capacity_utilization: number;
  compute_cost: number;
  cost: number;
  revenue: number;
}

/** Inference providers: accelerator rental cost and token revenue. */
export const provider: Table<Provider> = table<Provider>(
  "readme_provider",
  "Inference providers of the earlier program.",
  ({text, input, formula, rollup}) => ({
    name: text("Name of the provider"),
    gpu: text("Kind of accelerator rented"),
    count: input("GPU", "Accelerators rented"),
    speed: input("token/GPU-s", "Tokens produced by an accelerator in use"),
    utilization: input("share", "Share of time in use"),
    gpu_price: input("USD/GPU-hour", "Rental price paid for an accelerator"),
    input_tokens: input("token/month30", "Input tokens sold"),
    output_tokens: input("token/month30", "Output tokens sold"),
    requests: input("request/s", "Average requests"),
    peak_requests: input("request/s", "Requests at the peak"),
    response_time: input("ms", "Average response time"),
    entries: rollup(() => price, "input_tokens_per_dollar", "count", {doc: "Entries of the provider's price list"}),
    capacity: formula(
      "token/month30",
      "Tokens that the accelerators can produce",
      (r) => r.count * r.speed * r.utilization
    ),
    tokens: formula("token/month30", "Tokens sold", (r) => r.input_tokens + r.output_tokens),
    capacity_utilization: formula("share", "Tokens sold over capacity", (r) => r.tokens / r.capacity),
    compute_cost: formula("USD/month30", "Rent paid to neoclouds", (r) => r.count * r.gpu_price),
    cost: formula("USD/month30", "All costs of the provider", (r, p) => r.compute_cost * (1 + p.provider_overhead)),
    revenue: rollup(() => price, "revenue", "sum", {doc: "Tokens sold at list price"})
  })
);

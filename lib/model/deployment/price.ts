import type {Definitions} from "../../sheet/index.js";
import type {Deployment} from "../deployment.js";
import type {Words} from "../parameter.js";

/** What its tokens sell for. */
export interface TokenPrice {
  gpu_price: number;
  start_gpu_price: number;
  cost_index: number;
  tier_index: number;
  plentiful_tier_index: number;
  plentiful_price_index: number;
  last_floor_index: number;
  price_index: number;
  floor_index: number;
  cluster_demanded_hours: number;
  cluster_allocatable_hours: number;
  list_input: number;
  list_cached: number;
  list_written: number;
  list_output: number;
  list_blend: number;
  input_price: number;
  cached_price: number;
  written_price: number;
  output_price: number;
}

/** The columns of `TokenPrice`. */
export function price({lookup, formula, previous}: Words<Deployment>): Definitions<TokenPrice> {
  return {
    gpu_price: lookup("cluster", "price"),
    start_gpu_price: previous("start_gpu_price", "gpu_price", "Mean price of the GPU-hours sold at the outset"),
    cost_index: formula(
      "1",
      "Rent of the GPU-hours in a token relative to the initial level",
      (d) => (d.gpu_price * d.work_index) / (d.start_gpu_price * d.software_index)
    ),
    tier_index: lookup("tier", "price_index"),
    plentiful_tier_index: lookup("tier", "competitive_index"),
    last_floor_index: previous(
      "floor_index",
      0,
      "Price index at which last month's sales would have covered what they cost"
    ),
    price_index: formula(
      "1",
      "Price of a token of constant quality relative to the initial level: that of its class; none that covers " +
        "the avoidable cost falls below it",
      (d, _, {min, max}) => max(d.tier_index, min(1, d.last_floor_index))
    ),
    plentiful_price_index: formula(
      "1",
      "Price of a plentiful token relative to the initial level",
      (d, _, {min, max}) => max(d.plentiful_tier_index, min(1, d.last_floor_index))
    ),
    floor_index: formula(
      "1",
      "Price index at which this month's sales would cover rent and network, which not selling avoids",
      (d) => (d.revenue > 0 ? (d.price_index * (d.home_rent + d.imported_rent + d.egress)) / d.revenue : 0)
    ),
    cluster_demanded_hours: lookup("cluster", "demanded_hours"),
    cluster_allocatable_hours: lookup("cluster", "allocatable_hours"),
    list_input: lookup("list_price", "input"),
    list_cached: lookup("list_price", "cached_input"),
    list_written: lookup("list_price", "cache_write"),
    list_output: lookup("list_price", "output"),
    list_blend: formula(
      "USD/Mtok",
      "List price of a token, three of input to one of output, as price comparisons count",
      (d) => (3 * d.list_input + d.list_output) / 4
    ),
    input_price: formula(
      "USD/Mtok",
      "Realised price of input tokens",
      (d, p) => d.list_input * (1 - p.list_discount) * d.price_index
    ),
    cached_price: formula(
      "USD/Mtok",
      "Realised price of cached input tokens",
      (d, p, {known}) => known(d.list_cached, d.list_input) * (1 - p.list_discount) * d.price_index
    ),
    written_price: formula(
      "USD/Mtok",
      "Realised price of input tokens that are written to the prefix cache",
      (d, p, {known}) => known(d.list_written, d.list_input) * (1 - p.list_discount) * d.price_index
    ),
    output_price: formula(
      "USD/Mtok",
      "Realised price of output tokens",
      (d, p) => d.list_output * (1 - p.list_discount) * d.price_index
    )
  };
}

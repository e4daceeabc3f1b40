import type {Definitions} from "../../sheet/index.js";
import type {Deployment} from "../deployment.js";
import type {Words} from "../parameter.js";
import {routing} from "../routing.js";

/** GPU-hours that its requests need and get, and the tokens that they make. */
export interface ServedHours {
  computing_hours: number;
  busy_hours: number;
  active_hours: number;
  places: number;
  queue_utilisation: number;
  demanded_hours: number;
  goodput: number;
  fill: number;
  latent_hours: number;
  offered_hours: number;
  rented_hours: number;
  imported_share: number;
  home_hours: number;
  start_on_demand_price: number;
  rented_value: number;
  rented_value_over_revenue: number;
  served_requests: number;
  input_tokens: number;
  cached_tokens: number;
  output_tokens: number;
  served_tokens: number;
  sold_tokens: number;
  hours_per_token: number;
}

/** The columns of `ServedHours`. */
export function hours({lookup, formula, rollup, sums}: Words<Deployment>): Definitions<ServedHours> {
  return {
    computing_hours: formula(
      "GPU-hour/month",
      "GPU-hours that its requests and the classifiers that guard them compute",
      (d) => d.weighted_requests * d.gpu_time * (1 + d.guard_share)
    ),
    busy_hours: formula("GPU-hour/month", "These, as far as requests are served", (d) => d.computing_hours * d.fill),
    active_hours: formula(
      "GPU-hour/month",
      "GPU-hours of full load that draw as much power above idle",
      (d) => d.busy_hours * d.activity
    ),
    places: formula("1", "Requests in progress at once in the peak hour", (d, p, {max}) =>
      max(1, d.weighted_requests * d.peak_to_average * (d.ttft + d.output_length * d.tpot))
    ),
    queue_utilisation: formula(
      "share",
      "Share of places that may be busy in the peak hour if few requests are to wait, for the load of that hour",
      (d, p, f) => f.queue_utilisation(d.places, p.waiting_share)
    ),
    demanded_hours: formula(
      "GPU-hour/month",
      "GPU-hours demanded, with room for the peak hour, the queue, failures and models that hardly anyone asks for",
      (d) => (d.computing_hours * d.peak_to_average) / (d.queue_utilisation * d.goodput * (1 - d.sparse_share))
    ),
    goodput: lookup("cluster", "goodput"),
    latent_hours: formula("GPU-hour/month", "GPU-hours that would be demanded without rationing", (d) =>
      d.weighted_requests > 0 ? (d.demanded_hours * d.latent_requests) / d.weighted_requests : 0
    ),
    fill: rollup(() => routing, "fill", "weighted_mean", {
      weight: "weighted_requests",
      doc: "Fill rate: share of GPU-hours demanded that is served"
    }),
    offered_hours: formula(
      "GPU-hour/month",
      "GPU-hours of its cluster available to it, in proportion to demand",
      (d) =>
        d.cluster_demanded_hours > 0 ? (d.cluster_allocatable_hours * d.demanded_hours) / d.cluster_demanded_hours : 0
    ),
    rented_hours: formula("GPU-hour/month", "GPU-hours rented", (d) => d.demanded_hours * d.fill),
    imported_share: lookup("cluster", "imported_share"),
    home_hours: formula(
      "GPU-hour/month",
      "GPU-hours rented of its own cluster",
      (d) => d.rented_hours * (1 - d.imported_share)
    ),
    start_on_demand_price: lookup("cluster", "start_on_demand_price"),
    rented_value: formula(
      "USD/month",
      "GPU-hours rented, at the initial on-demand price",
      (d) => d.rented_hours * d.start_on_demand_price
    ),
    rented_value_over_revenue: formula(
      "USD/month",
      "The same squared, over revenue: greatest where revenue is thinnest",
      (d) => (d.revenue > 0 ? d.rented_value ** 2 / d.revenue : 0)
    ),
    served_requests: rollup(() => routing, "served_requests", "sum"),
    ...sums(() => routing, "input_tokens", "cached_tokens", "output_tokens"),
    served_tokens: formula(
      "Mtok/month",
      "Tokens of any kind",
      (d) => d.input_tokens + d.cached_tokens + d.output_tokens
    ),
    sold_tokens: rollup(() => routing, "tokens", "sum", {doc: "Tokens that applications buy"}),
    hours_per_token: formula(
      "GPU-hour/Mtok",
      "GPU-hours rented for a million tokens of any kind, without those of models that hardly anyone asks for",
      (d) => (d.rented_hours * (1 - d.sparse_share)) / d.served_tokens
    )
  };
}

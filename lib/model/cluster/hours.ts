import type {Definitions} from "../../sheet/index.js";
import type {Cluster} from "../cluster.js";
import {deployment} from "../deployment.js";
import type {Words} from "../parameter.js";

/** GPU-hours of a cluster: its own, what other clusters do for its customers, and what it does for theirs. */
export interface Hours {
  allocatable_hours: number;
  demanded_hours: number;
  demanded_work: number;
  supply_work: number;
  short_work: number;
  spare_work: number;
  short_served: number;
  spare_used: number;
  imported_hours: number;
  exported_hours: number;
  available_hours: number;
  rented_hours: number;
  imported_share: number;
  fill: number;
  sold_hours: number;
  busy_hours: number;
  home_active_hours: number;
  moved_active: number;
  moved_active_work: number;
  active_hours: number;
  active_share: number;
  sold_share: number;
  load: number;
}

/** The columns of `Hours`. */
export function hours({lookup, lookups, formula, rollup}: Words<Cluster>): Definitions<Hours> {
  return {
    allocatable_hours: formula(
      "GPU-hour/month",
      "GPU-hours available, in hours of an initial accelerator",
      (c) => c.equivalents * c.allocatable_share
    ),
    demanded_hours: rollup(() => deployment, "demanded_hours", "sum", {doc: "GPU-hours demanded by providers"}),
    demanded_work: formula(
      "GPU-hour/month",
      "Work demanded, in hours of an H100",
      (c) => c.demanded_hours * c.start_work
    ),
    supply_work: formula(
      "GPU-hour/month",
      "Work that it can do, in hours of an H100",
      (c) => c.allocatable_hours * c.start_work
    ),
    short_work: formula("GPU-hour/month", "Work demanded beyond what it has, in hours of an H100", (c, _, {max}) =>
      max(0, c.demanded_work - c.supply_work)
    ),
    spare_work: formula("GPU-hour/month", "Work that it has room for, in hours of an H100", (c, _, {max}) =>
      max(0, c.supply_work - c.demanded_work)
    ),
    ...lookups("market", "short_served", "spare_used"),
    imported_hours: formula(
      "GPU-hour/month",
      "Hours that other clusters work for its customers, in hours of its kind",
      (c) => (c.short_work * c.short_served) / c.start_work
    ),
    exported_hours: formula(
      "GPU-hour/month",
      "Hours that it works for other clusters' customers",
      (c) => (c.spare_work * c.spare_used) / c.start_work
    ),
    available_hours: formula(
      "GPU-hour/month",
      "GPU-hours that its customers can have: its own, and those that other clusters work for them",
      (c) => c.allocatable_hours + c.imported_hours
    ),
    fill: formula("share", "Share of demand that is served", (c) =>
      c.demanded_hours > c.available_hours ? c.available_hours / c.demanded_hours : 1
    ),
    rented_hours: rollup(() => deployment, "rented_hours", "sum", {doc: "GPU-hours that its customers rent"}),
    imported_share: formula("share", "Share of these hours that other clusters work", (c) =>
      c.rented_hours > 0 ? c.imported_hours / c.rented_hours : 0
    ),
    sold_hours: formula(
      "GPU-hour/month",
      "GPU-hours of its own that it sells",
      (c) => c.rented_hours - c.imported_hours + c.exported_hours
    ),
    busy_hours: rollup(() => deployment, "busy_hours", "sum", {doc: "GPU-hours that compute, within those sold"}),
    sold_share: formula(
      "share",
      "Utilisation: share of available GPU-hours sold",
      (c) => c.sold_hours / c.allocatable_hours
    ),
    home_active_hours: rollup(() => deployment, "active_hours", "sum", {
      doc:
        "GPU-hours at full load that draw as much power above idle as its customers' requests, wherever they are " +
        "served"
    }),
    moved_active_work: formula(
      "GPU-hour/month",
      "The part of these that other clusters work, in hours of an H100",
      (c) => c.home_active_hours * c.imported_share * c.start_work
    ),
    moved_active: lookup("market", "moved_active"),
    active_hours: formula(
      "GPU-hour/month",
      "GPU-hours at full load that draw as much power above idle as it does",
      (c) => c.home_active_hours * (1 - c.imported_share) + c.exported_hours * c.moved_active
    ),
    active_share: formula(
      "share",
      "Dynamic load of sold GPU-hours: power above idle as a share of its full-load maximum; customers keep room " +
        "for peaks, queues and failures",
      (c) => (c.sold_hours > 0 ? c.active_hours / c.sold_hours : 1)
    ),
    load: formula(
      "share",
      "Dynamic load: power above idle of an installed accelerator as a share of its full-load maximum",
      (c) => c.active_hours / c.equivalents
    )
  };
}

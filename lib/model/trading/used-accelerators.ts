import type {Definitions} from "../../sheet/index.js";
import {fleet} from "../fleet.js";
import type {Market} from "../market.js";
import type {Words} from "../parameter.js";

/** The market for used accelerators: the rents that buyers expect, what they pay to run them, how many they take. */
export interface UsedMarket {
  used_index: number;
  mean_allocatable_share: number;
  mean_active_share: number;
  mean_energy_price: number;
  mean_attendance: number;
  mean_place_cost: number;
  installed: number;
  retired: number;
  resale_share: number;
}

/** The columns of `UsedMarket`. */
export function usedAccelerators({rollup, formula}: Words<Market>): Definitions<UsedMarket> {
  const perGpu = (column: "allocatable_share" | "active_share" | "attendance", doc: string) =>
    rollup(() => fleet, column, "weighted_mean", {weight: "gpus", doc});
  const perPower = (column: "energy_price" | "place_cost", doc: string) =>
    rollup(() => fleet, column, "weighted_mean", {weight: "it_capacity", doc});
  return {
    used_index: formula(
      "1",
      "Price of a GPU-hour that buyers of used accelerators expect over the time that they use them, relative to the " +
        "initial on-demand price: it returns to the long run and falls with age, as contracts count on",
      (m, p, {mean_decay}) =>
        m.long_run_index *
        (m.spot_index / m.long_run_index) ** mean_decay(p.reversion * p.used_life) *
        mean_decay(p.rent_decline * p.used_life)
    ),
    mean_allocatable_share: perGpu("allocatable_share", "Share of accelerators available, over all clusters"),
    mean_active_share: perGpu(
      "active_share",
      "Power above idle of an hour that is sold, as a share of that at full load, over all clusters"
    ),
    mean_attendance: perGpu("attendance", "Engineers and licence for an accelerator, over all clusters"),
    mean_energy_price: perPower("energy_price", "Price of a server's energy with that of cooling, over all sites"),
    mean_place_cost: perPower("place_cost", "Cost of space for servers in normal times, over all sites"),
    installed: rollup(() => fleet, "gpus", "sum", {doc: "Accelerators installed"}),
    retired: rollup(() => fleet, "retired", "sum", {doc: "Accelerators retired"}),
    resale_share: formula(
      "share",
      "Share of the accelerators retired that find a buyer: no more are taken in a year than a share of those " +
        "installed",
      (m, p) => (m.retired > m.installed * p.used_demand ? (m.installed * p.used_demand) / m.retired : 1)
    )
  };
}

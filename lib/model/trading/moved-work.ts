import type {Definitions} from "../../sheet/index.js";
import {cluster} from "../cluster.js";
import type {Market} from "../market.js";
import type {Words} from "../parameter.js";

/** Work that finds its cluster full and is done in others that have room. */
export interface MovedWork {
  demanded_work: number;
  supply_work: number;
  crowding: number;
  short_work: number;
  spare_work: number;
  moved_work: number;
  short_served: number;
  spare_used: number;
  moved_rent: number;
  moved_price: number;
  moved_active: number;
  moved_active_work: number;
  exported_energy: number;
  exported_water: number;
  moved_energy: number;
  moved_water: number;
}

/** The columns of `MovedWork`. */
export function movedWork({rollup, sums, formula}: Words<Market>): Definitions<MovedWork> {
  return {
    ...sums(() => cluster, "demanded_work", "supply_work", "short_work", "spare_work"),
    crowding: formula(
      "1",
      "Work demanded, relative to what all clusters together have room for",
      (m) => m.demanded_work / m.supply_work
    ),
    moved_work: formula(
      "GPU-hour/month",
      "Work that moves from clusters that are full to others that have room, in hours of an H100",
      (m, p, {min}) => p.mobility * min(m.short_work, m.spare_work)
    ),
    short_served: formula("share", "Share of the work that full clusters can't do that moves to others", (m) =>
      m.short_work > 0 ? m.moved_work / m.short_work : 0
    ),
    spare_used: formula("share", "Share of the room in other clusters that such work takes", (m) =>
      m.spare_work > 0 ? m.moved_work / m.spare_work : 0
    ),
    moved_rent: rollup(() => cluster, "export_revenue", "sum", {doc: "Rent of the GPU-hours that moved work takes"}),
    moved_price: formula(
      "USD/GPU-hour",
      "Mean on-demand price of the hours that moved work takes, for an H100's work",
      (m) => (m.moved_work > 0 ? m.moved_rent / m.moved_work : 0)
    ),
    moved_active: formula(
      "share",
      "Power above idle of the hours that moved work takes, as a share of that at full load",
      (m) => (m.moved_work > 0 ? m.moved_active_work / m.moved_work : 0)
    ),
    ...sums(() => cluster, "moved_active_work", "exported_energy", "exported_water"),
    moved_energy: formula("kWh/GPU-hour", "Grid energy of the hours that moved work takes, for an H100's work", (m) =>
      m.moved_work > 0 ? m.exported_energy / m.moved_work : 0
    ),
    moved_water: formula("L/GPU-hour", "On-site water of the hours that moved work takes, for an H100's work", (m) =>
      m.moved_work > 0 ? m.exported_water / m.moved_work : 0
    )
  };
}

import {readersOf} from "../../lib/sheet/model.js";
import {columnsInOrder, isTyped, settingsOf} from "./cells.js";
import type {Computed} from "./store.js";

/** Which columns of a table are shown: inputs, the main ones, or all. */
export type ColumnSet = "inputs" | "main" | "all";

/** As many computed columns as are shown at first where none are named as telling. */
const FEW = 8;

/** The names of a table's columns in a set; those that the reader gave a formula are in each. */
export function columnsIn(computed: Computed, table: string, set: ColumnSet): string[] {
  const all = columnsInOrder(computed, table);
  const own = settingsOf(computed.state.own);
  const main = new Set(set === "main" ? (telling[table] ?? mostRead(computed, table)) : []);
  const few = all.some((column) => isTyped(column) && main.has(column.name));
  return all
    .filter((column) => {
      if (set === "all" || own.has(column.id) || main.has(column.name)) return true;
      return isTyped(column) && !few;
    })
    .map(({name}) => name);
}

/** Computed columns that other tables read most. */
function mostRead({run, state}: Computed, table: string): string[] {
  const computedOnes = columnsInOrder({run, state} as Computed, table).filter((column) => !isTyped(column));
  if (computedOnes.length <= FEW || computedOnes[0]?.table.single) return computedOnes.map(({name}) => name);
  const readers = (column: (typeof computedOnes)[number]): number =>
    readersOf(run.model, column).filter((reader) => reader.table !== column.table).length;
  const ranked = computedOnes.map((column) => ({name: column.name, count: readers(column)}));
  return ranked
    .sort((a, b) => b.count - a.count)
    .slice(0, FEW)
    .map(({name}) => name);
}

/**
 * The columns that say most of the tables that readers open first. Where inputs are among them, others are left out, so
 * that results stand beside what they follow from.
 */
export const telling: Readonly<Record<string, readonly string[]>> = {
  accelerator: ["cost_to_make", "vendor_margin", "on_demand_price", "embodied_carbon"],
  application: ["users", "payers", "revenue", "token_cost", "profit", "gross_margin", "token_share"],
  cluster: [
    ...["facility", "accelerator", "extra_count", "contract_share"],
    ...["power_price", "gpus", "sold_share", "levelised_cost", "price", "revenue", "cost", "profit"]
  ],
  deployment: ["cost_per_token", "output_price", "revenue", "cost", "profit", "gross_margin"],
  facility: ["power_price", "carbon_intensity", "water_intensity"],
  neocloud: ["gpus", "sold_hours", "levelised_cost", "revenue", "cost", "profit", "margin"],
  provider: ["served_tokens", "rent", "revenue", "cost", "profit", "gross_margin", "cost_per_token"],
  segment: ["users", "payers", "revenue", "token_cost", "profit", "lifetime_value", "productivity_value"],
  task: ["effect", "least_effect", "greatest_effect"]
};

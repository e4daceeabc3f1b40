import {readersOf} from "../../lib/sheet/model.js";
import {columnsInOrder, isTyped, settingsOf} from "./cells.js";
import type {Computed} from "./store.js";

/** The columns of a table to show: inputs, the main ones, or all. */
export type ColumnSet = "inputs" | "main" | "all";

/** Number of computed columns shown initially in tables without a list of main columns. */
const FEW = 8;

/** The names of the columns in a set, in order; every set includes those to which the reader gave a formula. */
export function columnsIn(computed: Computed, table: string, set: ColumnSet): string[] {
  const all = columnsInOrder(computed, table);
  const named = set === "main" ? telling[table] : undefined;
  const own = settingsOf(computed.state.own);
  const added = all.filter(({id}) => own.has(id)).map(({name}) => name);
  if (named) return [...named, ...added.filter((name) => !named.includes(name))];
  const main = new Set([...added, ...(set === "main" ? mostRead(computed, table) : [])]);
  return all.filter((column) => set === "all" || isTyped(column) || main.has(column.name)).map(({name}) => name);
}

/** The computed columns that other tables read most. */
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

/** The main columns of the tables that readers open first: results beside their inputs. */
const telling: Readonly<Record<string, readonly string[]>> = {
  cluster: [
    ...["facility", "accelerator", "extra_count", "contract_share", "levelised_cost", "price", "sold_share", "profit"],
    ...["gpus", "power_price", "revenue", "cost"]
  ],
  deployment: [
    ...["provider", "language_model", "cluster", "replica", "cost_per_token", "output_price", "gross_margin"],
    ...["revenue", "cost", "profit"]
  ],
  segment: [
    ...[
      "application",
      "task",
      "plan_price",
      "potential",
      "churn",
      "users",
      "payers",
      "revenue",
      "token_cost",
      "profit"
    ],
    ...["lifetime_value", "productivity_value"]
  ],
  accelerator: [
    ...["vendor", "name", "unit_price", "memory_capacity", "memory_bandwidth", "cost_to_make"],
    ...["vendor_margin", "on_demand_price", "embodied_carbon"]
  ]
};

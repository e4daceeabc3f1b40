import {tableBuilder, type Table} from "../sheet/index.js";

/** The layers whose companies get advice, and the table that lists each layer's companies. */
export const companies = {neocloud: "neocloud", inference: "provider", application: "application"} as const;

export type AdvisedLayer = keyof typeof companies;

/** An action open to companies, as entered. */
export interface LeverRow {
  layer: AdvisedLayer;
  family: string;
  name: string;
  effort: Effort;
  cost: number;
  cost_unit: string;
  per: string;
  limit: string;
}

/** A cell that an action changes, as entered. */
export interface LeverMoveRow {
  lever: string;
  part: (typeof parts)[number];
  cell: string;
  how: (typeof hows)[number];
  amount: number;
  unit: string;
  other: string;
  least: number;
  most: number;
}

/** A constraint of the chain, as entered. */
export interface ConstraintRow {
  name: string;
  cell: string;
  each: Each;
  step: number;
  unit: string;
  counts: number;
  what: string;
}

type Effort = "low" | "medium" | "high";
export const parts = ["main", "side"] as const;
export const hows = ["add", "multiply", "set", "shift"] as const;
type Each = "row" | "all";

const table = tableBuilder<object, object>();

export const lever: Table<LeverRow> = table<LeverRow>(
  "lever",
  "What a neocloud, a provider or an application can change, with its cost and its limit.",
  ({text, input}) => ({
    layer: text<LeverRow["layer"]>("Layer of the companies concerned: neocloud, inference or application"),
    family: text("Actions of one family exclude each other; empty if the action excludes none"),
    name: text("Name of the action"),
    effort: text<LeverRow["effort"]>(
      "low: weeks of a few people; medium: months of a team; high: a year, or construction"
    ),
    cost: input("1", "One-off cost, in cost_unit"),
    cost_unit: text("Unit of the cost"),
    per: text("Column of the company's table by which the cost is multiplied; empty for a fixed sum"),
    limit: text("What limits the action")
  })
);

export const leverMove: Table<LeverMoveRow> = table<LeverMoveRow>(
  "lever_move",
  "The cells that an action changes, and by how much.",
  ({text, input}) => ({
    lever: text("Action that includes this change"),
    part: text<LeverMoveRow["part"]>("main: the action itself; side: a side effect, which has no value on its own"),
    cell: text("table[row].column, or table[*].column for every row related to the company"),
    how: text<LeverMoveRow["how"]>("add, multiply, set, or shift, which moves a share of the cell to another cell"),
    amount: input("1", "Size of the change, in unit; empty where a reference is set"),
    unit: text("Unit of the amount"),
    other: text("The cell that receives the shifted share, or the row that a reference is set to"),
    least: input("1", "Minimum of the changed cell, in its own unit; empty if its unit implies one"),
    most: input("1", "Maximum of the changed cell")
  })
);

export const constraint: Table<ConstraintRow> = table<ConstraintRow>(
  "constraint",
  "The constraints of the chain, and the step by which each is relaxed to find its shadow price.",
  ({text, input}) => ({
    name: text("Name of the constraint"),
    cell: text("table[*].column or parameter.name that holds the limit"),
    each: text<ConstraintRow["each"]>("row: every row is a separate constraint; all: all rows are relaxed together"),
    step: input("1", "Step by which the constraint is relaxed, in unit"),
    unit: text("Unit of the step"),
    counts: input("1", "Number of units in the step"),
    what: text("Name of the unit")
  })
);

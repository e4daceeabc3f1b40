import {tableBuilder, type Table} from "../sheet/index.js";

/** The layers whose companies are advised, and the tables of their companies. */
export const companies = {neocloud: "neocloud", inference: "provider", application: "application"} as const;

export type AdvisedLayer = keyof typeof companies;

/** An action that companies can take, as entered. */
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
  "What a neocloud, a provider or an application can change, what it costs and what limits it.",
  ({text, input}) => ({
    layer: text<LeverRow["layer"]>("Layer of the companies that can: neocloud, inference or application"),
    family: text("Levers of one family exclude each other; empty for those that stand alone"),
    name: text("What is done"),
    effort: text<LeverRow["effort"]>(
      "low: weeks of a few people; medium: months of a team; high: a year, or construction"
    ),
    cost: input("1", "What it costs once, in the unit of its row"),
    cost_unit: text("Unit of the cost"),
    per: text("Column of the company's table that the cost is multiplied with; empty where it is a sum"),
    limit: text("What limits it")
  })
);

export const leverMove: Table<LeverMoveRow> = table<LeverMoveRow>(
  "lever_move",
  "The cells that a lever moves, and by how much.",
  ({text, input}) => ({
    lever: text("Lever that it is a part of"),
    part: text<LeverMoveRow["part"]>("main: what the lever does; side: what comes with it, and is nothing by itself"),
    cell: text("table[row].column, or table[*].column for every row that has to do with the company"),
    how: text<LeverMoveRow["how"]>("add, multiply, set, or shift: that share of the cell is given to another"),
    amount: input("1", "By how much, in the unit of its row; empty where a reference is set"),
    unit: text("Unit of the amount"),
    other: text("The cell that gets what is shifted, or the row that a reference is set to"),
    least: input("1", "What it is not moved below, in the unit of the cell; empty where the unit says it"),
    most: input("1", "What it is not moved above")
  })
);

export const constraint: Table<ConstraintRow> = table<ConstraintRow>(
  "constraint",
  "What limits the chain, and the step by which each limit is relaxed to find what it costs.",
  ({text, input}) => ({
    name: text("What is limited"),
    cell: text("table[*].column or parameter.name that holds the limit"),
    each: text<ConstraintRow["each"]>("row: every row is a limit of its own; all: they are relaxed together"),
    step: input("1", "Step that relaxes it, in the unit of its row"),
    unit: text("Unit of the step"),
    counts: input("1", "Units that the step counts as"),
    what: text("The unit, in words")
  })
);

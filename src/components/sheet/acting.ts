import {columnOfCell} from "../../lib/sheet/address.js";
import type {Expression} from "../../lib/sheet/expression.js";
import {readersOf, type ModelColumn} from "../../lib/sheet/model.js";
import {keysOf, valueAt} from "../../lib/sheet/run.js";
import {short} from "../words/format.js";
import {isTyped} from "./cells.js";
import type {Computed} from "./store.js";
import {words} from "./view.js";

/**
 * How other inputs adjust an input before the model uses it: `In use: atlas 0.1, by capital premium`; empty if none
 * does.
 */
export function actingOn(computed: Computed, cell: string): string {
  const {model} = computed.run;
  const column = model.columns.get(columnOfCell(cell));
  if (!column || column.table !== model.parameter) return "";
  for (const reader of readersOf(model, column)) {
    const other = adjustment(reader, column);
    if (other) return inUse(computed, reader, other);
  }
  return "";
}

/** The input of another row that a formula adds to a parameter or multiplies it by, if it does nothing else. */
function adjustment({expression, reads}: ModelColumn, parameter: ModelColumn): ModelColumn | undefined {
  if (expression?.type !== "arithmetic" || expression.operator === "**") return undefined;
  const sides = [expression.left, expression.right];
  if (!sides.some((side) => side.type === "parameter" && side.name === parameter.name)) return undefined;
  const other = sides.find((side): side is Extract<Expression, {type: "column"}> => side.type === "column");
  const read = reads.find(({column, through}) => through === "row" && column.name === other?.name)?.column;
  return read?.definition.kind === "lookup" && isTyped(sourceOf(read)) ? read : undefined;
}

function sourceOf({reads}: ModelColumn): ModelColumn {
  return reads.find(({through}) => through === "ref")!.column;
}

/** The value in use in each row with its own adjustment. */
function inUse({run}: Computed, reader: ModelColumn, other: ModelColumn): string {
  const via = other.definition.kind === "lookup" ? other.definition.via : "";
  const values = new Map<string, string>();
  keysOf(run, reader.table.name).forEach((key, row) => {
    const owner = valueAt(run, `${reader.table.name}.${via}`, row, 0);
    const value = valueAt(run, reader.id, row, 0);
    if (typeof value === "number") values.set(typeof owner === "string" ? owner : key, short(value));
  });
  const parts = [...values].map(([owner, value]) => `${owner} ${value}`);
  return `In use: ${parts.join(", ")}, by ${words(other.name)}`;
}

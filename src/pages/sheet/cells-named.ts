import {keysOf, type Run} from "../../lib/sheet/run.js";
import {holds} from "../../components/form/search-input.js";
import {words} from "../../components/sheet/view.js";

/** A cell that is found by its row and its column. */
export interface NamedCell {
  address: string;
  table: string;
  row: string;
  column: string;
}

/** The cells whose row is named by some of a text's words and whose column by the others: `power price texas`. */
export function cellsNamed(run: Pick<Run, "model" | "inputs">, text: string): NamedCell[] {
  const wanted = text.toLowerCase().split(/\s+/);
  const columns = [...run.model.columns.values()];
  const rows = run.model.tables
    .filter(({single}) => !single)
    .flatMap(({name}) => keysOf(run, name).map((row) => ({table: name, row, rest: without(wanted, row)})));
  return rows
    .filter(({rest}) => rest.length > 0 && rest.length < wanted.length)
    .flatMap(({table, row, rest}) =>
      columns
        .filter((one) => one.table.name === table && holds(`${words(one.name)} ${words(table)}`, rest.join(" ")))
        .map(({name}) => ({table, row, column: name, address: `${table}[${row}].${name}`}))
    );
}

/** The words that a key does not hold. */
function without(wanted: readonly string[], key: string): string[] {
  const lower = key.toLowerCase();
  return wanted.filter((word) => !lower.includes(word));
}

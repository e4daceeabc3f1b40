/** Where a cell is: `table[row].column`, or `table.column` where the table has one row or the whole column is meant. */
export interface Address {
  table: string;
  /** The row's key, where one is written. */
  key: string | undefined;
  column: string;
}

/** Reads a cell's address; of a text that is none, table and column are empty. */
export function addressOf(text: string): Address {
  const [, table = "", key, column = ""] = /^([a-z_0-9]+)(?:\[([^\]]+)\])?\.([a-z_0-9]+)$/.exec(text) ?? [];
  return {table, key, column};
}

/** The column, `table.column`, that a cell stands in. */
export function columnOfCell(cell: string): string {
  return cell.replace(/\[[^\]]*\]/, "");
}

import {mentions} from "../notebook/sql-names.js";
import type {DescribedColumn} from "../database/exact-query.js";
import type {CatalogTable} from "../rows/catalog.js";

/** A column's unit and description, if its values come from a table. */
export interface ColumnMeaning {
  unit: string;
  description: string;
}

/** The meanings of a query result's columns: undefined for columns that the query computes, or that two tables have. */
export function meanings(
  query: string,
  columns: readonly DescribedColumn[],
  tables: readonly CatalogTable[]
): (ColumnMeaning | undefined)[] {
  const names = new Set(mentions(query).tables.map(({name}) => name));
  const read = tables.filter(({name}) => names.has(name)).flatMap((table) => table.columns);
  const computed = new Set(Array.from(query.matchAll(/\bas\s+"?(\w+)"?/gi), ([, name]) => name));
  return columns.map(({name}) => {
    const [found, ...others] = read.filter((column) => column.name === name);
    return found && !computed.has(name) && others.every(({unit}) => unit === found.unit) ? found : undefined;
  });
}

/** What lists tables, not what describes one or a query. */
const asksForAll = new RegExp(
  /\b(information_schema|pg_catalog|sqlite_master|duckdb_(tables|columns|constraints)|show\s+(all\s+)?tables)\b/
    .source + /|\bpragma\s+show_tables|^\s*(show|describe)\s*;?\s*$/.source,
  "i"
);

/** The tables that a query mentions; all, if it asks about the tables themselves. */
export function mentioned<T extends {name: string}>(tables: readonly T[], query: string): readonly T[] {
  const words = new Set(query.toLowerCase().match(/\w+/g));
  const found = tables.filter(({name}) => words.has(name.toLowerCase()));
  return found.length === 0 && asksForAll.test(query) ? tables : found;
}

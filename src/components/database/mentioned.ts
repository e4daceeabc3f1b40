/** What lists tables, not what describes one or a query. */
const listing = new RegExp(
  /\b(information_schema|pg_catalog|sqlite_master|duckdb_(tables|columns|constraints)|show\s+(all\s+)?tables)\b/
    .source + /|\bpragma\s+show_tables|^\s*(show|describe)\s*;?\s*$/.source,
  "i"
);

/** The tables that a query mentions; all, if it lists the tables themselves. */
export function mentioned<T extends {name: string}>(tables: readonly T[], query: string): readonly T[] {
  return listing.test(query) ? tables : named(tables, query);
}

/** The tables of which a query needs the rows: none where it only describes one; all where it asks for their sizes. */
export function needed<T extends {name: string}>(tables: readonly T[], query: string): readonly T[] {
  if (/^\s*(describe|show)\b/i.test(query)) return [];
  const found = named(tables, query);
  return found.length === 0 && /\bduckdb_tables\b/i.test(query) ? tables : found;
}

function named<T extends {name: string}>(tables: readonly T[], query: string): readonly T[] {
  const words = new Set(query.toLowerCase().match(/\w+/g));
  return tables.filter(({name}) => words.has(name.toLowerCase()));
}

/** Matches what lists tables, as opposed to describing one or a query. */
const listing = new RegExp(
  /\b(information_schema|pg_catalog|sqlite_master|duckdb_(tables|columns|constraints)|show\s+(all\s+)?tables)\b/
    .source + /|\bpragma\s+show_tables|^\s*(show|describe)\s*;?\s*$/.source,
  "i"
);

/** The tables that a query mentions; all of them if it lists tables. */
export function mentioned<T extends {name: string}>(tables: readonly T[], query: string): readonly T[] {
  return listing.test(query) ? tables : named(tables, query);
}

/** The tables whose rows a query needs: none if it only describes one; all if it asks for their sizes. */
export function needed<T extends {name: string}>(tables: readonly T[], query: string): readonly T[] {
  if (/^\s*(describe|show)\b/i.test(query)) return [];
  const found = named(tables, query);
  return found.length === 0 && /\bduckdb_tables\b/i.test(query) ? tables : found;
}

function named<T extends {name: string}>(tables: readonly T[], query: string): readonly T[] {
  const words = new Set(query.toLowerCase().match(/\w+/g));
  return tables.filter(({name}) => words.has(name.toLowerCase()));
}

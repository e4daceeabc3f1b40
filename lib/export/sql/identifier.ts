import {REPLACEMENT, wellFormed} from "../text/well-formed.js";

/** Words that DuckDB reserves: `duckdb_keywords()` without the unreserved ones. */
const reserved = new Set(
  (
    `all analyse analyze and anti any array as asc asof asymmetric at authorization between bigint binary bit ` +
    `boolean both by case
  cast char character check coalesce collate collation column columns concurrently constraint create cross dec ` +
    `decimal default
  deferrable desc describe distinct do else end except exists extract false fetch float for foreign freeze from ` +
    `full generated
  glob group grouping grouping_id having ilike in initially inner inout int integer intersect interval into is ` +
    `isnull join
  lambda lateral leading left like limit map national natural nchar none not notnull null nullif numeric offset on ` +
    `only or order
  out outer overlaps overlay pivot pivot_longer pivot_wider placing position positional precision primary qualify real
  references returning right row select semi setof show similar smallint some struct substring summarize symmetric table
  tablesample then time timestamp to trailing treat trim true try_cast union unique unpack unpivot using values ` +
    `varchar variadic
  verbose when where window with xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse ` +
    `xmlpi xmlroot
  xmlserialize xmltable`
  ).split(/\s+/)
);

/** A name in SQL, quoted where necessary. */
export function identifier(name: string): string {
  const isBare = !reserved.has(name.toLowerCase()) && /^[a-z_]\w*$/i.test(name);
  return isBare ? name : `"${held(name).replaceAll('"', '""')}"`;
}

/** A text as an SQL literal. It reads back unchanged, except that NUL becomes �. */
export function quoted(text: string): string {
  return `'${held(text).replaceAll("'", "''")}'`;
}

/** A text as SQL comments, one per line, whatever its line ends. */
export function commented(text: string): string[] {
  return held(text)
    .split(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/)
    .map((line) => `-- ${line}`.trimEnd());
}

/** DuckDB ends a script at NUL. */
function held(text: string): string {
  return wellFormed(text).replaceAll("\0", REPLACEMENT);
}

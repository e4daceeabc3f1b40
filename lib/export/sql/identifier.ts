import {REPLACEMENT, wellFormed} from "../text/well-formed.js";

/** The words that DuckDB takes for something else: `duckdb_keywords()`, but for those it does not reserve. */
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

/** A name as SQL takes it: in quotes where it must be. */
export function identifier(name: string): string {
  const isBare = !reserved.has(name.toLowerCase()) && /^[a-z_]\w*$/i.test(name);
  return isBare ? name : `"${held(name).replaceAll('"', '""')}"`;
}

/** A text as SQL takes it: read back, it is the same, but for NUL, which is �. */
export function quoted(text: string): string {
  return `'${held(text).replaceAll("'", "''")}'`;
}

/** A text as comments, one a line, whichever character ends its lines. */
export function commented(text: string): string[] {
  return held(text)
    .split(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/)
    .map((line) => `-- ${line}`.trimEnd());
}

/** DuckDB ends a script at NUL. */
function held(text: string): string {
  return wellFormed(text).replaceAll("\0", REPLACEMENT);
}

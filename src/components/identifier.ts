/** The words DuckDB reserves that a table or a column of the model could well be called. */
const reserved =
  /^(all|analyze|case|check|column|constraint|default|end|fetch|for|foreign|from|group|limit|offset|order|primary|references|select|show|table|to|unique|using|when|where|with)$/i;

/** A name as SQL takes it: in quotes where it must be. */
export function identifier(name: string): string {
  return reserved.test(name) || !/^[a-z_]\w*$/i.test(name) ? `"${name.replaceAll('"', '""')}"` : name;
}

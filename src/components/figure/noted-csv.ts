/**
 * A table's CSV below its notes: lines of one quoted cell that begins with `#`. DuckDB and spreadsheet
 * programs skip these.
 */
export function notedCsv(notes: readonly string[], csv: string): string {
  return notes.map(noteLine).join("") + csv;
}

function noteLine(note: string): string {
  return `"# ${note.replace(/\s+/g, " ").trim().replaceAll('"', '""')}"\n`;
}

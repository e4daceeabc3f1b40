/**
 * A table's CSV below what it says of itself: lines of one quoted cell that begins with `#`. DuckDB and spreadsheet
 * programs read past these.
 */
export function notedCsv(notes: readonly string[], csv: string): string {
  return notes.map(noteLine).join("") + csv;
}

function noteLine(note: string): string {
  return `"# ${note.replace(/\s+/g, " ").trim().replaceAll('"', '""')}"\n`;
}

/**
 * A table's CSV below its notes: lines of one quoted cell starting with `#`, which DuckDB and spreadsheet programs
 * skip.
 */
export function notedCsv(notes: readonly string[], csv: string): string {
  return notes.map(noteLine).join("") + csv;
}

function noteLine(note: string): string {
  return `"# ${note.replace(/\s+/g, " ").trim().replaceAll('"', '""')}"\n`;
}

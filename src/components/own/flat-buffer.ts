/** A table of a FlatBuffer: where its fields stand, in the bytes that hold it. */
export interface FlatTable {
  view: DataView;
  at: number;
}

/** The table that a FlatBuffer begins with. */
export function rootTable(bytes: Uint8Array): FlatTable {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {view, at: view.getUint32(0, true)};
}

/** Where a field stands; undefined where the table has it not. */
export function fieldAt({view, at}: FlatTable, field: number): number | undefined {
  const offset = entryAt({view, at}, field);
  const distance = offset === undefined ? 0 : view.getUint16(offset, true);
  return distance === 0 ? undefined : at + distance;
}

/** The table that a field refers to. */
export function tableAt(table: FlatTable, field: number): FlatTable | undefined {
  const at = fieldAt(table, field);
  return at === undefined ? undefined : {view: table.view, at: at + table.view.getUint32(at, true)};
}

/** The places of a vector's elements, each of so many bytes. */
export function vectorAt(table: FlatTable, field: number, size: number): number[] {
  const vector = tableAt(table, field);
  if (!vector) return [];
  return Array.from({length: vector.view.getUint32(vector.at, true)}, (_, i) => vector.at + 4 + i * size);
}

/** Takes a field from a table: readers see it no more. */
export function removeField(table: FlatTable, field: number): void {
  const offset = entryAt(table, field);
  if (offset !== undefined) table.view.setUint16(offset, 0, true);
}

/** Where the table's list of fields has one; undefined where the list is shorter. */
function entryAt({view, at}: FlatTable, field: number): number | undefined {
  const list = at - view.getInt32(at, true);
  const offset = 4 + 2 * field;
  return offset < view.getUint16(list, true) ? list + offset : undefined;
}

/** A table of a FlatBuffer: its bytes, and its position in them. */
export interface FlatTable {
  view: DataView;
  at: number;
}

/** The root table of a FlatBuffer. */
export function rootTable(bytes: Uint8Array): FlatTable {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {view, at: view.getUint32(0, true)};
}

/** The position of a field; undefined if the table lacks it. */
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

/** The positions of a vector's elements, of a given size in bytes. */
export function vectorAt(table: FlatTable, field: number, size: number): number[] {
  const vector = tableAt(table, field);
  if (!vector) return [];
  return Array.from({length: vector.view.getUint32(vector.at, true)}, (_, i) => vector.at + 4 + i * size);
}

/** Removes a field from a table, so that readers no longer see it. */
export function removeField(table: FlatTable, field: number): void {
  const offset = entryAt(table, field);
  if (offset !== undefined) table.view.setUint16(offset, 0, true);
}

/** The position of a field in the table's list of fields; undefined if the list is shorter. */
function entryAt({view, at}: FlatTable, field: number): number | undefined {
  const list = at - view.getInt32(at, true);
  const offset = 4 + 2 * field;
  return offset < view.getUint16(list, true) ? list + offset : undefined;
}

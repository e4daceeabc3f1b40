/**
 * Joins two zips, copying their compressed entries unchanged. Neither may have a comment at its end or need 64-bit
 * sizes. Source: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3
 */
export function joinedZips(first: Uint8Array, second: Uint8Array): Uint8Array {
  const [a, b] = [partsOf(first), partsOf(second)];
  const directory = joined([a.directory, movedBy(b.directory, a.entries.length)]);
  const end = first.slice(-END_LENGTH);
  const view = new DataView(end.buffer);
  for (const at of [END.entriesHere, END.entries]) view.setUint16(at, a.count + b.count, true);
  view.setUint32(END.directorySize, directory.length, true);
  view.setUint32(END.directoryStart, a.entries.length + b.entries.length, true);
  return joined([a.entries, b.entries, directory, end]);
}

/** The end-of-directory record: its length, and the offsets of its fields. */
const END_LENGTH = 22;
const END = {entriesHere: 8, entries: 10, directorySize: 12, directoryStart: 16};

/**
 * A header of the central directory: its length, the offsets of the lengths that follow, and that of the entry's
 * position.
 */
const HEADER_LENGTH = 46;
const HEADER = {name: 28, extra: 30, comment: 32, place: 42};

function partsOf(zip: Uint8Array): {entries: Uint8Array; directory: Uint8Array; count: number} {
  const view = new DataView(zip.buffer, zip.byteOffset + zip.length - END_LENGTH, END_LENGTH);
  const start = view.getUint32(END.directoryStart, true);
  const size = view.getUint32(END.directorySize, true);
  const count = view.getUint16(END.entries, true);
  return {entries: zip.subarray(0, start), directory: zip.subarray(start, start + size), count};
}

/** A directory whose entries have moved by a number of bytes. */
function movedBy(directory: Uint8Array, bytes: number): Uint8Array {
  const moved = directory.slice();
  const view = new DataView(moved.buffer);
  for (let at = 0; at < moved.length; at += HEADER_LENGTH + lengthAfter(view, at))
    view.setUint32(at + HEADER.place, view.getUint32(at + HEADER.place, true) + bytes, true);
  return moved;
}

function lengthAfter(view: DataView, header: number): number {
  return [HEADER.name, HEADER.extra, HEADER.comment].reduce((sum, at) => sum + view.getUint16(header + at, true), 0);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, {length}) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The bytes of a BLOB in DuckDB's text: `a\x00\xFF`. */
export function blobBytes(text: string): Uint8Array {
  return Uint8Array.from(text.match(/\\x[\dA-F]{2}|./gs) ?? [], (piece) =>
    piece.length === 4 ? parseInt(piece.slice(2), 16) : piece.charCodeAt(0)
  );
}

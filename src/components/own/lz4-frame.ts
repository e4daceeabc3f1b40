const MAGIC = 0x184d2204;

/** Decompresses an LZ4 frame of known length. Throws for invalid data. */
export function lz4Frame(frame: Uint8Array, length: number): Uint8Array {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  if (view.getUint32(0, true) !== MAGIC) throw new Error("not an LZ4 frame");
  const flags = frame[4]!;
  const [hasBlockSums, hasSize, hasDictionary] = [16, 8, 1].map((flag) => (flags & flag) !== 0);
  const output = new Uint8Array(length);
  let from = 7 + (hasSize ? 8 : 0) + (hasDictionary ? 4 : 0);
  let to = 0;
  for (let size = view.getUint32(from, true); size !== 0; size = view.getUint32(from, true)) {
    const bytes = size & 0x7fffffff;
    const block = frame.subarray(from + 4, from + 4 + bytes);
    // The highest bit marks an uncompressed block.
    to = size >>> 31 === 1 ? stored(block, output, to) : inflated(block, output, to);
    from += 4 + bytes + (hasBlockSums ? 4 : 0);
  }
  if (to !== length) throw new Error(`an LZ4 frame has ${to} bytes instead of ${length}`);
  return output;
}

function stored(block: Uint8Array, output: Uint8Array, to: number): number {
  output.set(block, to);
  return to + block.length;
}

/** A block consists of literals and references to earlier bytes, in this block or a previous one. */
function inflated(block: Uint8Array, output: Uint8Array, start: number): number {
  let at = 0;
  let to = start;
  /** A length of 15 continues in the next bytes, as long as they are 255. */
  const whole = (length: number): number => {
    for (let more = length === 15 ? 255 : 0; more === 255; length += more) more = block[at++]!;
    return length;
  };
  while (at < block.length) {
    const token = block[at++]!;
    const literals = whole(token >> 4);
    output.set(block.subarray(at, at + literals), to);
    at += literals;
    to += literals;
    if (at >= block.length) break;
    const back = block[at]! | (block[at + 1]! << 8);
    at += 2;
    const length = whole(token & 15) + 4;
    if (back === 0 || back > to || to + length > output.length) throw new Error("an LZ4 block is damaged");
    for (let i = 0; i < length; ++i) output[to + i] = output[to + i - back]!;
    to += length;
  }
  return to;
}

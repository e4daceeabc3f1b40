/** Bytes of WebAssembly, written one after the other: long code takes time to put together from parts. */
export class CodeWriter {
  private bytes = new Uint8Array(1024);
  private length = 0;

  /** Adds a short piece; to copy it byte by byte takes less than a call of `set`. */
  add(piece: Uint8Array): this {
    const end = this.length + piece.length;
    if (end > this.bytes.length) this.grow(end);
    for (let i = 0; i < piece.length; ++i) this.bytes[this.length + i] = piece[i]!;
    this.length = end;
    return this;
  }

  /** Adds a whole number from 0 below 2 ** 32, as LEB128. */
  addUnsigned(value: number): this {
    if (this.length + 5 > this.bytes.length) this.grow(this.length + 5);
    let rest = value;
    for (; rest >= 0x80; rest >>>= 7) this.bytes[this.length++] = (rest & 0x7f) | 0x80;
    this.bytes[this.length++] = rest;
    return this;
  }

  /** What has been written. */
  written(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }

  private grow(least: number): void {
    const longer = new Uint8Array(Math.max(least, 2 * this.bytes.length));
    longer.set(this.written());
    this.bytes = longer;
  }
}

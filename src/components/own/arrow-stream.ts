import {tableFromIPC, tableToIPC} from "apache-arrow";
import {decompress} from "fzstd";
import {fieldAt, removeField, rootTable, tableAt, vectorAt, type FlatTable} from "./flat-buffer.js";
import {lz4Frame} from "./lz4-frame.js";

/** Converts an Arrow file or stream to a stream without compressed buffers. */
export function arrowStreamOf(bytes: Uint8Array): Uint8Array {
  const isFile = new TextDecoder("latin1").decode(bytes.subarray(0, 6)) === "ARROW1";
  const messages = messagesFrom(bytes, isFile ? 8 : 0);
  // Arrow's library for browsers writes a file's schema only at its end, and does not compress.
  if (isFile && messages[0] && kindOf(rootTable(messages[0].metadata)) !== SCHEMA)
    return tableToIPC(tableFromIPC(bytes), "stream");
  return joined([...messages.flatMap(uncompressed), END]);
}

function messagesFrom(bytes: Uint8Array, from: number): Message[] {
  const messages: Message[] = [];
  for (let at = from; at < bytes.length; at = messages.at(-1)!.to) {
    const message = messageAt(bytes, at);
    if (!message) break;
    messages.push(message);
  }
  return messages;
}

const END = Uint8Array.from([255, 255, 255, 255, 0, 0, 0, 0]);

interface Message {
  metadata: Uint8Array;
  body: Uint8Array;
  /** Start of the next message. */
  to: number;
}

/** Field numbers and header kinds in Arrow's Message.fbs. */
const HEADER_TYPE = 1;
const HEADER = 2;
const BODY_LENGTH = 3;
const BUFFERS = 2;
const COMPRESSION = 3;
const SCHEMA = 1;
const DICTIONARY_BATCH = 2;
const RECORD_BATCH = 3;
const BUFFER_BYTES = 16;
const ZSTD = 1;

/** A message, or undefined at the end mark. Files from before 2019 have no mark before a length. */
function messageAt(bytes: Uint8Array, from: number): Message | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const marked = view.getUint32(from, true) === 0xffffffff;
  const start = from + (marked ? 8 : 4);
  const length = start <= bytes.length ? view.getUint32(start - 4, true) : 0;
  if (length === 0) return undefined;
  const metadata = bytes.slice(start, start + length);
  const root = rootTable(metadata);
  const at = fieldAt(root, BODY_LENGTH);
  const body = at === undefined ? 0 : Number(root.view.getBigInt64(at, true));
  const to = start + length + body;
  if (to > bytes.length) throw new Error("the file was cut off");
  return {metadata, body: bytes.subarray(start + length, to), to};
}

/** The bytes of a message, in a few parts. */
function uncompressed({metadata, body}: Message): Uint8Array[] {
  const root = rootTable(metadata);
  const batch = batchOf(root);
  const compression = batch && tableAt(batch, COMPRESSION);
  if (!batch || !compression) return [...framed(metadata), body];
  const codec = fieldAt(compression, 0);
  const isZstd = codec !== undefined && compression.view.getInt8(codec) === ZSTD;
  const buffers = vectorAt(batch, BUFFERS, BUFFER_BYTES).map((at) => {
    const [from, length] = [at, at + 8].map((place) => Number(batch.view.getBigInt64(place, true))) as [number, number];
    return {at, bytes: inflated(body.subarray(from, from + length), isZstd)};
  });
  let end = 0;
  for (const {at, bytes} of buffers) {
    batch.view.setBigInt64(at, BigInt(end), true);
    batch.view.setBigInt64(at + 8, BigInt(bytes.length), true);
    end += padded(bytes.length);
  }
  removeField(batch, COMPRESSION);
  const length = fieldAt(root, BODY_LENGTH);
  if (length !== undefined) root.view.setBigInt64(length, BigInt(end), true);
  return [...framed(metadata), ...buffers.flatMap(({bytes}) => [bytes, padding(bytes.length)])];
}

/** The record batch in a message; for a dictionary, its values. */
function batchOf(root: FlatTable): FlatTable | undefined {
  const kind = kindOf(root);
  const header = tableAt(root, HEADER);
  if (!header) return undefined;
  if (kind === DICTIONARY_BATCH) return tableAt(header, 1);
  return kind === RECORD_BATCH ? header : undefined;
}

function kindOf(root: FlatTable): number {
  const type = fieldAt(root, HEADER_TYPE);
  return type === undefined ? 0 : root.view.getUint8(type);
}

/** A compressed buffer starts with its length; length -1 means not compressed. */
function inflated(bytes: Uint8Array, isZstd: boolean): Uint8Array {
  if (bytes.length === 0) return bytes;
  const length = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigInt64(0, true));
  const rest = bytes.subarray(8);
  if (length === -1) return rest;
  return isZstd ? decompress(rest, new Uint8Array(length)) : lz4Frame(rest, length);
}

function framed(metadata: Uint8Array): [Uint8Array, Uint8Array] {
  const head = new DataView(new ArrayBuffer(8));
  head.setUint32(0, 0xffffffff, true);
  head.setUint32(4, metadata.length, true);
  return [new Uint8Array(head.buffer), metadata];
}

function padded(length: number): number {
  return Math.ceil(length / 8) * 8;
}

function padding(length: number): Uint8Array {
  return new Uint8Array(padded(length) - length);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, {length}) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

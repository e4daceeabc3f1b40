import {readFileSync, readdirSync, statSync} from "node:fs";
import {InputError} from "../../lib/sheet/index.js";
import {sha256, type Folder} from "./folder.js";
import {readRecord, type Field} from "./record.js";

/** A file that a shard wrote. */
export interface WrittenFile {
  path: string;
  rows: number;
  bytes: number;
  sha256: string;
}

/** Written last by a shard, once all its files are in place: it marks the shard as done. */
export interface Receipt {
  index: number;
  runs: number;
  seconds: number;
  files: WrittenFile[];
}

/** The name of a shard's files and receipt, padded for sorting. */
export function shardName(index: number): string {
  return String(index).padStart(6, "0");
}

export function receiptFile(index: number): string {
  return `${done}/${shardName(index)}.json`;
}

/** Receipts read so far, by shard. Receipts never change. */
export class KnownReceipts extends Map<number, Receipt> {
  /** What is wrong with unusable receipts, by shard. */
  readonly damaged = new Map<number, string>();
}

/** Adds shards that have finished since: those with a receipt and complete files. */
export function receipts(folder: Folder, known = new KnownReceipts()): KnownReceipts {
  const {shards} = folder.knownPlan();
  for (const index of receiptsIn(folder)) {
    if (known.has(index) || index >= shards) continue;
    try {
      add(known, index, complete(folder, readReceipt(folder, index)));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      known.damaged.set(index, error.message);
    }
  }
  return known;
}

/** The shards with a receipt, valid or not. */
export function receiptsIn(folder: Folder): number[] {
  if (!folder.has(done)) return [];
  return readdirSync(folder.at(done)).flatMap((name) => {
    const index = Number.parseInt(name, 10);
    return name === `${shardName(index)}.json` ? [index] : [];
  });
}

/** A shard's receipt, if it is valid and its files have the stated sizes. */
export function receiptOf(folder: Folder, index: number): Receipt | undefined {
  try {
    return complete(folder, readReceipt(folder, index));
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** Whether a shard's files still have their original content. */
export function isSound(folder: Folder, {files}: Receipt): boolean {
  return files.every(({path, sha256: expected}) => {
    try {
      return folder.isWithin(path) && sha256(readFileSync(folder.at(path))) === expected;
    } catch {
      return false;
    }
  });
}

/** Number of runs in finished shards. */
export function runsDone(known: KnownReceipts): number {
  let total = 0;
  for (const {runs} of known.values()) total += runs;
  return total;
}

/** Removes shards whose files have changed, so that they are recomputed; returns their number. */
export function removeUnsound(folder: Folder, known: KnownReceipts): number {
  const broken = [...known.values()].filter((receipt) => !isSound(folder, receipt));
  for (const {index, files} of broken) {
    known.delete(index);
    folder.remove(receiptFile(index));
    for (const {path} of files) if (folder.isWithin(path)) folder.remove(path);
  }
  return broken.length;
}

const done = "_sweep/done";

/** Reads a shard's receipt. Throws an `InputError` if it is damaged. */
function readReceipt(folder: Folder, index: number): Receipt | undefined {
  return readRecord(
    folder.at(receiptFile(index)),
    (receipt) => ({
      index: receipt.of("index").whole(index, index),
      runs: receipt.of("runs").whole(0),
      seconds: receipt.of("seconds").seconds(),
      files: receipt
        .of("files")
        .list()
        .map((file) => fileOf(file, index))
    }),
    "run the sweep with --resume, which computes the shard again"
  );
}

/** A shard's files must bear its name, in the folder of a table or a partition; other paths are rejected. */
function fileOf(file: Field, index: number): WrittenFile {
  const part = new RegExp(`^(?:runs|counts)/(?:[^/\\\\0]+=[^/\\\\0]*/)?part-${shardName(index)}\\.parquet$`);
  return {
    path: file.of("path").text(part, `a part of shard ${index}`),
    rows: file.of("rows").whole(0),
    bytes: file.of("bytes").whole(0),
    sha256: file.of("sha256").text(/^[0-9a-f]{64}$/, "a hash")
  };
}

function complete(folder: Folder, receipt: Receipt | undefined): Receipt | undefined {
  return receipt?.files.every(({path, bytes}) => folder.isWithin(path) && sizeOf(folder.at(path)) === bytes)
    ? receipt
    : undefined;
}

function sizeOf(path: string): number | undefined {
  const found = statSync(path, {throwIfNoEntry: false});
  return found?.isFile() ? found.size : undefined;
}

function add(known: KnownReceipts, index: number, receipt: Receipt | undefined): void {
  if (receipt === undefined) return;
  known.set(index, receipt);
  known.damaged.delete(index);
}

import {readdirSync, readFileSync, statSync} from "node:fs";
import {sha256, type Folder} from "./folder.js";

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

/** The name of a shard's files and receipt, padded so that names sort. */
export function shardName(index: number): string {
  return String(index).padStart(6, "0");
}

export function receiptFile(index: number): string {
  return `_sweep/done/${shardName(index)}.json`;
}

/** Receipts read so far, by shard: they never change. */
export type KnownReceipts = Map<number, Receipt>;

/** Adds the shards done since: those with a receipt whose files are complete. */
export function receipts(folder: Folder, known: KnownReceipts = new Map()): KnownReceipts {
  if (!folder.has("_sweep/done")) return known;
  for (const name of readdirSync(folder.at("_sweep/done"))) {
    if (!name.endsWith(".json") || known.has(Number.parseInt(name, 10))) continue;
    const receipt = receiptOf(folder, Number.parseInt(name, 10));
    if (receipt) known.set(receipt.index, receipt);
  }
  return known;
}

/** A shard's receipt, where its files have the sizes that it states. */
export function receiptOf(folder: Folder, index: number): Receipt | undefined {
  const receipt = folder.json(receiptFile(index)) as Receipt | undefined;
  return receipt?.files.every(({path, bytes}) => statSync(folder.at(path), {throwIfNoEntry: false})?.size === bytes)
    ? receipt
    : undefined;
}

/** Whether a shard's files hold what was written. */
export function isSound(folder: Folder, {files}: Receipt): boolean {
  return files.every(({path, sha256: expected}) => {
    try {
      return sha256(readFileSync(folder.at(path))) === expected;
    } catch {
      return false;
    }
  });
}

/** Runs of the shards that are done. */
export function runsDone(known: KnownReceipts): number {
  let total = 0;
  for (const {runs} of known.values()) total += runs;
  return total;
}

/** Removes shards whose files have changed since they were written, so that they are computed again; their number. */
export function removeUnsound(folder: Folder, known: KnownReceipts): number {
  const broken = [...known.values()].filter((receipt) => !isSound(folder, receipt));
  for (const {index, files} of broken) {
    known.delete(index);
    folder.remove(receiptFile(index));
    for (const {path} of files) folder.remove(path);
  }
  return broken.length;
}

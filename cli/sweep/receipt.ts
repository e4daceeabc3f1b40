import {readdirSync, readFileSync, statSync} from "node:fs";
import {sha256, type Folder} from "./folder.js";

/** A file that a shard wrote. */
export interface WrittenFile {
  path: string;
  rows: number;
  bytes: number;
  sha256: string;
}

/** What a shard leaves behind when all of its files are in their places: with it, it is done. */
export interface Receipt {
  index: number;
  runs: number;
  seconds: number;
  files: WrittenFile[];
}

/** The name of a shard's files and receipt: of one length, so that they sort. */
export function shardName(index: number): string {
  return String(index).padStart(6, "0");
}

export function receiptFile(index: number): string {
  return `_sweep/done/${shardName(index)}.json`;
}

/** Receipts that were read, since they never change. */
export type KnownReceipts = Map<number, Receipt>;

/** The shards that are done: those with a receipt whose files are there in full. */
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

/** Removes shards that are no longer what was written, so that they are computed again; which they are. */
export function removeUnsound(folder: Folder, known: Iterable<Receipt>): number[] {
  const broken = [...known].filter((receipt) => !isSound(folder, receipt));
  for (const {index, files} of broken) {
    folder.remove(receiptFile(index));
    for (const {path} of files) folder.remove(path);
  }
  return broken.map(({index}) => index);
}

import {fromJson, runOn, type PublishedModel} from "../../lib/library/index.js";

/** A checksum (FNV-1a) of the bits of each column of the reference scenario, by column. */
export function bitsOf(published: PublishedModel): Record<string, number> {
  const {cells} = runOn(fromJson(published), "reference").run;
  return Object.fromEntries([...cells].map(([id, {cells}]) => [id, checksum(new Uint32Array(cells.slice().buffer))]));
}

function checksum(words: Uint32Array): number {
  return words.reduce((sum, word) => Math.imul(sum ^ word, 0x01000193), 0x811c9dc5 | 0);
}

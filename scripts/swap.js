import {existsSync, renameSync, rmSync} from "node:fs";

/**
 * Puts a folder in the place of another, which is removed; where that fails, the other is put back.
 * @param {string} fresh
 * @param {string} place
 */
export function swap(fresh, place) {
  const old = `${place}.old`;
  rmSync(old, {recursive: true, force: true});
  if (existsSync(place)) renameSync(place, old);
  try {
    renameSync(fresh, place);
  } catch (error) {
    if (existsSync(old)) renameSync(old, place);
    throw error;
  }
  rmSync(old, {recursive: true, force: true});
}

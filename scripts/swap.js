import {existsSync, renameSync, rmSync} from "node:fs";

/**
 * Replaces a folder by another and removes the old one; restores the old one if that fails.
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

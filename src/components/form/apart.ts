import {pause} from "./pause.js";

/** A value that is computed in a task of its own, so that what a reader does before it is painted first. */
export async function* apart<T>(compute: () => T): AsyncGenerator<T> {
  await pause();
  yield compute();
}

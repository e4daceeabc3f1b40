/**
 * Runs a named step and prints its time in seconds. If it fails, prints its name and rethrows.
 * @template T
 * @param {string} name
 * @param {() => T | Promise<T>} run
 * @returns {Promise<T>}
 */
export async function step(name, run) {
  const start = performance.now();
  try {
    const result = await run();
    console.log(`${name.padEnd(24)} ${seconds(start)}`);
    return result;
  } catch (error) {
    console.error(`${name.padEnd(24)} failed after ${seconds(start)}`);
    throw error;
  }
}

/**
 * The time since a start, in seconds.
 * @param {number} start
 */
export function seconds(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

import {seconds} from "./step.js";

/**
 * Numbers of passed and failed tests and, if any failed, the output.
 * @typedef {{passed: number, failed: number, output?: string}} Count
 */

/**
 * A named step. It starts when the steps in `after` have ended and those in `needs` have passed; it counts tests, or
 * throws if it fails.
 * @typedef {object} Step
 * @property {string} name
 * @property {() => Promise<Count | void>} run
 * @property {readonly string[]} [after]
 * @property {readonly string[]} [needs]
 */

/**
 * Runs steps side by side, up to a limit, in order. Prints each step's time and, if it fails, its output; the others
 * continue. A step without tests counts only if it fails.
 * @param {readonly Step[]} steps
 * @param {number} slots
 * @returns {Promise<Count>}
 */
export async function schedule(steps, slots) {
  /** @type {Map<string, Count>} */
  const ended = new Map();
  /** @type {Map<string, Promise<void>>} */
  const running = new Map();
  let waiting = [...steps];
  while (waiting.length > 0 || running.size > 0) {
    for (const step of waiting.filter((step) => isReady(step, ended)).slice(0, slots - running.size))
      running.set(
        step.name,
        execute(step, ended).finally(() => running.delete(step.name))
      );
    waiting = waiting.filter(({name}) => !running.has(name));
    await Promise.race(running.values());
  }
  return total([...ended.values()]);
}

/**
 * @param {Step} step
 * @param {ReadonlyMap<string, Count>} ended
 */
function isReady({after = [], needs = []}, ended) {
  return [...after, ...needs].every((name) => ended.has(name));
}

/**
 * @param {Step} step
 * @param {Map<string, Count>} ended
 */
async function execute(step, ended) {
  const start = performance.now();
  const count = await outcome(step, ended);
  ended.set(step.name, count);
  console.log(`${step.name.padEnd(24)} ${seconds(start).padStart(8)}  ${inWords(count)}`.trimEnd());
  if (count.output !== undefined) console.error(count.output);
}

/**
 * @param {Step} step
 * @param {ReadonlyMap<string, Count>} ended
 * @returns {Promise<Count>}
 */
async function outcome({run, needs = []}, ended) {
  const missing = needs.find((name) => ended.get(name)?.failed !== 0);
  if (missing !== undefined) return {passed: 0, failed: 1, output: `not run: ${missing} failed`};
  try {
    return (await run()) ?? {passed: 0, failed: 0};
  } catch (error) {
    return {passed: 0, failed: 1, output: error instanceof Error ? error.message : String(error)};
  }
}

/** @param {Count} count */
function inWords({passed, failed}) {
  const parts = [
    [passed, "passed"],
    [failed, "failed"]
  ];
  return parts.flatMap(([number, word]) => (number === 0 ? [] : [`${number} ${word}`])).join(", ");
}

/**
 * @param {readonly Count[]} counts
 * @returns {Count}
 */
function total(counts) {
  return counts.reduce((sum, {passed, failed}) => ({passed: sum.passed + passed, failed: sum.failed + failed}), {
    passed: 0,
    failed: 0
  });
}

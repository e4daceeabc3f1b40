/**
 * Runs a command of the project. A failure prints its message without the stack and sets the exit code.
 * @param {() => Promise<void>} command
 */
export async function main(command) {
  try {
    await command();
  } catch (error) {
    console.error(`\n${wordsOf(error)}`);
    process.exitCode = 1;
  }
}

/**
 * An error's message and those of its causes.
 * @param {unknown} error
 * @returns {string}
 */
export function wordsOf(error) {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message}\n${wordsOf(error.cause)}`;
}

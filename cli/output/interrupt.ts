import {constants} from "node:os";
import {setImmediate as nextTurn} from "node:timers/promises";

/** A signal that ended the program's writing, after what was there had been put back. */
export class Interrupted extends Error {
  override name = "Interrupted";

  constructor(
    readonly signal: NodeJS.Signals,
    place: string
  ) {
    super(`${place}: interrupted by ${signal}: nothing was written`);
  }

  /** The exit code that shells give a program that this signal ended: 130 for SIGINT. */
  get exitCode(): number {
    return 128 + constants.signals[this.signal];
  }
}

/**
 * Runs work that a signal must not cut off: the work calls `pause` wherever it may be ended, which rejects with an
 * `Interrupted` once SIGINT or SIGTERM has come.
 */
export async function interruptible<T>(place: string, work: (pause: () => Promise<void>) => Promise<T>): Promise<T> {
  let received: NodeJS.Signals | undefined;
  const receive = (signal: NodeJS.Signals): void => void (received = signal);
  process.on("SIGINT", receive).on("SIGTERM", receive);
  try {
    return await work(async () => {
      await nextTurn();
      if (received !== undefined) throw new Interrupted(received, place);
    });
  } finally {
    process.off("SIGINT", receive).off("SIGTERM", receive);
  }
}

import {constants} from "node:os";
import {setImmediate as nextTurn} from "node:timers/promises";

/** A signal that ended a write, after the previous content was restored. */
export class Interrupted extends Error {
  override name = "Interrupted";

  constructor(
    readonly signal: NodeJS.Signals,
    place: string
  ) {
    super(`${place}: interrupted by ${signal}: nothing was written`);
  }

  /** The exit code that shells report for this signal: 130 for SIGINT. */
  get exitCode(): number {
    return 128 + constants.signals[this.signal];
  }
}

/**
 * Runs work that a signal must not cut off. The work calls `pause` at points where it may end; after SIGINT or SIGTERM,
 * `pause` rejects with an `Interrupted`.
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

import {stopDatabase} from "./duckdb.js";
import type {PageEngine} from "./page-engine.js";

/** How long a cancelled query may take to stop before DuckDB is terminated, in ms. */
const patience = 300;

/**
 * Uses DuckDB until the signal aborts, then soon throws the signal's reason. Work that does not stop is terminated
 * together with DuckDB, and `ended` is called: the page's next query starts another.
 */
export async function untilStopped<Value>(
  engine: PageEngine,
  signal: AbortSignal,
  go: (engine: PageEngine) => Promise<Value>,
  ended: () => void = () => undefined
): Promise<Value> {
  signal.throwIfAborted();
  let end: ReturnType<typeof setTimeout> | undefined;
  let abort = (): void => undefined;
  const stopped = new Promise<never>((_, reject) => {
    abort = () => {
      engine.cancel();
      end = setTimeout(() => {
        void stopDatabase();
        ended();
        reject(signal.reason as Error);
      }, patience);
    };
  });
  signal.addEventListener("abort", abort);
  try {
    return await Promise.race([go(engine), stopped]);
  } finally {
    clearTimeout(end);
    signal.removeEventListener("abort", abort);
  }
}

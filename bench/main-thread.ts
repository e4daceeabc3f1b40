import type {CDPSession, Page} from "playwright-core";

/**
 * The work of a page's main thread, according to the browser. Times are processor times, so that other programs do not
 * affect them.
 */
export class MainThread {
  private constructor(readonly session: CDPSession) {}

  static async of(page: Page): Promise<MainThread> {
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable", {timeDomain: "threadTicks"});
    return new MainThread(session);
  }

  /** Processor time of the page's thread during an action, in ms. */
  async during(act: () => Promise<unknown>): Promise<number> {
    const before = await this.metric("TaskDuration");
    await act();
    return 1000 * ((await this.metric("TaskDuration")) - before);
  }

  /** Memory and listeners still held after garbage collection: bytes, and number of listeners. */
  async held(): Promise<{heap: number; listeners: number}> {
    for (let round = 0; round < 3; ++round) await this.session.send("HeapProfiler.collectGarbage");
    return {heap: await this.metric("JSHeapUsedSize"), listeners: await this.metric("JSEventListeners")};
  }

  private async metric(wanted: string): Promise<number> {
    const {metrics} = await this.session.send("Performance.getMetrics");
    return metrics.find(({name}) => name === wanted)!.value;
  }
}

import type {CDPSession, Page} from "playwright-core";

/**
 * What a page has done, as its browser counts it. Times are of the processor, so that other programs that run
 * at the same time do not lengthen them.
 */
export class MainThread {
  private constructor(readonly session: CDPSession) {}

  static async of(page: Page): Promise<MainThread> {
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable", {timeDomain: "threadTicks"});
    return new MainThread(session);
  }

  /** How long the page's thread worked while something was done, in ms. */
  async during(act: () => Promise<unknown>): Promise<number> {
    const before = await this.metric("TaskDuration");
    await act();
    return 1000 * ((await this.metric("TaskDuration")) - before);
  }

  /** What is held once all that nobody needs is gone: bytes, and listeners. */
  async held(): Promise<{heap: number; listeners: number}> {
    for (let round = 0; round < 3; ++round) await this.session.send("HeapProfiler.collectGarbage");
    return {heap: await this.metric("JSHeapUsedSize"), listeners: await this.metric("JSEventListeners")};
  }

  private async metric(wanted: string): Promise<number> {
    const {metrics} = await this.session.send("Performance.getMetrics");
    return metrics.find(({name}) => name === wanted)!.value;
  }
}

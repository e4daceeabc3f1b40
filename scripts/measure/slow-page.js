const SLOWER = 4;

/**
 * A page of a phone's size on a processor at a quarter of the speed, loaded and not yet touched; `observe` runs in it
 * beforehand.
 * @param {string} url
 * @param {import("playwright-core").Browser} browser
 * @param {() => void} observe
 */
export async function openSlowPage(url, browser, observe) {
  const page = await browser.newPage({viewport: {width: 412, height: 823}});
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", {rate: SLOWER});
  await page.addInitScript(observe);
  await page.goto(url, {waitUntil: "load"});
  return page;
}

/**
 * Gives a page a reader's first sign, and waits until all of it is taken over.
 * @param {import("playwright-core").Page} page
 */
export async function takeOver(page) {
  await page.mouse.move(200, 200, {steps: 2});
  await page.waitForFunction(() => "live" in document.documentElement.dataset, null, {timeout: 60_000});
}

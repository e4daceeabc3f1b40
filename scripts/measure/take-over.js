const SLOWER = 4;

/** In ms: by then a page has loaded, ahead of a reader's first sign, what it will need. */
const READING = 2000;

/**
 * The time in ms from a reader's first sign to a page whose scripts have taken over, on a slow processor.
 * @param {string} url
 * @param {import("playwright-core").Browser} browser
 */
export async function takeOverTime(url, browser) {
  const page = await browser.newPage({viewport: {width: 412, height: 823}});
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", {rate: SLOWER});
  await page.addInitScript(observe);
  await page.goto(url, {waitUntil: "load"});
  await page.waitForTimeout(READING);
  await page.mouse.move(200, 200);
  const time = await page.waitForFunction(() => /** @type {any} */ (window).takenOverAfter, null, {timeout: 60_000});
  const result = Number(await time.jsonValue());
  await page.close();
  return result;
}

/** Notes in the page when it was touched, and when it had been taken over. */
function observe() {
  let touched = 0;
  addEventListener("pointermove", () => (touched ||= performance.now()), {capture: true});
  new MutationObserver(() => {
    if ("live" in document.documentElement.dataset)
      /** @type {any} */ (window).takenOverAfter = performance.now() - touched;
  }).observe(document, {attributes: true, subtree: true, attributeFilter: ["data-live"]});
}

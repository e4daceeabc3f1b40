const SLOWER = 4;

/** In ms: by then a page has loaded, ahead of a reader's first sign, what it will need. */
const READING = 2000;

/**
 * The times in ms from a reader's first sign until what is in view answers, and until the whole page does, on a slow
 * processor.
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
  await page.mouse.move(200, 200, {steps: 2});
  await page.waitForFunction(() => "live" in document.documentElement.dataset, null, {timeout: 60_000});
  const {answers, live} = await page.evaluate(() => /** @type {any} */ (window).times);
  await page.close();
  return {inView: Math.round(answers), whole: Math.round(live)};
}

/** Notes in the page how long after a touch what is in view had been taken over, and the whole page. */
function observe() {
  let touched = 0;
  // A browser says of a pointer that rests, and may say of its first move, that it moved by nothing.
  const note = (/** @type {PointerEvent} */ {movementX, movementY}) => {
    if (movementX !== 0 || movementY !== 0) touched ||= performance.now();
  };
  addEventListener("pointermove", note, {capture: true});
  /** @type {Record<string, number>} */
  const times = {};
  Object.assign(window, {times});
  new MutationObserver(() => {
    for (const name of Object.keys(document.documentElement.dataset)) times[name] ??= performance.now() - touched;
  }).observe(document, {attributes: true, subtree: true, attributeFilter: ["data-answers", "data-live"]});
}

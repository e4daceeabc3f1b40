import {openSlowPage, takeOver} from "./slow-page.js";

/** In ms: by then a page has preloaded what it needs on a reader's first sign. */
const READING = 2000;

/**
 * The times in ms from a reader's first sign until the visible part responds, and until the whole page does, on a slow
 * processor.
 * @param {string} url
 * @param {import("playwright-core").Browser} browser
 */
export async function takeOverTime(url, browser) {
  const page = await openSlowPage(url, browser, observe);
  await page.waitForTimeout(READING);
  await takeOver(page);
  const {answers, live} = await page.evaluate(() => /** @type {any} */ (window).times);
  await page.close();
  return {inView: Math.round(answers), whole: Math.round(live)};
}

/** Records in the page how long after a touch the visible part, and then the whole page, were taken over. */
function observe() {
  let touched = 0;
  // Browsers may report a resting pointer, or its first move, as a move by zero.
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

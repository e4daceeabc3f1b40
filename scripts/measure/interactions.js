import {openSlowPage, takeOver} from "./slow-page.js";

/** In ms: by then a page has painted what follows an interaction, and does nothing else. */
const REST = 800;

/** Controls of one kind and name are tried once, and numbers, figures' buttons and tables on behalf of all others. */
const MOST = 8;

/**
 * The slowest of a page's interactions once it is taken over, on a slow processor: its time in ms from input to the
 * next paint, as browsers measure it, and the control. Each list, slider and field gets a key, all else a click.
 * @param {string} url
 * @param {import("playwright-core").Browser} browser
 */
export async function slowestInteraction(url, browser) {
  const page = await openSlowPage(url, browser, observe);
  await takeOver(page);
  await page.waitForTimeout(REST);
  let slowest = {time: 0, control: "none"};
  for (const {index, control} of await page.evaluate(controlsOf, MOST)) {
    const time = await timeOf(page, index);
    if (time > slowest.time) slowest = {time, control};
  }
  await page.close();
  return slowest;
}

/**
 * @param {import("playwright-core").Page} page
 * @param {number} index
 */
async function timeOf(page, index) {
  const element = page.locator(`[data-tried="${index}"]`);
  if ((await element.count()) === 0 || !(await element.isVisible())) return 0;
  await element.scrollIntoViewIfNeeded();
  await page.waitForTimeout(REST / 2);
  await page.evaluate(() => void Object.assign(window, {longest: 0}));
  const key = await element.evaluate(keyFor);
  if (key === "") await element.click({timeout: 5000, noWaitAfter: true}).catch(() => undefined);
  else {
    await element.focus();
    await page.keyboard.press(key);
  }
  await page.waitForTimeout(REST);
  const time = await page.evaluate(() => /** @type {any} */ (window).longest);
  await page.keyboard.press("Escape");
  return time;
}

/** Records in the page the longest time from an input to the next paint. */
function observe() {
  Object.assign(window, {longest: 0});
  const found = /** @type {{longest: number}} */ (/** @type {unknown} */ (window));
  new PerformanceObserver((list) => {
    for (const {duration, interactionId} of /** @type {any[]} */ (list.getEntries()))
      if (interactionId > 0) found.longest = Math.max(found.longest, duration);
  }).observe(/** @type {any} */ ({type: "event", durationThreshold: 16, buffered: true}));
}

/**
 * Marks the page's controls, one of each kind and name, and names them.
 * @param {number} most
 */
function controlsOf(most) {
  const all = [...document.querySelectorAll("select, input:not([type=file]), summary, button, [data-cell]")];
  /** @type {Map<string, Element>} */
  const named = new Map();
  for (const element of all) {
    if (!element.closest("#observablehq-main") || element.getClientRects().length === 0) continue;
    const isNumber = element.matches("[data-cell]");
    const title = element.closest("label")?.querySelector(".control-label") ?? element;
    const label = element.getAttribute("aria-label") ?? title.textContent;
    const name = isNumber ? "a number" : `${element.localName} ${(label ?? "").trim().slice(0, 30)}`;
    if (!named.has(name)) named.set(name, element);
  }
  return [...named].slice(0, most).map(([control, element], index) => {
    element.setAttribute("data-tried", String(index));
    return {index, control};
  });
}

/**
 * The key that changes a control; none for what is clicked.
 * @param {Element} element
 */
function keyFor(element) {
  if (element instanceof HTMLSelectElement) return "ArrowDown";
  if (!(element instanceof HTMLInputElement)) return "";
  if (element.type === "range") return element.value === element.max ? "ArrowLeft" : "ArrowRight";
  return ["checkbox", "radio", "button"].includes(element.type) ? "" : "5";
}

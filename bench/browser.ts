import {existsSync} from "node:fs";
import {chromium, type Page} from "playwright-core";
import {chromium as findChromium} from "../scripts/chromium.js";
import {dist} from "../scripts/paths.js";
import {serve} from "../scripts/serve.js";
import {spread, type Spread} from "./measure.js";
import {sheetTimes, type SheetTimes} from "./sheet-page.js";

/** The built site in Chromium, in ms. */
export interface InBrowser {
  /** 1,000 draws of 60 months on two workers, from the change of the seed to the last repaint. */
  draws: Spread;
  /** The same draws, including loading and compiling the model. */
  first_draws: Spread;
  /** The Sheet page. */
  sheet: SheetTimes;
  /** An input slider of the Invest page, until its last change including ranges. */
  invest: Spread;
}

/** Drives the site in `dist/`; undefined, with a message, if it is not built. */
export async function inBrowser(rounds: number): Promise<InBrowser | undefined> {
  if (!existsSync(`${dist}/sheet.html`)) {
    console.error("left out: the browser: build the site first (npm run build)");
    return undefined;
  }
  const {url, close} = await serve(dist, {base: "/"});
  const browser = await chromium.launch({executablePath: await findChromium(), args: ["--no-sandbox"]});
  const open = async (path: string): Promise<Page> => {
    const page = await browser.newPage({viewport: {width: 1440, height: 900}});
    await page.goto(url + path, {waitUntil: "networkidle"});
    await page.waitForFunction(() => "live" in document.documentElement.dataset);
    return page;
  };
  try {
    const uncertainty = await open("uncertainty?draws=1000&seed=2");
    const first = await secondsOf(uncertainty);
    const draws = await series(rounds, async (i) => {
      await rest(uncertainty);
      await setField(uncertainty, "Seed", String(i + 3));
      return secondsOf(uncertainty);
    });
    // Its remaining draws, for the indices, would take up the cores that edits need.
    await uncertainty.close();
    const sheet = await sheetTimes(browser, url, rounds);
    const invest = await open("invest");
    const sliders = await series(rounds, (i) => slide(invest, 1000 + 800 * i));
    return {
      first_draws: spread([first]),
      draws: spread(draws),
      sheet,
      invest: spread(sliders)
    };
  } finally {
    await browser.close();
    await close();
  }
}

async function series(count: number, measure: (i: number) => Promise<number>): Promise<number[]> {
  const found: number[] = [];
  for (let i = 0; i < count; ++i) found.push(await measure(i));
  return found;
}

async function setField(page: Page, label: string, value: string): Promise<void> {
  await page.evaluate(
    ([name, text]) => {
      const found = [...document.querySelectorAll("label")].find((one) => one.textContent.startsWith(name!));
      const field = found!.querySelector("input")!;
      field.value = text!;
      document.querySelector(".draw-progress")!.removeAttribute("data-said");
      field.dispatchEvent(new Event("input", {bubbles: true}));
    },
    [label, value]
  );
}

/** The time for the draws that the page reports. */
async function secondsOf(page: Page): Promise<number> {
  await page.waitForTimeout(60);
  const words = page.locator(".draw-progress").first();
  for (;;) {
    const said = /draws in (\S+) s/.exec((await words.textContent()) ?? "");
    if (said) return Number(said[1]) * 1000;
    await page.waitForTimeout(20);
  }
}

/** Waits for the indices, which follow the draws. */
async function rest(page: Page): Promise<void> {
  await page.locator(".draw-progress").nth(1).waitFor({state: "hidden"});
  await page.waitForTimeout(300);
}

function slide(page: Page, value: number): Promise<number> {
  return page.evaluate(async (to) => {
    const slider = document.querySelector<HTMLInputElement>("input[type=range]")!;
    const start = performance.now();
    let last = 0;
    const observer = new MutationObserver(() => (last = performance.now() - start));
    observer.observe(document.body, {childList: true, subtree: true, characterData: true});
    slider.value = String(to);
    slider.dispatchEvent(new Event("input", {bubbles: true}));
    await new Promise((resolve) => setTimeout(resolve, 1200));
    observer.disconnect();
    return last;
  }, value);
}

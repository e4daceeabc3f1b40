import type {Page} from "playwright-core";
import {allLoaded, untouched, watch} from "./browser.js";

/**
 * A page that no reader has touched, the files that a browser requested for it, icons included, and their total bytes
 * as sent.
 */
export interface BeforeTouch {
  page: Page;
  files: number;
  bytes: number;
}

/** Opens a page in a browser that has cached nothing. */
export async function beforeTouch(name: string): Promise<BeforeTouch> {
  // An empty page, whose browser has cached nothing.
  const page = await untouched("404");
  const {visited, underWay} = watch(page);
  await page.goto(page.url().replace(/404$/, name), {waitUntil: "load"});
  await page.waitForFunction(allPreloaded);
  await allLoaded(underWay);
  const sizes = await Promise.all(visited.requests.map(({bytes}) => bytes()));
  return {page, files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0)};
}

/** Whether the page has asked for all the code that it fetches ahead of a touch. */
function allPreloaded(): boolean {
  const {chunks = ""} = document.querySelector<HTMLElement>("script[data-chunks]")!.dataset;
  return document.querySelectorAll("link[rel=modulepreload]").length >= chunks.split(" ").length;
}

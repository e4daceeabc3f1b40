import {allLoaded, untouched, watch} from "./browser.js";

/**
 * The files that a browser requests for a page before a reader touches it, icons included, and their total bytes as
 * sent.
 */
export async function beforeTouch(name: string): Promise<{files: number; bytes: number}> {
  // An empty page, whose browser has cached nothing.
  const page = await untouched("404");
  const {visited, underWay} = watch(page);
  await page.goto(page.url().replace(/404$/, name), {waitUntil: "load"});
  await page.waitForFunction(allPreloaded);
  await allLoaded(underWay);
  const sizes = await Promise.all(visited.requests.map(({bytes}) => bytes()));
  await page.context().close();
  return {files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0)};
}

/** Whether the page has asked for all the code that it fetches ahead of a touch. */
function allPreloaded(): boolean {
  const {chunks = ""} = document.querySelector<HTMLElement>("script[data-chunks]")!.dataset;
  return document.querySelectorAll("link[rel=modulepreload]").length >= chunks.split(" ").length;
}

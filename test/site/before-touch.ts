import {untouched} from "./browser.js";

/**
 * The files that a browser requests for a page before a reader touches it, icons included, and their total bytes as
 * sent, without headers.
 */
export async function beforeTouch(name: string): Promise<{files: number; bytes: number}> {
  // An empty page, whose browser has cached nothing.
  const page = await untouched("404");
  const sizes: Promise<number>[] = [];
  page.on("requestfinished", (request) => {
    if (request.url().startsWith("http")) sizes.push(request.sizes().then(({responseBodySize}) => responseBodySize));
  });
  await page.goto(page.url().replace(/404$/, name), {waitUntil: "load"});
  await page.waitForFunction(allPreloaded);
  await page.waitForLoadState("networkidle");
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  await page.context().close();
  return {files: sizes.length, bytes};
}

/** Whether the page has asked for all the code that it fetches ahead of a touch. */
function allPreloaded(): boolean {
  const {chunks = ""} = document.querySelector<HTMLElement>("script[data-chunks]")!.dataset;
  return document.querySelectorAll("link[rel=modulepreload]").length >= chunks.split(" ").length;
}

import {chromium} from "playwright-core";
import {chromium as findChromium} from "./chromium.js";
import {main} from "./main.js";
import {audit} from "./measure/audit.js";
import {pageNames} from "./measure/pages.js";
import {withStart} from "./measure/started.js";
import {takeOverTime} from "./measure/take-over.js";

/**
 * Prints what Lighthouse says of the built site's pages on a telephone, as they wait for a reader's first sign, start
 * when the browser is idle, or start at once; and how long that sign takes to be followed on a processor a quarter as
 * fast. Lighthouse touches nothing: its first column holds no start at all. `lighthouse.js [PAGE …]`.
 */
const PORT = 9333;

await main(async () => {
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: ["--no-sandbox", `--remote-debugging-port=${PORT}`]
  });
  console.log(heading);
  try {
    for (const page of pageNames(process.argv.slice(2))) console.log(await rowOf(page, browser));
  } finally {
    await browser.close();
  }
});

const heading = [
  "| page | performance | accessibility | best practices | SEO | CLS | requests | kB | when idle | at load | taken over after |",
  "|---|---|---|---|---|---|---|---|---|---|---|"
].join("\n");

/**
 * @param {string} page
 * @param {import("playwright-core").Browser} browser
 */
async function rowOf(page, browser) {
  const {performance, accessibility, practices, seo, shift, requests, bytes} = await withStart("", (url) =>
    audit(url + page, PORT)
  );
  const idle = await withStart("when idle", (url) => audit(url + page, PORT));
  const load = await withStart("at once", (url) => audit(url + page, PORT));
  const time = await withStart("", (url) => takeOverTime(url + page, browser));
  const cells = [performance, accessibility, practices, seo, shift.toFixed(3), requests, Math.round(bytes / 1000)];
  const started = [idle, load].map((one) => `${one.performance} (${one.blocked} ms, ${one.shift.toFixed(3)})`);
  return `| ${[page, ...cells, ...started, `${Math.round(time)} ms`].join(" | ")} |`;
}

import {chromium} from "playwright-core";
import {chromium as findChromium} from "./chromium.js";
import {main} from "./main.js";
import {audit} from "./measure/audit.js";
import {slowestInteraction} from "./measure/interactions.js";
import {pageNames} from "./measure/pages.js";
import {withStart} from "./measure/started.js";
import {takeOverTime} from "./measure/take-over.js";

const PORT = 9333;

const columns = [
  ...["page", "performance", "accessibility", "best practices", "SEO", "layout shift", "requests", "kB"],
  ...[
    "when idle (blocked, shift)",
    "at load (blocked, shift)",
    "answers in view after",
    "all after",
    "slowest interaction"
  ]
];

/**
 * Prints Lighthouse's scores of the built site's pages on a phone, with code that waits for a reader's first sign,
 * starts when the browser is idle, or starts at once; also the time from that sign until the visible part and the whole
 * page respond, and the slowest interaction afterwards, on a processor at a quarter of the speed. Lighthouse touches
 * nothing, so only the last columns of scores include a start. `lighthouse.js [PAGE …]`.
 */
await main(async () => {
  const args = ["--no-sandbox", `--remote-debugging-port=${PORT}`];
  const browser = await chromium.launch({executablePath: await findChromium(), args});
  try {
    console.log(`${line(columns)}\n${line(columns.map(() => "---"))}`);
    for (const page of pageNames(process.argv.slice(2))) console.log(line(await measured(page, browser)));
  } finally {
    await browser.close();
  }
});

/** @param {readonly (string | number)[]} cells */
function line(cells) {
  return `| ${cells.join(" | ")} |`;
}

/**
 * @param {string} page
 * @param {import("playwright-core").Browser} browser
 */
async function measured(page, browser) {
  const waiting = await withStart("", (url) => audit(url + page, PORT));
  const idle = await withStart("when idle", (url) => audit(url + page, PORT));
  const load = await withStart("at once", (url) => audit(url + page, PORT));
  const {inView, whole} = await withStart("", (url) => takeOverTime(url + page, browser));
  const {time, control} = await withStart("", (url) => slowestInteraction(url + page, browser));
  const {performance, accessibility, practices, seo, shift, requests, bytes} = waiting;
  const started = [idle, load].map((one) => `${one.performance} (${one.blocked} ms, ${one.shift.toFixed(3)})`);
  const loaded = [shift.toFixed(3), requests, Math.round(bytes / 1000)];
  return [
    page,
    performance,
    accessibility,
    practices,
    seo,
    ...loaded,
    ...started,
    `${inView} ms`,
    `${whole} ms`,
    `${time} ms (${control})`
  ];
}

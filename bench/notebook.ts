import {chromium} from "playwright-core";
import {chromium as findChromium} from "../scripts/chromium.js";
import {dist} from "../scripts/paths.js";
import {serve} from "../scripts/serve.js";
import {notebookTimes} from "./notebook-page.js";
import {resultTimes} from "./notebook-results.js";

const ROUNDS = 5;

/** Another built site, for comparison. */
const [, , site = dist] = process.argv;

const {url, close} = await serve(site, {base: "/"});
const browser = await chromium.launch({executablePath: await findChromium(), args: ["--no-sandbox"]});
try {
  const times = {...(await notebookTimes(browser, url, ROUNDS)), ...(await resultTimes(browser, url))};
  console.log(JSON.stringify(times, null, 2));
} finally {
  await browser.close();
  await close();
}

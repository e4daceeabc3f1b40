import {chromium} from "playwright-core";
import {chromium as findChromium} from "../scripts/chromium.js";
import {dist} from "../scripts/paths.js";
import {serve} from "../scripts/serve.js";
import {sheetTimes} from "./sheet-page.js";

const ROUNDS = 5;

const {url, close} = await serve(dist, {base: "/"});
const browser = await chromium.launch({executablePath: await findChromium(), args: ["--no-sandbox"]});
try {
  console.log(JSON.stringify(await sheetTimes(browser, url, ROUNDS), null, 2));
} finally {
  await browser.close();
  await close();
}

import {chromium} from "playwright-core";
import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {serve} from "./scripts/serve.js";
mkdirSync("/tmp/shots", {recursive: true});
const site = await serve("dist");
const browser = await chromium.launch({executablePath: process.env.CHROMIUM});
const touch = async (page: any) => { await page.mouse.move(300, 300); await page.mouse.move(320, 310); await page.mouse.wheel(0, 30); };
// task 1
{ const page = await browser.newPage({viewport: {width: 1440, height: 1000}}); const t = Date.now();
  await page.goto(`${site.url}market`); await touch(page); const t1 = Date.now() - t;
  const search = page.getByLabel(/Model|Search|models/i); console.log("task 1 labels", await search.count());
  await page.goto(`${site.url}sql?example=below-cost`); await touch(page); await page.waitForTimeout(4000); console.log("task1/2", t1, Date.now() - t, (await page.locator("main").innerText()).slice(0, 500)); await page.close(); }
// task 2 + 3: own quotes joined
{ const page = await browser.newPage({viewport: {width: 1440, height: 1000}}); const t = Date.now();
  await page.goto(`${site.url}sql`); await touch(page);
  await page.getByLabel("Add a file").setInputFiles({name: "quotes.csv", mimeType: "text/csv", buffer: Buffer.from("accelerator;tdp (kW);price\nh100;0,7;2,75\nb200;1,0;3,90\n")});
  await page.locator("dialog.sql-import").waitFor(); await page.waitForTimeout(2500);
  console.log("task 3 dialog", Date.now() - t, (await page.locator("dialog.sql-import").innerText()).slice(0, 900));
  await page.screenshot({path: "/tmp/shots/import-1440.png"});
  await page.locator("dialog.sql-import").getByRole("button", {name: "Add", exact: true}).click();
  await page.waitForTimeout(1500); console.log("after add", Date.now() - t, await page.locator("[role=status]").allInnerTexts());
  await page.close(); }
for (const [width, scheme] of [[1440, "light"], [1440, "dark"], [390, "light"], [390, "dark"]] as const) {
  const context = await browser.newContext({viewport: {width, height: 1000}, colorScheme: scheme});
  const page = await context.newPage();
  await page.goto(`${site.url}sql?example=below-cost`); await touch(page); await page.waitForTimeout(7000);
  for (const s of await page.locator("summary", {hasText: /^Download( or copy)?$/}).all()) await s.click().catch(() => console.log("no click"));
  await page.waitForTimeout(500);
  await page.screenshot({path: `/tmp/shots/sql-${width}-${scheme}.png`, fullPage: true});
  for (const p of ["invest", "build", "market", "assumptions"]) { await page.goto(`${site.url}${p}`); await touch(page); await page.waitForTimeout(3500);
    const b = page.getByRole("button", {name: "CSV without notes"}).first();
    if (await b.count() && await b.isVisible()) { await b.scrollIntoViewIfNeeded(); } await page.screenshot({path: `/tmp/shots/${p}-${width}-${scheme}.png`}); }
  await context.close();
}
await browser.close(); await site.close();

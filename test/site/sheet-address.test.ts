import {expect, it} from "vitest";
import {leave, useBrowser, visit} from "./browser.js";
import {card, cell, facts, go, inAddress, paste, sharedLink, type} from "./workbench.js";

useBrowser();

const levelised = "cluster[atlas-b200].levelised_cost";

it("an address names cell, mode and pinned figures; the view is stored in it, and in a link", async () => {
  const visited = await visit(`sheet?at=${levelised}&show=change&pins=carbon,${levelised}`);
  const {page, problems} = visited;
  await expect.poll(() => page.getByLabel("Cell address").inputValue()).toBe(levelised);
  expect(await page.getByRole("button", {name: "Change", exact: true}).getAttribute("aria-pressed")).toBe("true");
  expect(await page.locator(".wb-card").count()).toBe(2);
  expect(await card(page, "levelised cost").count()).toBe(1);
  await type(page, "region[texas].power_price", "0.08");
  await go(page, "region[texas].power_price");
  await page.keyboard.press("Alt+p");
  const asked = (name: string): Promise<string | null> =>
    page.evaluate((one) => new URL(location.href).searchParams.get(one), name);
  await expect.poll(() => asked("at")).toBe("region[texas].power_price");
  await expect.poll(() => asked("pins")).toBe(`carbon,${levelised},region[texas].power_price`);
  await inAddress(page, "v1;parent=reference;region[texas].power_price=0.08");
  const link = new URL(await sharedLink(page));
  const other = await visit(`sheet${link.search}${link.hash}`);
  await expect.poll(() => other.page.getByLabel("Cell address").inputValue()).toBe("region[texas].power_price");
  expect(await other.page.locator(".wb-card").count()).toBe(3);
  expect(await cell(other.page, "region[texas].power_price").textContent()).toContain("+0.0093");
  expect([...problems, ...other.problems]).toEqual([]);
  await leave(other);
  await leave(visited);
});

it("a link may leave out the view; an invalid address is reported", async () => {
  const visited = await visit("sheet?at=region[texs].power_price&pins=nothing");
  const {page} = visited;
  expect(await facts(page).textContent()).toContain("texas");
  expect(await page.locator(".wb-card").count()).toBe(0);
  await go(page, "region[texas].power_price");
  await page.getByRole("button", {name: "Share"}).click();
  await page.getByLabel("With the cell, month and figures in view").uncheck();
  await expect.poll(() => page.getByRole("textbox", {name: "Link"}).inputValue()).toMatch(/\/sheet(\.html)?$/);
  await leave(visited);
});

it("values pasted with names go to them, in one step, and a message says so; Ctrl+Shift+V requests it", async () => {
  const visited = await visit("sheet?table=region");
  const {page, problems} = visited;
  await go(page, "region[virginia].water_price");
  await paste(page, "key\tpower_price\ntexas\t0.05\niowa\t0.06\n");
  await inAddress(page, "v1;parent=reference;region[texas].power_price=0.05;region[iowa].power_price=0.06");
  expect(await facts(page).textContent()).toBe("Pasted by the names in the text; values changed: 2.");
  await page.keyboard.press("Control+z");
  await inAddress(page, null);
  await page.evaluate(() =>
    document.activeElement!.dispatchEvent(
      new KeyboardEvent("keydown", {key: "V", ctrlKey: true, shiftKey: true, bubbles: true})
    )
  );
  await paste(page, "atlantis\t1\n");
  expect(await facts(page).textContent()).toContain("Nothing was pasted");
  await inAddress(page, null);
  expect(problems).toEqual([]);
  await leave(visited);
});

import {describe, expect, test} from "vitest";
import {leave, useBrowser, visit} from "./browser.js";

useBrowser();

const csv = (text: string) => ({name: "own.csv", mimeType: "text/csv", buffer: Buffer.from(text)});

describe("Market", () => {
  test(
    "a company's CSV file is placed among its peers, its gap adds up to 100 %, and it leaves the browser " + "nowhere",
    async () => {
      const visited = await visit("market", {first: true});
      const {page} = visited;
      const sent = visited.requests.length;
      await page
        .locator("input[type=file]")
        .setInputFiles(csv("metric,value,unit\nprice,2.2,\nutilisation,62 %,\npower_price,90,USD/MWh\n"));
      await page.getByText("3 figures read from own.csv").waitFor();
      const gap = page.locator("figure", {hasText: "Gap to the median"});
      await gap.locator("summary").click();
      await gap.locator("tbody tr").first().waitFor();
      const shares = await gap.locator("tbody tr td:nth-child(3)").allInnerTexts();
      expect(shares).toHaveLength(3);
      expect(shares.map((share) => Number(share.replace("−", "-"))).reduce((sum, share) => sum + share, 0)).toBeCloseTo(
        1,
        4
      );
      const scripts = /\/_import\/.*\.js$/;
      expect(visited.requests.slice(sent).filter(({path}) => !scripts.test(path))).toEqual([]);
      expect(visited.problems).toEqual([]);
      await leave(visited);
    }
  );
  test("an unreadable file reports the place and the remedy, and changes nothing", async () => {
    const visited = await visit("market");
    const {page} = visited;
    await page.locator("input[type=file]").setInputFiles(csv("metric,value\nutilization,0.5\n"));
    const status = page.locator(".figures-form [role=status]");
    await expect.poll(() => status.innerText()).toContain('line 2: unknown figure "utilization"');
    expect(await status.innerText()).toContain("did you mean utilisation?");
    expect(await page.locator("figure", {hasText: "Gap to the median"}).count()).toBe(0);
    await leave(visited);
  });
  test("unread rows are listed, and nothing of a file stays after an unreadable one", async () => {
    const visited = await visit("market");
    const {page} = visited;
    const status = page.locator(".figures-form [role=status]");
    await page.locator("input[type=file]").setInputFiles(csv("kpi;Wert\nprice;2,2\nutilization;62 %\n"));
    await page.getByText("1 figure read from own.csv").waitFor();
    expect(await status.locator("tbody tr").allInnerTexts()).toEqual([expect.stringContaining("mean utilisation?")]);
    expect(await page.locator("input[name=price]").inputValue()).toBe("2.2");
    await page.locator("input[type=file]").setInputFiles(csv("metric,value\nprise,2\n"));
    await expect.poll(() => status.innerText()).toContain("no figure can be read");
    expect(await status.locator("table").count()).toBe(0);
    expect(await page.locator("input[name=price]").inputValue()).toBe("");
    await expect.poll(() => page.locator("figure", {hasText: "Gap to the median"}).count()).toBe(0);
    await leave(visited);
  });
  test("an invalid field is marked and left out", async () => {
    const visited = await visit("market");
    const {page} = visited;
    const field = page.locator("input[name=utilisation]");
    await field.fill("62");
    await expect.poll(() => field.getAttribute("aria-invalid")).toBe("true");
    await field.fill("62 %");
    await expect.poll(() => field.getAttribute("aria-invalid")).toBe(null);
    await page.locator("figure", {hasText: "Gap to the median"}).waitFor();
    await leave(visited);
  });
  test("all offers of a search, for a custom mix, sorted by a heading; resellers are counted", async () => {
    const visited = await visit("market?search=deepseek&mix=24%3A276%3A1");
    const {page} = visited;
    await page.getByText(/offers? with a known cost/).waitFor();
    await page.getByText(/offers of resellers, which repeat other sellers’ prices, are hidden/).waitFor();
    const table = page.getByRole("region", {name: "Offers of all sellers and their cost"});
    await table.getByRole("button", {name: "price"}).click();
    const prices = (await table.locator("tbody td:nth-child(3)").allInnerTexts()).map(Number);
    expect(prices.length).toBeGreaterThan(5);
    expect(prices).toEqual([...prices].sort((a, b) => a - b));
    const rows = await table.locator("tbody tr").allInnerTexts();
    expect(rows.filter((row) => !/deepseek/i.test(row))).toEqual([]);
    expect(visited.problems).toEqual([]);
    await leave(visited);
  });
  test("a model's prices over time, stored in the address", async () => {
    const visited = await visit("market?history=deepseek-v4-pro");
    const {page} = visited;
    const figure = page.locator("figure", {hasText: "Listed prices of deepseek-v4-pro over time"});
    await figure.getByText(/Only DeepSeek of \d+ sellers changed its price/).waitFor();
    await figure.locator("summary").click();
    const changes = async (): Promise<string[]> =>
      (await figure.locator("tbody tr").allInnerTexts()).filter((row) =>
        /deepseek\tdeepseek-v4-pro.*\t(cut|rise)\t/.test(row)
      );
    await expect.poll(changes).toHaveLength(2);
    await page.getByRole("combobox", {name: /^Model over time/}).selectOption("gpt-oss-120b");
    await page.getByText("Listed prices of gpt-oss-120b over time").waitFor();
    expect(new URL(page.url()).searchParams.get("history")).toBe("gpt-oss-120b");
    expect(visited.problems).toEqual([]);
    await leave(visited);
  });
  test("a model's sellers, and contracts of their own", async () => {
    const visited = await visit("market");
    const {page} = visited;
    await page.getByRole("combobox", {name: /^Model(?! over time)/}).selectOption("llama-3-3-70b");
    await page.getByText("Who sells llama-3-3-70b").waitFor();
    await page.getByRole("combobox", {name: /^Contract/}).selectOption("reserved-1-year");
    await page.getByText("Price of a GPU-hour, reserved 1 year").waitFor();
    expect(visited.problems).toEqual([]);
    await leave(visited);
  });
});

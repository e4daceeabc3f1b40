import {describe, expect, test} from "vitest";
import {leave, useBrowser, visit, type Visit} from "./browser.js";

useBrowser();

describe("Inference", () => {
  test("an address contains the question, and the answer follows the fields", async () => {
    const visited = await visit("inference?model=deepseek-v3&chip=h200&tpot=100");
    const {page} = visited;
    const [best, price] = [
      page.getByText(/^Best configuration on H200 SXM:/),
      page.getByRole("textbox", {name: /^Your GPU-hour price/})
    ];
    const before = await best.textContent();
    await price.fill("1");
    await price.press("Enter");
    await page.getByText("At 1 USD a GPU-hour").waitFor();
    await page.getByLabel("TPOT limit (p99)").fill("30");
    await page.getByLabel("TPOT limit (p99)").press("Enter");
    await page.waitForFunction((text) => !document.body.textContent.includes(text), before?.split("; ")[0] ?? "");
    expect(new URL(page.url()).searchParams.get("tpot")).toBe("30");
    await leave(visited);
  });

  test("limits that nothing meets, and a model that does not fit, are reported", async () => {
    const visited = await visit("inference?tpot=1");
    await visited.page.getByText("No configuration on B200 SXM 180GB meets these limits.").waitFor();
    expect(await visited.page.getByText("No accelerator with a known price meets these limits.").count()).toBe(1);
    await leave(visited);
    const tight = await visit("inference?model=deepseek-v3&chip=l40s&gpus=8");
    await tight.page.getByText("The model does not fit into the memory of 8 L40S.").waitFor();
    await leave(tight);
  });

  test("an invalid number in an address stays in its field, with the reason and the default answer", async () => {
    const visited = await visit("inference?tpot=quick&input=-3");
    const {page} = visited;
    expect(await page.getByRole("textbox", {name: /^TPOT limit/}).inputValue()).toBe("quick");
    await page.getByText("Expected a number from 1 to 100,000, got “quick”.").waitFor();
    await page.getByText("Expected a number from 1 to 128,000, got “-3”.").waitFor();
    expect(await page.getByText(/^Best configuration on B200 SXM 180GB:/).count()).toBe(1);
    await leave(visited);
  });
});

describe("Validation", () => {
  test("states the error of factors fitted with and without a point's group", async () => {
    const visited = await visit("validation");
    const [before] = await accuracies(visited);
    await visited.page.getByLabel("Factors fitted").selectOption("fitted");
    await visited.page.waitForFunction(
      (text) => !document.body.textContent.includes(`With the fit chosen here, ${text}`),
      before!
    );
    const [unseen, fitted] = await accuracies(visited);
    expect(unseen).toBe(before);
    expect(Number(/within ([\d.]+)\u202f%/.exec(fitted!)![1])).toBeLessThan(
      Number(/within ([\d.]+)\u202f%/.exec(unseen!)![1])
    );
    await leave(visited);
  });

  test("the ten worst have a source and a reason", async () => {
    const visited = await visit("validation");
    const worst = visited.page.getByRole("listitem").filter({hasText: /measured/});
    expect(await worst.count()).toBe(10);
    for (const entry of await worst.all()) {
      expect(await entry.getByRole("link").getAttribute("href")).toMatch(/^https:/);
      expect(await entry.locator(":scope > *").last().textContent()).toMatch(/\.\s*$/);
    }
    await leave(visited);
  });
});

test("a click on a measurement opens its row, with a link to its source", async () => {
  const visited = await visit("validation");
  const {page} = visited;
  await page.locator("[aria-label=dot] > *").first().click({force: true});
  await page.waitForSelector(".inspector h2");
  expect(await page.locator(".inspector").innerText()).toContain("measurement.held_out_rate");
  expect(await page.locator(".inspector-row a").getAttribute("href")).toMatch(/^https:/);
  await leave(visited);
});

/** The page's text on held-out predictions, and on those with the chosen fit. */
async function accuracies({page}: Visit): Promise<string[]> {
  const sentences = await page.getByText(/the median error is .* of predictions are within/s).allTextContents();
  return sentences.map(
    (text) => /the median error is [\s\S]*? bias|the median error is [\s\S]*? too \w+/.exec(text)![0]
  );
}

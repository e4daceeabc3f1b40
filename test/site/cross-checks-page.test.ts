import {describe, expect, test} from "vitest";
import {leave, useBrowser, visit} from "./browser.js";

useBrowser();

describe("Cross-checks", () => {
  test("every prediction has its dot, even if its range goes below 0", async () => {
    const visited = await visit("cross-checks");
    const entries = visited.page.locator("[role=list]").first().locator("[role=listitem]");
    const dots = visited.page.locator("figure svg circle");
    await dots.first().waitFor();
    expect(await dots.count()).toBe(await entries.count());
    await leave(visited);
  });
});

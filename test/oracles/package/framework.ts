import {cpSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {beforeAll, describe, expect, it} from "vitest";
import {runScenario} from "../../../data-loaders/run/project.js";
import {numberAt} from "../../../lib/sheet/index.js";
import {answerVersions} from "../../../scripts/offline.js";
import {root} from "../../../scripts/paths.js";
import {project} from "../../model/project.js";
import {addDuckdb, dearestWith, figureWith, offline, openPage, patiently, site, typeInto} from "./installed.js";

/** The example on the Export page, verbatim. */
export const [pageExample, sheetExample] = [
  ...readFileSync("src/library.md", "utf8").matchAll(/```js run=false\n([\s\S]*?)```/g)
].map(([, code]) => code!) as [string, string];

/** Another Observable Framework site, built without a network. */
export function framework(): void {
  describe("a second site on the package", () => {
    beforeAll(async () => {
      writeSite();
      await offline([process.execPath, `${root}node_modules/.bin/observable`, "build"], site);
      addDuckdb(`${site}/dist`);
    });
    it("shows its own scenario and table", async () => {
      expect(readFileSync(`${site}/dist/index.html`, "utf8")).not.toContain("observablehq--error");
      const {tab, problems, close} = await openPage(`${site}/dist`, "");
      await tab.waitForSelector("#cost");
      const changes = [{cell: "parameter.realised_share", value: "0.1", place: "test"}];
      const {run} = runScenario(project, "dear-capital", changes, 24);
      const cost = numberAt(run, "economy.cost_per_token", 0, 12);
      expect(Number(await tab.textContent("#cost")) / cost).toBeCloseTo(1, 12);
      expect(await tab.textContent("#why")).toBe("carbon * rate");
      expect(await tab.locator("#paid li").count()).toBe(24);
      expect(problems).toEqual([]);
      await close();
    });
    it("runs the example for Framework: an edit moves lines, ranges, bridge, inspector and SQL", async () => {
      expect(readFileSync(`${root}examples/framework.md`, "utf8")).toContain(sheetExample);
      const {tab, problems, close} = await openPage(`${site}/dist`, "framework");
      const answer = tab.getByText("The dearest cluster is");
      await expect.poll(() => answer.textContent(), patiently).toContain(dearestWith({}));
      const shown = (): Promise<string | null> => tab.locator(".tf-figure.inspector").textContent();
      expect(await shown()).toContain(String(figureWith({})));
      await typeInto(tab, "cluster[atlas-b200].extra_count", "8000");
      const set = {"cluster[atlas-b200].extra_count": "8000"};
      await expect.poll(shown, patiently).toContain(String(figureWith(set)));
      expect(await tab.locator(".tf-cell.edited").textContent()).toContain("was 0");
      expect(await tab.locator(".tf-bridge button").textContent()).toContain("extra count");
      expect(await tab.locator(".tf-lines svg").count()).toBe(1);
      await tab.locator(".tf-fan[data-draws='512']").waitFor();
      await tab.locator(".tf-cell.edited").click();
      await tab.keyboard.press("Control+z");
      await expect.poll(shown, patiently).toContain(String(figureWith({})));
      expect(await tab.evaluate(() => [location.search, localStorage.length])).toEqual(["", 0]);
      expect(problems).toEqual([]);
      await close();
    });
  });
}

function writeSite(): void {
  mkdirSync(`${site}/src`, {recursive: true});
  writeFileSync(`${site}/package.json`, JSON.stringify({type: "module", private: true}));
  writeFileSync(`${site}/observablehq.config.js`, "export default {globalStylesheets: [], title: 'Mine'};\n");
  const shown =
    "display(html`<p id=cost>${cost}</p><p id=why>${why.formula}</p><ul id=paid>${paid.map(({amount}) => " +
    "html`<li>${amount}</li>`)}</ul>`);";
  const start = '# Mine\n\n```js\nimport {html} from "htl";\n';
  writeFileSync(`${site}/src/index.md`, `${start}${pageExample}\`\`\`\n\n\`\`\`js\n${shown}\n\`\`\`\n`);
  cpSync(`${root}examples/framework.md`, `${site}/src/framework.md`);
  answerVersions(`${site}/src/.observablehq/cache`);
}

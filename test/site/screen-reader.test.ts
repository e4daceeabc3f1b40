import {expect, test} from "vitest";
import {leave, newPage, useBrowser, visit} from "./browser.js";
import {transcript} from "./transcript.js";

useBrowser();

test.each([
  ["the Overview", ""],
  ["the workbench", "sheet"]
])("a screen reader finds on %s what it found before, each stop with a name", async (_, name) => {
  const visited = await visit(name, {first: true, draws: true});
  // Ranges come from workers.
  const ranges = visited.page.locator(".wb-card .wb-notes");
  for (const range of await ranges.all()) await expect.poll(() => range.textContent()).toMatch(/ to /);
  const found = await transcript(visited.page);
  await expect(found).toMatchFileSnapshot(`transcripts/${name || "index"}.txt`);
  expect(found.split("\n").filter((line) => nameless.test(line))).toEqual([]);
  await leave(visited);
});

test("a transcript has role, name and state, counts repetitions, and omits numbers", async () => {
  const page = await newPage();
  await page.setContent(
    '<main><h2>In 2027: 1,234.5 kB</h2><button aria-pressed="true">Go</button>' +
      '<p><a href="#">x</a><a href="#">x</a></p>' +
      "<input type=checkbox></main>"
  );
  expect(await transcript(page)).toBe(
    'RootWebArea\n  main\n    heading "In #: # kB" level=2\n' +
      '    button "Go" pressed=true\n    link "x" ×2\n    checkbox\n'
  );
  await page.close();
});

/** Controls, pictures and tables need a name. */
const nameless =
  /^ *(link|button|textbox|searchbox|combobox|listbox|checkbox|radio|slider|image|table|grid)( [a-z]+=|$)/;

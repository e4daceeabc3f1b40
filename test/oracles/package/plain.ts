import {cpSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {root} from "../../../scripts/paths.js";
import {addDuckdb, dearestWith, figureWith, installed, openPage, patiently, site, typeInto} from "./installed.js";

const folder = `${site}/plain`;
const policy =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self' blob:; worker-src 'self'";

/** Pages without a bundler. */
export function plainPages(): void {
  describe("the package in one file", () => {
    it("runs the example for a plain page under a strict policy: an edit moves its figures and its tables", async () => {
      addExample();
      const {tab, problems, close} = await openPage(folder, "plain.html");
      const dearest = tab.locator("output");
      await expect.poll(() => dearest.textContent(), patiently).toBe(dearestWith({}));
      await tab.locator(".tf-fan[data-draws='512']").waitFor();
      expect(await tab.locator(".tf-bridge button").count()).toBe(0);
      await tab.getByLabel("cost of capital", {exact: true}).fill("12%");
      await tab.keyboard.press("Enter");
      const set = {"parameter.cost_of_capital": "0.12"};
      await expect.poll(() => tab.locator(".tf-bridge button").textContent(), patiently).toContain("cost of capital");
      expect(await tab.locator(".tf-figure.inspector").textContent()).toContain(String(figureWith(set)));
      await expect.poll(() => dearest.textContent(), patiently).toBe(dearestWith(set));
      expect(await tab.locator(".tf-sankey path[data-cell]").count()).toBeGreaterThan(5);
      await tab.getByRole("button", {name: "economy.tokens@59"}).click();
      await expect.poll(() => tab.locator(".inspector-value").textContent(), patiently).toContain("tokens a month");
      expect(problems).toEqual([]);
      await close();
    });
    it("keeps two sheets of a page apart, and takes edits by a script", async () => {
      addExample();
      writeFileSync(`${folder}/two.html`, page("two.js"));
      writeFileSync(
        `${folder}/two.js`,
        `import {sheet, value} from "./token-factory.js";
const told = [];
const [a, b] = ["a", "b"].map((name) => {
  const input = sheet({tables: ["cluster"]});
  input.addEventListener("input", () => told.push(name));
  return input;
});
document.body.append(a, b);
a.value = {set: {"parameter.cost_of_capital": 0.12}};
Object.assign(window, {a, b, told, cost: (input) => value(input.value, "economy.cost_per_token@59")});
`
      );
      const {tab, problems, close} = await openPage(folder, "two.html");
      const costs = (): Promise<number[]> => tab.evaluate("[cost(a), cost(b)]");
      const set = {"parameter.cost_of_capital": "0.12"};
      await tab.waitForFunction("window.told");
      expect(await costs()).toEqual([figureWith(set), figureWith({})]);
      await typeInto(tab, "cluster[atlas-b200].extra_count", "8000", 1);
      const more = {"cluster[atlas-b200].extra_count": "8000"};
      await expect.poll(costs, patiently).toEqual([figureWith(set), figureWith(more)]);
      expect(await tab.evaluate("[told.join(), location.search, localStorage.length]")).toEqual(["a,b", "", 0]);
      await tab.evaluate("a.undo()");
      expect(await costs()).toEqual([figureWith({}), figureWith(more)]);
      expect(problems).toEqual([]);
      await close();
    });
  });
  describe("the widget", () => {
    it("keeps what anywidget asks of one: state comes in and goes out, and an end ends it", async () => {
      addExample();
      cpSync(`${installed}/components/observable/widget.js`, `${folder}/widget.js`);
      writeFileSync(`${folder}/widget.html`, page("host.js"));
      writeFileSync(`${folder}/host.js`, host);
      const {tab, problems, close} = await openPage(folder, "widget.html");
      await tab.waitForFunction("window.state?.values");
      const cost = "economy.cost_per_token@59";
      const values = (): Promise<Record<string, number>> => tab.evaluate("state.values");
      const first = {"parameter.cost_of_capital": "0.1"};
      expect(await values()).toEqual({[cost]: figureWith(first)});
      await typeInto(tab, "cluster[atlas-b200].extra_count", "8000");
      const both = {...first, "cluster[atlas-b200].extra_count": "8000"};
      await expect.poll(values, patiently).toEqual({[cost]: figureWith(both)});
      expect(await tab.evaluate("state.changes")).toEqual(both);
      await tab.evaluate("change('scenario', {set: {'cluster[atlas-b200].extra_count': 0}})");
      expect(await values()).toEqual({[cost]: figureWith(first)});
      await tab.evaluate("change('cells', ['economy.tokens@59'])");
      expect(await values()).toEqual({"economy.tokens@59": figureWith(first, "tokens")});
      expect(await tab.evaluate("end(), [document.body.children.length, listeners.size]")).toEqual([1, 0]);
      expect(problems).toEqual([]);
      await close();
    });
    it("has the members that the Python class of the example declares", () => {
      const declared = [...readFileSync("examples/jupyter.py", "utf8").matchAll(/^ {4}(\w+) = traitlets/gm)];
      expect(declared.map(([, name]) => name).sort()).toEqual(["cells", "changes", "options", "scenario", "values"]);
    });
  });
}

/** What Jupyter does with a module, by anywidget's specification. */
const host = `import widget from "./widget.js";
const state = {options: {tables: ["cluster"]}, scenario: {set: {"parameter.cost_of_capital": 0.1}}, cells: ["economy.cost_per_token@59"]};
const listeners = new Map();
const told = [];
const model = {
  get: (name) => structuredClone(state[name]),
  set: (name, value) => (told.push([name, structuredClone(value)])),
  save_changes: () => Object.assign(state, Object.fromEntries(told.splice(0))),
  on: (event, listener) => listeners.set(event, listener),
  off: (event, listener) => listeners.get(event) === listener && listeners.delete(event)
};
const change = (name, value) => {
  state[name] = value;
  listeners.get("change:" + name)?.();
};
const el = document.body.appendChild(document.createElement("div"));
Object.assign(window, {state, listeners, change});
window.end = await widget.render({model, el});
document.querySelector("script").remove();
`;

function page(script: string): string {
  return `<!doctype html>
<meta http-equiv="Content-Security-Policy" content="${policy}">
<body><script type="module" src="${script}"></script></body>
`;
}

function addExample(): void {
  mkdirSync(folder, {recursive: true});
  cpSync(`${installed}/components/observable/standalone.js`, `${folder}/token-factory.js`);
  cpSync(`${root}examples/plain.js`, `${folder}/plain.js`);
  const html = readFileSync(`${root}examples/plain.html`, "utf8");
  const head = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  writeFileSync(`${folder}/plain.html`, html.replace("<title>", `${head}<title>`));
  addDuckdb(folder);
}

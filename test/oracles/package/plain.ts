import {cpSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {root} from "../../../scripts/paths.js";
import {addDuckdb, dearestWith, figureWith, installed, openPage, patiently, site, typeInto} from "./installed.js";

const folder = `${site}/plain`;
const policy = [
  ...["default-src 'self'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'"],
  ...["connect-src 'self' blob:", "worker-src 'self'"]
].join("; ");

/** Pages without a bundler. */
export function plainPages(): void {
  describe("the package in one file", () => {
    it("runs the example for a plain page under a strict policy: an edit moves its figures", async () => {
      addExample();
      const {tab, problems, close} = await openPage(folder, "plain.html");
      const cost = tab.locator("output");
      await expect.poll(() => cost.textContent(), patiently).toBe(figureWith({}).toPrecision(4));
      await tab.locator(".tf-fan[data-draws='512']").waitFor();
      expect(await tab.locator(".tf-bridge button").count()).toBe(0);
      await tab.getByLabel("cost of capital", {exact: true}).fill("12%");
      await tab.keyboard.press("Enter");
      const set = {"parameter.cost_of_capital": "0.12"};
      await expect.poll(() => tab.locator(".tf-bridge button").textContent(), patiently).toContain("cost of capital");
      expect(await cost.textContent()).toBe(figureWith(set).toPrecision(4));
      expect(await tab.locator(".tf-figure.inspector").textContent()).toContain(String(figureWith(set)));
      expect(await tab.locator(".tf-sankey path[data-cell]").count()).toBeGreaterThan(5);
      await tab.getByRole("button", {name: "economy.tokens@59"}).click();
      await expect.poll(() => tab.locator(".inspector-value").textContent(), patiently).toContain("tokens a month");
      await tab.locator('.tf-cell[data-id="cluster[atlas-b200].levelised_cost"]').click();
      await expect.poll(() => tab.locator(".tf-figure.inspector").textContent()).toContain("cluster.levelised_cost");
      expect(problems).toEqual([]);
      await close();
    });
    it("answers SQL on the tables of the newest and older runs, under a strict policy", async () => {
      addExample();
      addDuckdb(folder);
      writeFileSync(`${folder}/sql.html`, page("sql.js"));
      writeFileSync(`${folder}/sql.js`, sqlPage);
      const {tab, problems, close} = await openPage(folder, "sql.html");
      await tab.waitForFunction(() => "answers" in window, undefined, patiently);
      const set = {"parameter.cost_of_capital": "0.12"};
      expect(await tab.evaluate("answers")).toEqual([
        [figureWith(set), figureWith({}), figureWith(set)],
        [dearestWith({})],
        ["number", true, "USD/Mtok", true]
      ]);
      expect(problems).toEqual([]);
      await close();
    });
    it("keeps two sheets of a page separate, and accepts edits by a script", async () => {
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
a.edit({set: {"parameter.cost_of_capital": 0.12}});
Object.assign(window, {a, b, told, cost: (input) => value(input.value, "economy.cost_per_token@59")});
`
      );
      const {tab, problems, close} = await openPage(folder, "two.html");
      const costs = (): Promise<number[]> => tab.evaluate("[cost(a), cost(b)]");
      const set = {"parameter.cost_of_capital": "0.12"};
      await tab.waitForFunction(() => "cost" in window);
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
    it("shows the requested rows, months and changes; a read-only sheet accepts no edit", async () => {
      addExample();
      writeFileSync(`${folder}/options.html`, page("options.js"));
      writeFileSync(`${folder}/options.js`, optionsPage);
      const {tab, problems, close} = await openPage(folder, "options.html");
      await tab.waitForFunction(() => "months" in window);
      const names = (which: string): Promise<string[]> =>
        tab.evaluate(
          (name) => [...document.querySelectorAll(`#${name} [role=rowheader] > span`)].map((one) => one.textContent),
          which
        );
      expect(await names("rows")).toEqual(["atlas-h100", "atlas-b200"]);
      expect(await names("months")).toEqual(["atlas-b200"]);
      expect(await tab.locator("#months .tf-column-heading").first().textContent()).toContain("2026-12");
      expect(await tab.locator("#change [aria-pressed=true]").allTextContents()).toEqual(["Change"]);
      const cell = tab.locator('#rows .tf-cell[data-id="cluster[atlas-b200].extra_count"]');
      expect(await tab.locator("#rows .tf-bar").isVisible()).toBe(false);
      expect(await cell.getAttribute("aria-readonly")).toBe("true");
      await cell.dblclick();
      await tab.keyboard.type("8000");
      await tab.keyboard.press("Enter");
      await tab.keyboard.press("Delete");
      await tab.keyboard.press("Control+z");
      const cost = "parameter.cost_of_capital";
      const own = {parent: "reference", title: "", set: {[cost]: "0.12"}};
      expect(await tab.evaluate("[rows.own, again.own]")).toEqual([own, own]);
      expect(await tab.getByLabel("cost of capital, slider").isDisabled()).toBe(true);
      expect(await tab.evaluate("wrong")).toEqual([
        'sheet: rows.cluster: unknown row "atlas-b20";  did you mean atlas-b200?',
        "sheet: show: no column of region that is shown changes by month"
      ]);
      expect(problems).toEqual([]);
      await close();
    });
  });
  describe("the widget", () => {
    it("meets anywidget's specification: state goes in and out, and disposal ends it", async () => {
      addExample();
      cpSync(`${installed}/components/observable/widget.js`, `${folder}/widget.js`);
      writeFileSync(`${folder}/widget.html`, page("host.js"));
      writeFileSync(`${folder}/host.js`, host);
      const {tab, problems, close} = await openPage(folder, "widget.html");
      await tab.waitForFunction(() => "end" in window);
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

/** Sheets with options that differ from the initial ones, and invalid options. */
const optionsPage = `import {sheet} from "./token-factory.js";
const scenario = {set: {"parameter.cost_of_capital": 0.12}};
const columns = ["extra_count", "levelised_cost"];
const rows = sheet({
  ...{scenario, readOnly: true, bar: false, levers: ["parameter.cost_of_capital"]},
  ...{tables: {cluster: columns}, rows: {cluster: ["atlas-b200", "atlas-h100"]}}
});
const again = sheet({scenario: rows.own});
const months = sheet({tables: {cluster: columns}, rows: {cluster: ["atlas-b200"]}, show: "months"});
const change = sheet({scenario, show: "change"});
const wrong = [{rows: {cluster: ["atlas-b20"]}}, {tables: {region: ["power_price"]}, show: "months"}].map((options) => {
  try {
    return sheet(options);
  } catch ({message}) {
    return message.split("\\n").slice(0, 2).join(";");
  }
});
for (const [id, element] of Object.entries({rows, months, change})) element.id = id;
document.body.append(rows, months, change);
Object.assign(window, {rows, again, wrong, months});
`;

/** Queries on the tables of more runs than DuckDB keeps. */
const sqlPage = `import {run, tables} from "./token-factory.js";
const of = (value) => tables(run({name: "mine", set: {"parameter.cost_of_capital": value}}), {duckdb: "duckdb"});
const reference = tables(run(), {duckdb: "duckdb"});
const dear = of(0.12);
const last = (db) => db.queryRow("SELECT cost_per_token AS cost FROM economy ORDER BY date DESC LIMIT 1");
const costs = [await last(dear), await last(reference)];
for (const value of [0.09, 0.1, 0.11]) await last(of(value));
costs.push(await last(dear));
const dearest = await reference.sql\`
  SELECT key FROM cluster WHERE levelised_cost > \${0} ORDER BY levelised_cost DESC LIMIT 1\`;
const [row] = await reference.query("SELECT date, amount FROM flow LIMIT 1");
const [column] = (await reference.describeColumns({table: "economy"})).filter(({name}) => name === "cost_per_token");
window.answers = [
  costs.map(({cost}) => cost),
  dearest.map(({key}) => key),
  [typeof row.amount, row.date instanceof Date, column.unit, (await reference.describeTables()).length > 30]
];
`;

/** What Jupyter does with a module, by anywidget's specification. */
const host = `import widget from "./widget.js";
const state = {
  options: {tables: ["cluster"]},
  scenario: {set: {"parameter.cost_of_capital": 0.1}},
  cells: ["economy.cost_per_token@59"]
};
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
}

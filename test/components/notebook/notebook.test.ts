import {describe, expect, test} from "vitest";
import {hashOf} from "../../../src/components/database/link-state.js";
import {LINK_LIMIT, notebookHash, notebookIn} from "../../../src/components/notebook/address.js";
import {freeName, withCell, withMoved, withoutCell, withRenamed} from "../../../src/components/notebook/edits.js";
import {circleOf, inOrder, readsOf, withReaders} from "../../../src/components/notebook/graph.js";
import {notebookOf, textOf, type Cell, type Notebook} from "../../../src/components/notebook/notebook.js";

const offers: Notebook = {
  title: "Offers",
  cells: [
    {kind: "text", name: "finding", text: "${count(offers where price < 2)} below ${$busy | percent}; offers"},
    {kind: "chart", name: "gap", of: "offers", spec: {mark: "dot", x: "price", y: "cost", xScale: "log"}},
    {kind: "sql", name: "offers", query: "SELECT offers.price, 'offers' AS offers FROM base AS offers, (FROM base)"},
    {kind: "sql", name: "base", query: "FROM token_price WHERE price > $busy -- FROM offers"},
    {kind: "input", name: "busy", label: "Busy", control: "slider", min: 0, max: 1, step: 0.1, value: 0.5}
  ]
};

const sql = (name: string, query: string): Cell => ({kind: "sql", name, query});

describe("the format", () => {
  test("a written notebook can be read", () => {
    expect(notebookOf(textOf(offers))).toEqual(offers);
    const band: Cell = {kind: "chart", name: "range", of: "offers", spec: {mark: "band", low: "cost", high: "price"}};
    expect(notebookOf(textOf({title: "", cells: [band]})).cells).toEqual([band]);
  });

  test.each([
    ['{"v":2,"cells":[]}', 'notebook: unknown version "2"'],
    ["no", "notebook: not JSON"],
    ['{"v":1,"title":"","cells":[{"name":"a","kind":"code"}]}', 'cell 1: unknown kind "code"'],
    ['{"v":1,"title":"","cells":[{"name":"A b","kind":"text"}]}', 'cell 1: "A b" is not a valid name'],
    ['{"v":1,"title":"","cells":[{"name":"a","kind":"sql"}]}', "cell 1: query: expected a text"],
    [
      '{"v":1,"title":"","cells":[{"name":"a","kind":"chart","of":"b","spec":{"mark":"map"}}]}',
      'cell 1: unknown mark "map"'
    ],
    [
      '{"v":1,"title":"","cells":[{"name":"a","kind":"input","label":"","control":"month","value":"now"}]}',
      'expected YYYY-MM, got "now"'
    ],
    [
      '{"v":1,"title":"","cells":[{"name":"a","kind":"text","text":""},{"name":"a","kind":"text","text":""}]}',
      "cell a: another cell has this name"
    ]
  ])("%s is refused", (text, message) => {
    expect(() => notebookOf(text)).toThrow(message);
  });

  test("unknown content cannot enter through a link", () => {
    const text =
      '{"v":1,"title":"","cells":[{"name":"a","kind":"chart","of":"b","spec":{"x":"c","href":"//x"},"onclick":"x"}]}';
    expect(notebookOf(text).cells).toEqual([{kind: "chart", name: "a", of: "b", spec: {x: "c"}}]);
  });
});

describe("a link", () => {
  test("holds the whole notebook", () => {
    expect(notebookIn(notebookHash(offers)!)).toEqual(offers);
  });

  test("of the earlier SQL page is a query with a chart", () => {
    const {cells} = notebookIn("#v1,y0jNyclXKM8vyklRyEksSwUA")!;
    expect(cells.map(({kind, name}) => `${kind} ${name}`)).toEqual(["sql rows", "chart chart"]);
    expect(notebookIn(hashOf("FROM cluster"))!.cells[0]).toEqual(sql("rows", "FROM cluster"));
  });

  test("stored in the first version of the format opens for ever", () => {
    const stored =
      "#n1,TY8xT8MwEIX_SnTqAFJUlYHFAwNSEQuq1IUBMbjORVi52On5XFpF-e-cA7SZfO-d_b7nEU5gHmoQL4RgYNe2yAlqcEiUwHyM" +
      "0PnQ6MaHIYsugu3LxUNOF1VkD0gqn3-li0E4FiORb5DV6n0As9HTnmdSEhzUWOt4spQ1a7N-rKGN3FvRhwOywyAw1Vd0OtINzPG7" +
      "9Dtm5IvKl_3urXKUNZar99ftfltl8eSTFR9D9VSt5qaLNPdlefGRfxnbW3ga0IEZtTN36pIPqK72h8ZKGQt5YO_K7CJFVt2hYhYc" +
      "wfMC86fmw8BqdDEHuSu8-6masdPn9AM";
    expect(notebookIn(stored)?.cells).toEqual([
      {
        kind: "input",
        name: "busy",
        label: "Busy",
        control: "slider",
        min: 0,
        max: 1,
        step: 0.1,
        value: 0.5,
        format: "percent"
      },
      sql("rows", "FROM cluster WHERE utilisation > $busy"),
      {kind: "chart", name: "chart", of: "rows", spec: {mark: "line", x: "date", y: "price", color: "key"}},
      {kind: "text", name: "text", text: "${count(rows)} rows"}
    ]);
  });

  test("does not exist for a notebook that is too long", () => {
    const noise = Array.from({length: LINK_LIMIT}, (_, i) => Math.sin(i).toString(36)).join("");
    expect(notebookHash({title: "", cells: [sql("a", noise)]})).toBeUndefined();
  });
});

describe("cells read one another by name", () => {
  test("in SQL, charts and texts, but not in strings, comments or by an alias", () => {
    expect(Object.fromEntries(readsOf(offers))).toEqual({
      finding: ["offers", "busy"],
      gap: ["offers"],
      offers: ["base"],
      base: ["busy"],
      busy: []
    });
  });

  test.each([
    ["WITH base AS (SELECT 1) FROM base", []],
    ["WITH x AS MATERIALIZED (FROM base) SELECT * FROM x JOIN other USING (a)", ["base", "other"]],
    ["SELECT extract(year FROM base) FROM other", ["other"]],
    ["SELECT a IS DISTINCT FROM base FROM other o, base b WHERE b.x = 1", ["other", "base"]],
    ["SELECT (SELECT max(x) FROM base), 'FROM other' FROM range(3) t(other)", ["base"]],
    ["SUMMARIZE base", ["base"]],
    ["FROM base ORDER BY 1, other", ["base"]],
    ['FROM "base" UNION ALL FROM other', ["base", "other"]],
    ["PIVOT base ON other USING sum(x)", ["base"]],
    ["SELECT list_transform([1], base -> base + 1)", []]
  ])("%s reads %j", (query, expected) => {
    const notebook = {title: "", cells: [sql("base", ""), sql("other", ""), sql("reader", query)]};
    expect(readsOf(notebook).get("reader")!.sort()).toEqual([...expected].sort());
  });

  test("and run in dependency order, whatever their position", () => {
    expect(inOrder(readsOf(offers))).toEqual(["busy", "base", "offers", "finding", "gap"]);
    expect([...withReaders(readsOf(offers), ["base"])].sort()).toEqual(["base", "finding", "gap", "offers"]);
  });

  test("a circle is reported as a path", () => {
    const reads = readsOf({
      title: "",
      cells: [sql("a", "FROM b"), sql("b", "FROM c, d"), sql("c", "FROM a"), sql("d", "")]
    });
    expect(circleOf(reads, "a")).toEqual(["a", "b", "c", "a"]);
    expect(circleOf(reads, "d")).toBeUndefined();
    expect(inOrder(reads)).toEqual(["d"]);
  });
});

describe("edits", () => {
  test("a renamed cell is renamed wherever it is mentioned, and nowhere else", () => {
    const [finding, gap, , base, busy] = withRenamed(withRenamed(offers, "base", "raw", []), "busy", "share", []).cells;
    expect(finding).toMatchObject({text: "${count(offers where price < 2)} below ${$share | percent}; offers"});
    expect(gap).toMatchObject({of: "offers"});
    expect(base).toMatchObject({name: "raw", query: "FROM token_price WHERE price > $share -- FROM offers"});
    expect(busy).toMatchObject({name: "share"});
    const joined = {title: "", cells: [sql("a", ""), sql("b", "SELECT a.x, b.a FROM a JOIN c AS b ON a.x = b.x")]};
    expect(withRenamed(joined, "a", "z", []).cells[1]).toEqual(
      sql("b", "SELECT z.x, b.a FROM z JOIN c AS b ON z.x = b.x")
    );
  });

  test.each([
    ["cluster", "cluster is a table of the model"],
    ["gap", "another cell is called gap"],
    ["Gap 2", '"Gap 2" is not a valid name'],
    ["limit", '"limit" is not a valid name']
  ])("a cell can't be called %s", (name, message) => {
    expect(() => withRenamed(offers, "offers", name, ["cluster"])).toThrow(message);
  });

  test("a cell is added after another, moved and removed", () => {
    const names = ({cells}: Notebook): string => cells.map(({name}) => name).join(" ");
    const added = withCell(offers, sql(freeName(offers, "offers", []), ""), "gap");
    expect(names(added)).toBe("finding gap offers_2 offers base busy");
    expect(names(withMoved(added, "offers_2", -9))).toBe("offers_2 finding gap offers base busy");
    expect(names(withoutCell(added, "gap"))).toBe("finding offers_2 offers base busy");
    expect(freeName(offers, "token_price", [])).toBe("token_price_2");
  });
});

import {afterEach, expect, it, vi} from "vitest";
import {arranged, layoutOf} from "../../src/components/sheet/layout.js";
import {filterOf} from "../../src/components/sheet/view.js";
import {forgetLayout, rememberedLayout, rememberLayout} from "../../src/pages/sheet/layout-memory.js";

afterEach(() => vi.unstubAllGlobals());

it.each([
  ["> 3", "4", true],
  ["> 3", "3", false],
  ["<= 0.5", "0.5", true],
  ["= b200", "b200", true],
  ["= 12", "12", true],
  ["B2", "gb200", true],
  ["B2", "h100", false]
])("the filter “%s” on %s lets through: %s", (text, shown, passes) => {
  expect(filterOf(text)(shown, Number(shown))).toBe(passes);
});

it("a table is arranged alone: widths, sort and filters of others stay", () => {
  const start = {table: "cluster", mode: "values" as const, tables: {}};
  const one = arranged(start, "cluster", {widths: {"cluster.price": 120}, sort: {column: "price", down: true}});
  const both = arranged(one, "region", {filters: {power_price: "> 0.1"}});
  expect(layoutOf(both, "cluster")).toMatchObject({
    widths: {"cluster.price": 120},
    sort: {column: "price", down: true}
  });
  expect(layoutOf(both, "region")).toMatchObject({filters: {power_price: "> 0.1"}, widths: {}, set: "main"});
});

it("a layout is there again at the next visit, and the first one where it is forgotten or cannot be read", () => {
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => kept.set(name, text),
    removeItem: (name: string) => kept.delete(name)
  });
  const first = rememberedLayout();
  const mine = {...first, sizes: {left: 300}, folded: {left: false, right: true}};
  rememberLayout(mine);
  expect(rememberedLayout()).toEqual(mine);
  for (const name of kept.keys()) kept.set(name, "{");
  expect(rememberedLayout()).toEqual(first);
  forgetLayout();
  expect(rememberedLayout()).toEqual(first);
});

it("a browser without storage shows the first layout, and everything else works", () => {
  const refuse = (): never => {
    throw new DOMException("refused", "SecurityError");
  };
  vi.stubGlobal("localStorage", {getItem: refuse, setItem: refuse, removeItem: refuse});
  expect(rememberedLayout().sheet.table).toBe("cluster");
  expect(() => rememberLayout(rememberedLayout())).not.toThrow();
});

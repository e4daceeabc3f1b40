import {readFileSync} from "node:fs";
import {transform as swc} from "@swc/core";
import {transform} from "esbuild";
import {minify as terser} from "terser";
import {tsImport} from "tsx/esm/api";
import {describe, expect, it} from "vitest";
import {print} from "../../lib/sheet/expression.js";
import {parseFormula, type Formula} from "../../lib/sheet/parse.js";
import {formulas} from "./formulas.js";

const expected: Record<keyof typeof formulas, string> = {
  product: "count * price",
  parameter: "count * parameter.rate + 1000",
  call: "max(count, 1)",
  renamed: "max(known(count, 0), price)",
  member: "max(count, price)",
  destructured: "count * price / parameter.rate",
  choice: 'site === "owned" && count > 0 ? price : 0',
  truth: "count > 0 || !(price <= 1)",
  block: "count - price",
  power: "(-count) ** 2"
};

describe("a formula says the same, whoever transpiled it", () => {
  it("vitest", () => expect(printed(formulas)).toEqual(expected));
  it("tsx", async () => {
    const loaded = (await tsImport("./formulas.ts", import.meta.url)) as {formulas: typeof formulas};
    expect(printed(loaded.formulas)).toEqual(expected);
  });
  it("esbuild, as pages are built", async () => expect(printed(await built({}))).toEqual(expected));
  it("esbuild, minified as packages are", async () => {
    const minified = await built({minify: true});
    expect(minified.product.toString()).toMatch(/^(\w)=>\1\.count\*\1\.price$/);
    expect(printed(minified)).toEqual(expected);
  });
  it("terser", async () => {
    const minified = await built({}, async (code) => (await terser(code, {module: true})).code!);
    expect(printed(minified)).toEqual({...expected, choice: '"owned" === site && count > 0 ? price : 0'});
  });
  it("swc", async () => {
    const minified = await built({}, async (code) => (await swc(code, {jsc: {target: "es2022"}, minify: true})).code);
    expect(printed(minified)).toEqual(expected);
  });
  it("a minifier that writes texts between backticks, as that of Vite does", () => {
    const choice: Formula = (row: {site: string; price: number}) => (row.site === `owned` ? row.price : 0);
    expect(print(parseFormula(choice, "choice").expression)).toBe('site === "owned" ? price : 0');
  });
  it("a minifier that writes a choice of 1 and 0 as a sign, as that of Vite does", () => {
    const counted: Formula = (row: {count: number; price: number}) => (row.count > 0 ? +(row.price <= 1) : 2);
    expect(print(parseFormula(counted, "counted").expression)).toBe("count > 0 ? price <= 1 ? 1 : 0 : 2");
  });
});

async function built(
  options: {minify?: boolean},
  more = (code: string): Promise<string> => Promise.resolve(code)
): Promise<typeof formulas> {
  const source = readFileSync("test/sheet/formulas.ts", "utf8").replace("../../lib/sheet/index.js", "node:path");
  const {code} = await transform(source.replace("nearest}", "sep as nearest}"), {
    loader: "ts",
    format: "esm",
    ...options
  });
  const made = await more(code);
  const url = `data:text/javascript;base64,${Buffer.from(made).toString("base64")}`;
  return ((await import(/* @vite-ignore */ url)) as {formulas: typeof formulas}).formulas;
}

function printed(all: typeof formulas): Record<string, string> {
  return Object.fromEntries(
    Object.entries(all).map(([name, formula]) => [name, print(parseFormula(formula as Formula, name).expression)])
  );
}

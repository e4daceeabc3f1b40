import {readFileSync} from "node:fs";
import {transform} from "esbuild";
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
});

async function built(options: {minify?: boolean}): Promise<typeof formulas> {
  const source = readFileSync("test/sheet/formulas.ts", "utf8").replace("../../lib/sheet/index.js", "node:path");
  const {code} = await transform(source.replace("nearest}", "sep as nearest}"), {
    loader: "ts",
    format: "esm",
    ...options
  });
  const url = `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`;
  return ((await import(/* @vite-ignore */ url)) as {formulas: typeof formulas}).formulas;
}

function printed(all: typeof formulas): Record<string, string> {
  return Object.fromEntries(
    Object.entries(all).map(([name, formula]) => [name, print(parseFormula(formula as Formula, name).expression)])
  );
}

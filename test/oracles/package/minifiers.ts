import {execFile} from "node:child_process";
import {writeFileSync} from "node:fs";
import {promisify} from "node:util";
import {transform as swc} from "@swc/core";
import {build, transform} from "esbuild";
import {minify as terser} from "terser";
import {beforeAll, describe, expect, it} from "vitest";
import {figureWith, site} from "./installed.js";

const minifiers: Record<string, (code: string) => Promise<string>> = {
  esbuild: async (code) => (await transform(code, {minify: true})).code,
  terser: async (code) => (await terser(code, {module: true})).code!,
  swc: async (code) => (await swc(code, {jsc: {target: "es2022"}, minify: true, module: {type: "es6"}})).code
};

/** The model reads the text of formulas, so minified formulas must mean the same. */
export function minified(): void {
  describe("the library, minified", () => {
    let code = "";
    beforeAll(async () => {
      const {outputFiles} = await build({
        stdin: {contents: program, resolveDir: site},
        bundle: true,
        write: false,
        format: "esm",
        platform: "node",
        external: ["*/assumptions.js"]
      });
      code = outputFiles[0]!.text.replace(/"[^"]*\/assumptions\.js"/, '"token-factory-assumptions"');
    });
    it.each(Object.keys(minifiers))("by %s computes the same", async (name) => {
      const made = await minifiers[name]!(code);
      expect(made.length).toBeLessThan(0.9 * code.length);
      const file = `${site}/${name}.mjs`;
      const assumptions = "./node_modules/token-factory/lib/library/package/assumptions.js";
      writeFileSync(file, made.replace("token-factory-assumptions", assumptions));
      const {stdout} = await promisify(execFile)(process.execPath, [file]);
      expect(JSON.parse(stdout)).toEqual([figureWith({}), figureWith({"parameter.cost_of_capital": "0.12"})]);
    });
  });
}

const program = `import {run, value} from "token-factory";
const costs = [run(), run({name: "dear", set: {"parameter.cost_of_capital": 0.12}})];
console.log(JSON.stringify(costs.map((one) => value(one, "economy.cost_per_token@59"))));
`;

import eslint from "@eslint/js";
import {defineConfig, globalIgnores} from "eslint/config";
import tseslint from "typescript-eslint";

const offline = [
  {regex: "^(npm|jsr|https?):", message: "the site is built and read without a network: import from node_modules"},
  {regex: "^@duckdb/node-api$", message: "the native DuckDB is for cli/sweep and tests only"}
];
const browserSafe = [...offline, {regex: "^node:", message: "lib/ runs in the browser: no Node built-ins"}];

/**
 * Imports of lib/<layer> may only point towards the sheet.
 * @param {string} layer
 * @param {string[]} outer
 * @returns {import("eslint").Linter.Config}
 */
function mayNotImport(layer, ...outer) {
  const patterns = [
    ...browserSafe,
    {regex: `(^|/)(${outer.join("|")})/`, message: `lib/${layer} knows nothing of ${outer.join(", ")}`}
  ];
  return {files: [`lib/${layer}/**/*.ts`], rules: {"no-restricted-imports": ["error", {patterns}]}};
}

const analyses = ["finance", "uncertainty", "optimise", "market", "advice", "export"];
const users = ["data-loaders", "cli", "src", "components"];

export default defineConfig(
  globalIgnores(["dist/", "src/.observablehq/", "src/vendor/", "src/lib", "src/data", "test/site/output/"]),
  eslint.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {parserOptions: {projectService: true, tsconfigRootDir: import.meta.dirname}},
    rules: {
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        {allowNumber: true, allowBoolean: true, allow: [{from: "file", name: "Sentence"}]}
      ],
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-unused-vars": ["error", {argsIgnorePattern: "^_", varsIgnorePattern: "^_$"}],
      "@typescript-eslint/no-confusing-void-expression": "off",
      "no-restricted-imports": ["error", {patterns: offline}]
    }
  },
  {files: ["lib/**/*.ts"], rules: {"no-restricted-imports": ["error", {patterns: browserSafe}]}},
  mayNotImport("sheet", "model", ...analyses, ...users),
  mayNotImport("model", ...analyses, ...users),
  ...analyses.map((layer) => mayNotImport(layer, ...users)),
  {files: ["test/**/*.ts", "cli/sweep/*.ts"], rules: {"no-restricted-imports": "off"}},
  {files: ["lib/sheet/kernel.ts"], rules: {"@typescript-eslint/no-implied-eval": "off"}},
  {files: ["**/*.js"], rules: {"no-undef": "off"}}
);

import eslint from "@eslint/js";
import {defineConfig, globalIgnores} from "eslint/config";
import tseslint from "typescript-eslint";
import {closedDoor, closedRooms} from "./scripts/floors.js";

const offline = [
  {regex: "^(npm|jsr|https?):", message: "the site is built and read without a network: import from node_modules"},
  {regex: "^@duckdb/node-api$", message: "the native DuckDB is for cli/sweep, scripts and tests only"}
];
const browser = [...offline, {regex: "^node:", message: "lib and src run in the browser: no Node built-ins"}];
const otherPage = {
  regex: "^\\.\\./(?!\\.\\./)",
  message: "a page imports its own folder and components; only reports imports pages"
};

/**
 * Imports that files may not contain. A later entry for the same files replaces an earlier one.
 * @param {string[]} files
 * @param {{regex: string, message: string}[]} patterns
 * @param {string[]} [ignores]
 * @returns {import("eslint").Linter.Config}
 */
const refuse = (files, patterns, ignores = []) => ({
  files,
  ignores,
  rules: {"no-restricted-imports": ["error", {patterns}]}
});

const doors = closedRooms().map((room) => {
  const elsewhere = /^(lib|src)\b/.test(room.folder) ? browser : offline;
  const native = room.folder === "cli" ? ["cli/sweep/**"] : [];
  return refuse([`${room.folder}/**/*.ts`], [...elsewhere, closedDoor(room)], native);
});
const closedToPages = closedRooms()
  .filter(({folder}) => folder === "src/pages")
  .map(closedDoor);

/**
 * JavaScript's own power, exponential and logarithm give different last bits on different machines. In formulas, the
 * parser handles powers.
 * @type {import("eslint").Linter.Config}
 */
const oneArithmetic = {
  files: ["lib/**/*.ts", "data-loaders/**/*.ts"],
  ignores: ["lib/sheet/{power,exponential,logarithm}.ts"],
  rules: {
    "no-restricted-properties": [
      "error",
      ...["pow", "exp", "log"].map((property) => ({
        object: "Math",
        property,
        message: `import ${property} from lib/sheet: the same bits on all machines`
      }))
    ],
    "no-restricted-syntax": [
      "error",
      {
        selector: ":matches([operator='**'], [operator='**=']):not(CallExpression[callee.name='formula'] *)",
        message: "import pow from lib/sheet: the same bits on all machines"
      }
    ]
  }
};

/**
 * A strict policy rejects style and handler attributes in templates; as properties they are allowed.
 * @type {import("eslint").Linter.Config}
 */
const strictTemplates = {
  files: ["src/**/*.ts"],
  rules: {
    "no-restricted-syntax": [
      "error",
      {
        selector: 'TaggedTemplateExpression TemplateElement[value.raw=/\\s(style|on[a-z]+)=("|$)/]',
        message: "write ${{style: {…}}} or ${{onclick: …}}, or a class: a page's policy refuses the attribute"
      }
    ]
  }
};

/**
 * Pages are drawn in Node, too, where nothing has a size.
 * @type {import("eslint").Linter.Config}
 */
const measuredNowhere = {
  files: ["src/components/{charts,figure,form,words}/**/*.ts"],
  rules: {
    "no-restricted-properties": [
      "error",
      ...["getBoundingClientRect", "getBBox", "clientWidth", "clientHeight", "offsetWidth"].map((property) => ({
        property,
        message: "pages are drawn without a browser when they are built: nothing can be measured"
      }))
    ]
  }
};

export default defineConfig(
  globalIgnores(["dist*/", "src/.observablehq/", "src/vendor/", "src/lib", "src/data", "test/site/output/"]),
  eslint.configs.recommended,
  {
    // No code is generated from text, so that a site can forbid it. Benchmarks may generate formulas.
    files: ["{cli,data-loaders,lib,scripts,src}/**/*.{js,ts}"],
    rules: {"no-eval": "error", "no-new-func": "error", "no-implied-eval": "error"}
  },
  {
    files: ["**/*.ts"],
    // oxlint checks the rules that need types, in a tenth of the time.
    extends: [tseslint.configs.strict],
    rules: {
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-unused-vars": ["error", {argsIgnorePattern: "^_", varsIgnorePattern: "^_$"}],
      "no-restricted-imports": ["error", {patterns: offline}]
    }
  },
  oneArithmetic,
  strictTemplates,
  measuredNowhere,
  ...doors,
  refuse(["src/pages/**/*.ts"], [...browser, ...closedToPages, otherPage], ["src/pages/reports/**"]),
  {files: ["test/**/*.ts", "cli/sweep/**/*.ts", "scripts/first-example.ts"], rules: {"no-restricted-imports": "off"}},
  {files: ["**/*.js"], rules: {"no-undef": "off"}}
);

import {execFileSync} from "node:child_process";
import {mkdtempSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {ESLint, Linter} from "eslint";
import tseslint from "typescript-eslint";
import {describe, expect, it} from "vitest";
import {root} from "../../scripts/paths.js";

const config = `${root}.oxlintrc.json`;
const {rules: typed} = JSON.parse(readFileSync(config, "utf8")) as {rules: Record<string, Linter.RuleEntry>};

/** Rules of the strict set that the project omits or configures differently. */
const departures = {
  "no-confusing-void-expression": "an arrow may return what it calls",
  "no-non-null-assertion": "an index in range needs no guard",
  "no-unsafe-class-instance-assignment": "oxlint doesn't have it",
  "no-unused-vars": "an underscore says that a name isn't used",
  "restrict-template-expressions": "a sentence may be written into another"
};

/** The strict set's rules of one kind, with their levels. */
function strict(readsTypes: boolean): [string, unknown][] {
  const levels = Object.assign({}, ...tseslint.configs.strictTypeChecked.map(({rules}) => rules)) as Linter.RulesRecord;
  return Object.entries(levels)
    .filter(([name, level]) => name.startsWith("@typescript-eslint/") && level !== "off")
    .map(([name, level]): [string, unknown] => [name.replace("@typescript-eslint/", ""), level])
    .filter(([name]) => !(name in departures))
    .filter(([name]) => needsTypes(name) === readsTypes);
}

function needsTypes(name: string): boolean {
  const {rules} = tseslint.plugin as unknown as {
    rules: Record<string, {meta: {docs?: {requiresTypeChecking?: boolean}}}>;
  };
  return rules[name]?.meta.docs?.requiresTypeChecking === true;
}

describe("two linters hold the strict set of rules between them", () => {
  it.each(strict(true))("oxlint holds %s, which reads types", (name, level) => {
    expect(typed[`typescript/${name}`]).toEqual(level);
  });
  it("eslint holds the others", async () => {
    const {rules} = (await new ESLint().calculateConfigForFile("lib/finance/npv.ts")) as {rules: Linter.RulesRecord};
    const held = strict(false).filter(([name]) => [rules[`@typescript-eslint/${name}`]].flat()[0] === 2);
    expect(held).toEqual(strict(false));
    expect(held.length).toBeGreaterThan(20);
  });
});

/** The rules violated by code in a temporary project. */
function broken(code: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), "typed-lint-"));
  writeFileSync(join(folder, "tsconfig.json"), '{"compilerOptions": {"strict": true}, "include": ["*.ts"]}');
  writeFileSync(join(folder, "a.ts"), `${code}\nexport {};\n`);
  const args = [`${root}node_modules/.bin/oxlint`, "--type-aware", "--format=json", "-c", config, "a.ts"];
  const env = {...process.env, OXLINT_TSGOLINT_PATH: `${root}node_modules/.bin/tsgolint`};
  return ruleNames(outputOf(args, folder, env));
}

/** The output of a program, whether or not it finds faults. */
function outputOf(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): string {
  try {
    return execFileSync(process.execPath, args, {cwd, env, encoding: "utf8", stdio: "pipe"});
  } catch (error) {
    return (error as {stdout: string}).stdout;
  }
}

function ruleNames(report: string): string[] {
  return (JSON.parse(report) as {diagnostics: {code: string}[]}).diagnostics.map(({code}) => code);
}

describe("rules that read types", () => {
  it.each([
    ["a promise is awaited", "Promise.resolve(1);", ["typescript(no-floating-promises)"]],
    [
      "what is always true isn't asked",
      "const a = 1 as const; if (a) void a;",
      ["typescript(no-unnecessary-condition)"]
    ],
    [
      "text from outside has a type",
      'const a: string = JSON.parse("1"); void a;',
      ["typescript(no-unsafe-assignment)"]
    ],
    ["sound code passes", "void Promise.resolve(1);", []]
  ])("%s", (_, code, rules) => expect(broken(code)).toEqual(rules));
});

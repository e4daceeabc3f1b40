import {expect, test} from "vitest";
import {sqlFences} from "../../scripts/sql-fences.js";

test.each([
  ["sql", "display(showSql(await runSql`SELECT 1`));"],
  ["sql id=rows", "const rows = await runSql`SELECT 1`;"],
  ["sql id=rows display", "const rows = await runSql`SELECT 1`;\ndisplay(showSql(rows));"],
  ["sql id=[row]", "const [row] = await runSql`SELECT 1`;"],
  ["sql display=false", "await runSql`SELECT 1`;"]
])("```%s", (info, statement) => {
  expect(rewritten(info, "SELECT 1\n")).toEqual({type: "fence", info: "js", content: imported + statement});
});

test("a parameter stays a parameter, a backtick is escaped", () => {
  expect(rewritten("sql id=a", "SELECT `x` + ${y}").content).toBe(
    `${imported}const a = await runSql\`SELECT \\\`x\\\` + \${y}\`;`
  );
});

test("run=false and other languages are left alone", () => {
  expect(rewritten("sql run=false", "SELECT 1").info).toBe("sql run=false");
  expect(rewritten("js", "1").content).toBe("1");
});

const imported = 'import {sql as runSql, resultTable as showSql} from "/components/database/sql.js";\n';

function rewritten(info: string, content: string) {
  const token = {type: "fence", info, content};
  sqlFences({
    core: {ruler: {push: (_name: string, rule: (state: {tokens: (typeof token)[]}) => void) => rule({tokens: [token]})}}
  });
  return token;
}

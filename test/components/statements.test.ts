import {expect, test} from "vitest";
import {refuseChange, refuseUnfit, statements} from "../../src/components/database/statements.js";

test.each([
  ["SELECT 1; SELECT 2;", ["SELECT 1", " SELECT 2"]],
  ["SELECT ';' AS \";\", $$;$$, $x$;$x$ -- ;\n/* ; */", ["SELECT ';' AS \";\", $$;$$, $x$;$x$ -- ;\n/* ; */"]],
  [" ; -- nothing;\n;/* nor this; */", []]
])("the statements of %j", (text, expected) => {
  const found = statements(text);
  expect(found.map((statement) => statement.text)).toEqual(expected);
  for (const {text: part, from} of found) expect(text.slice(from).startsWith(part)).toBe(true);
});

test.each([
  "DROP TABLE headline",
  "drop view if exists main.headline",
  '/* now */ INSERT INTO "headline" VALUES (1)',
  "UPDATE headline SET low = 0",
  "DELETE FROM Headline",
  "ALTER TABLE headline ADD COLUMN x INTEGER",
  "CREATE OR REPLACE TABLE headline AS SELECT 1",
  "TRUNCATE headline",
  "CREATE TABLE headline AS SELECT 1",
  "create view headline AS SELECT 1"
])("%s is refused, with a way out", (statement) => {
  expect(() => refuseChange(statement, ["headline"])).toThrow(
    /^\w+ would change headline, a table of the model\. Create your own table: CREATE TABLE my_headline AS FROM/
  );
});

test.each(["SELECT 'DROP TABLE headline'", "DROP TABLE own", "CREATE TABLE own AS FROM headline"])(
  "%s is not",
  (statement) => {
    expect(() => refuseChange(statement, ["headline"])).not.toThrow();
  }
);

test.each(["BEGIN", "start transaction", "COMMIT", "/* x */ ROLLBACK", "DELETE FROM own RETURNING *"])(
  "%s is refused, since cells share what it would open, or its types would be lost",
  (statement) => {
    expect(() => refuseUnfit(statement)).toThrow("Leave it out");
  }
);

test.each(["SELECT 'BEGIN'", "beginning", "INSERT INTO own VALUES ('RETURNING', \"returning\")", "FROM begin"])(
  "%s is not",
  (statement) => {
    expect(() => refuseUnfit(statement)).not.toThrow();
  }
);

import {parse as parseCsv} from "csv-parse/sync";
import fc from "fast-check";
import {unzipSync} from "fflate";
import {readXlsx} from "hucre/xlsx";
import {JSDOM} from "jsdom";
import MarkdownIt from "markdown-it";
import {describe, expect, it} from "vitest";
import {parse as parseYaml} from "yaml";
import {csv, csvText} from "../../lib/export/csv.js";
import {commented, identifier, quoted} from "../../lib/export/sql/identifier.js";
import {fileName, slug} from "../../lib/export/text/file-name.js";
import {htmlText} from "../../lib/export/text/html.js";
import {markdownCode, markdownText} from "../../lib/export/text/markdown.js";
import {wellFormed} from "../../lib/export/text/well-formed.js";
import {sheetNames, xmlText} from "../../lib/export/text/xml.js";
import {writeWorkbook} from "../../lib/export/xlsx/write.js";
import {scenarioText, yamlComment} from "../../lib/model/scenario-text.js";
import {memory} from "./duckdb.js";
import {nobody} from "./nobody.js";

const hostile =
  "\0 \r \n \r\n \t \v \f \x1b \x7f \u0085 \u00a0 \u2028 \u2029 \ufeff \ufffe \uffff \ud800 \udc00 ' '' \" ` ``` */ " +
  "/* -- ; = + - @ \uff1d & < > </p> <!-- ]]> &amp; $$ $a$ { } [ ] ( ) # * _ _x0041_ | " +
  "~ ! \\ / .. : ? % 😀 ü , 1 0 e a";
const unit = fc.oneof(fc.constantFrom(...hostile.split(" "), " "), fc.string({unit: "binary", maxLength: 1}));
const text = fc.array(unit, {maxLength: 12}).map((units) => units.join(""));
const texts = fc.array(text, {minLength: 20, maxLength: 20});

describe("SQL, read by DuckDB", () => {
  it("texts and names round-trip, except that NUL and lone surrogates become �", async () => {
    const database = await memory();
    const back = async (one: string): Promise<void> => {
      const reader = await database.runAndReadAll(
        `${commented(one).join("\n")}\nSELECT ${quoted(one)} AS ${identifier(`c${one}`)}`
      );
      const held = wellFormed(one).replaceAll("\0", "�");
      expect([reader.columnName(0), reader.getRows()]).toEqual([`c${held}`, [[held]]]);
    };
    await fc.assert(fc.asyncProperty(text, back));
  });
  it("a comment ends where its text ends", () => {
    expect(commented("a\rCOPY pwned\u2028TO\n\nx\0")).toEqual(["-- a", "-- COPY pwned", "-- TO", "--", "-- x�"]);
  });
});

describe("CSV, read by csv-parse", () => {
  const read = (file: string): string[][] => parseCsv(Buffer.from(file));
  const apart = (one: string): string => one.replace(/^'(?=\s*[=+\-@＝＋－＠\t\r\n])/, "");
  it("a text round-trips, apart from an apostrophe before what would be a formula", () => {
    fc.assert(
      fc.property(texts, (values) => {
        const rows = read(
          csv({
            columns: [
              {name: "n", values: values.map(() => 1)},
              {name: "t", values}
            ]
          })
        );
        expect(rows.slice(1).map(([, one]) => apart(one!))).toEqual(values.map((one) => apart(wellFormed(one))));
      })
    );
  });
  it("no cell starts like a formula", () => {
    fc.assert(
      fc.property(text, (one) => {
        const [[cell] = []] = read(`${csvText(one)},`);
        expect(Number.isFinite(Number(cell)) || !/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(cell ?? "")).toBe(true);
      })
    );
  });
  it.each([
    ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
    ["@SUM(1)", "'@SUM(1)"],
    ["\t=1", "'\t=1"],
    ["-1+2", "'-1+2"],
    ["-12.5e-3", "-12.5e-3"],
    ["+49", "+49"],
    ["a=1", "a=1"]
  ])("%j is %j", (one, cell) => expect(csvText(one)).toBe(cell));
  it("a number below 0 is a number", () => {
    expect(csv({columns: [{name: "=x", values: [-1.5]}]})).toBe("'=x\n-1.5\n");
  });
});

describe("XLSX", () => {
  it("is well-formed XML, and texts round-trip, except that characters XML forbids become �", async () => {
    const back = async (values: string[]): Promise<void> => {
      const bytes = await writeWorkbook({sheets: [{name: "A", rows: values.map((one) => ["x", one])}]}, nobody);
      const {DOMParser} = new JSDOM("").window;
      const strings = Buffer.from(unzipSync(bytes)["xl/sharedStrings.xml"]!).toString();
      expect(new DOMParser().parseFromString(strings, "application/xml").querySelector("parsererror")).toBeNull();
      const {sheets} = await readXlsx(bytes);
      expect(sheets[0]!.rows.map(([, one]) => one ?? "")).toEqual(values.map(xmlText));
    };
    await fc.assert(fc.asyncProperty(texts, back), {numRuns: 30});
  });
  it("gives sheets valid and distinct names", () => {
    fc.assert(
      fc.property(texts, (titles) => {
        const names = sheetNames(titles, ["About"]);
        expect(names.filter((name) => !/^(?!['\s])[^[\]:*?/\\\p{C}]{1,31}(?<!['\s])$/u.test(name))).toEqual([]);
        expect(new Set(["about", "history", ...names.map((name) => name.toLowerCase())]).size).toBe(22);
      })
    );
  });
  it("a text longer than a cell ends with …", async () => {
    const {sheets} = await readXlsx(await writeWorkbook({sheets: [{name: "A", rows: [["x".repeat(40_000)]]}]}, nobody));
    expect(sheets[0]!.rows[0]![0]).toBe(`${"x".repeat(32_766)}…`);
  });
});

it("HTML, read by jsdom: a text is itself between tags and in an attribute, but for NUL and halves of pairs", () => {
  const {document} = new JSDOM("").window;
  const place = document.createElement("div");
  fc.assert(
    fc.property(text, (one) => {
      place.innerHTML = `<p title="${htmlText(one)}" lang='${htmlText(one)}'>${htmlText(one)}</p>`;
      const {title, lang, textContent} = place.firstElementChild as HTMLElement;
      const held = wellFormed(one).replaceAll("\0", "�");
      expect([title, lang, textContent, place.childNodes.length]).toEqual([held, held, held, 1]);
    })
  );
});

describe("YAML, read by yaml", () => {
  it("a scenario's title round-trips, whatever its comments say", () => {
    fc.assert(
      fc.property(text, text, (title, comment) => {
        const file = scenarioText({title, description: "", parent: "reference", overrides: [], formulas: []});
        const read = parseYaml(`${yamlComment(comment).join("\n")}\n${file}`) as {title: string};
        expect({...read, title: wellFormed(read.title)}).toEqual({title: wellFormed(title), parent: "reference"});
      })
    );
  });
});

it("Markdown, read by markdown-it: a text is one line of text, and code is code", () => {
  const reader = new MarkdownIt({html: true});
  const {document} = new JSDOM("").window;
  const place = document.createElement("div");
  const line = (one: string): string => one.replace(/[\s\u0085\p{Cc}]+/gu, " ").trim();
  fc.assert(
    fc.property(text, (one) => {
      place.innerHTML = reader.render(`- x ${markdownText(one)} y ${markdownCode(one)} z`);
      expect([...place.querySelectorAll("*")].map(({localName}) => localName)).toEqual(["ul", "li", "code"]);
      const held = line(wellFormed(one).replaceAll("\0", "�"));
      expect(line(place.textContent)).toBe(line(`x ${held} y ${held} z`));
    })
  );
});

describe("names of files", () => {
  it("are valid on every system", () => {
    fc.assert(
      fc.property(text, (one) => {
        const name = fileName(one, "csv");
        expect(name).toMatch(/^(?![. ])[^/\\:*?"<>|\p{C}]{1,101}(?<![. ])\.csv$/u);
        expect(slug(one)).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/);
      })
    );
  });
  it.each([
    ["power-crunch", "power-crunch.csv"],
    ["../../etc/passwd", "-..-etc-passwd.csv"],
    ["CON", "_CON.csv"],
    ["lpt1.x", "_lpt1.x.csv"],
    ["..", "_.csv"],
    ["Größe 1", "Größe 1.csv"],
    ["x".repeat(300), `${"x".repeat(100)}.csv`]
  ])("%s is %s", (one, name) => expect(fileName(one, "csv")).toBe(name));
});

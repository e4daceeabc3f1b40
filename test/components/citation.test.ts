import {describe, expect, it} from "vitest";
import {citationFormats, type Cited} from "../../src/components/cite/citation.js";

const cited: Cited = {
  page: "Power & cost_per 100 %",
  site: "The AI Token Factory",
  url: "https://example.org/inference?model=kimi-k2#own=a,b",
  version: "0.1.0",
  model: "4e622aa3c550",
  commit: "",
  accessed: "2026-11-29"
};
const {text, bibtex, ris, csl} = citationFormats;

describe("a citation", () => {
  it("as text names authors, page, edition, address and day", () =>
    expect(text.write(cited)).toBe(
      "The AI Token Factory authors (2026). Power & cost_per 100 %. The AI Token Factory, version 0.1.0, model " +
        "4e622aa3c550. https://example.org/inference?model=kimi-k2#own=a,b (accessed 2026-11-29)."
    ));
  it("as BibTeX is one entry, in whose title TeX reads no commands", () => {
    const entry = bibtex.write(cited);
    expect(entry).toContain("@online{token-factory-power-cost-per-100-4e622aa3,\n");
    expect(entry).toContain("title = {{Power \\& cost\\_per 100 \\%}. The AI Token Factory}");
    expect(entry).toContain("url = {https://example.org/inference?model=kimi-k2#own=a,b}");
    expect([...entry.matchAll(/{/g)]).toHaveLength([...entry.matchAll(/}/g)].length);
  });
  it("as RIS begins with its type, ends with ER, and has one tag a line", () => {
    const lines = ris.write(cited).split("\r\n");
    expect([lines[0], lines.at(-1)]).toEqual(["TY  - DATA", "ER  - "]);
    expect(lines.filter((line) => !/^[A-Z][A-Z0-9] {2}- /.test(line))).toEqual([]);
  });
  it("as CSL-JSON is a list of one item with the fields of its schema", () =>
    expect(JSON.parse(csl.write(cited))).toMatchObject([
      {
        type: "dataset",
        title: cited.page,
        URL: cited.url,
        issued: {"date-parts": [[2026]]},
        accessed: {"date-parts": [[2026, 11, 29]]}
      }
    ]));
  it("names the commit if known, in any format", () => {
    const written = Object.values(citationFormats).map(({write}) => write({...cited, commit: "163a26b1c2d3"}));
    expect(written.filter((one) => !one.includes("commit 163a26b1c2d3"))).toEqual([]);
    expect(text.write({...cited, commit: "163a26b1c2d3"})).toContain("0.1.0, commit 163a26b1c2d3, model 4e622aa3c550");
  });
  it("without an address has no access date, in any format", () => {
    const {url: _, ...placeless} = {...cited, accessed: "2026-12"};
    const written = Object.values(citationFormats).map(({write}) => write(placeless));
    expect(written.filter((one) => /undefined|example|access|urldate|Y2/i.test(one))).toEqual([]);
    expect(written.filter((one) => !one.includes("2026") || !one.includes("4e622aa3c550"))).toEqual([]);
    expect(written[1]).toMatch(/^@misc\{/);
  });
});

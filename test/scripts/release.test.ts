import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {describe, expect, it} from "vitest";
import {archive} from "../../scripts/release/archive.js";
import {parse} from "yaml";
import {filledCitation} from "../../scripts/release/citation.js";
import {releaseIn} from "../../scripts/release/changelog.js";
import {historyOf, releases, withRelease} from "../../scripts/release/history.js";
import {releaseProblems, type Files} from "../../scripts/release/problems.js";
import {root} from "../../scripts/paths.js";

const json = JSON.stringify({version: "1.2.3"});
const ready: Files = {
  "package.json": json,
  "package-lock.json": json,
  "codemeta.json": json,
  ".zenodo.json": json,
  "CHANGELOG.md": "# Changelog\n\n## 1.2.3, 5 December 2026\n\n- New.\n\n## 1.2.2, 1 May 2026\n",
  "CITATION.cff": 'cff-version: 1.2.0\nversion: 1.2.3\ndate-released: "2026-12-05"\n'
};

describe("a release", () => {
  it("is made if all files name the same version and day", () => expect(releaseProblems(ready)).toEqual([]));
  it.each([
    ["package-lock.json", '{"version": "1.2.2"}', "package-lock.json is of version 1.2.2, package.json of 1.2.3"],
    ["codemeta.json", "{}", "codemeta.json is of version none, package.json of 1.2.3"],
    [".zenodo.json", '{"version": "2.0.0"}', ".zenodo.json is of version 2.0.0, package.json of 1.2.3"],
    [
      "CITATION.cff",
      "version: 1.2.3\ndate-released: 2026-12-04",
      "CITATION.cff: date-released is 2026-12-04, CHANGELOG.md has 2026-12-05"
    ],
    [
      "CITATION.cff",
      "version: 1.2.0\ndate-released: 2026-12-05",
      "CITATION.cff is of version 1.2.0, package.json of 1.2.3"
    ]
  ])("is not made with a %s that says %s", (file, text, problem) =>
    expect(releaseProblems({...ready, [file]: text})).toEqual([problem])
  );
  it("needs a day, except for a draft", () => {
    const open = {
      ...ready,
      "CHANGELOG.md": "## 1.2.3, December 2026 (unreleased)\n",
      "CITATION.cff": "version: 1.2.3\n"
    };
    expect(releaseProblems(open)).toEqual(['CHANGELOG.md: give 1.2.3 its day, "## 1.2.3, 5 December 2026"']);
    expect(releaseProblems(open, {draft: true})).toEqual([]);
  });
  it("fills in the day and the commit of its citation", () => {
    const filled = filledCitation("title: T\nversion: 1.2.3\ndate-released: 2020-01-01\nlicense: MIT\n", {
      date: "2026-12-05",
      commit: "4e622aa3c550"
    });
    expect(parse(filled)).toEqual({
      title: "T",
      version: "1.2.3",
      "date-released": "2026-12-05",
      commit: "4e622aa3c550",
      license: "MIT"
    });
    expect(filledCitation("version: 1.2.3\n", {date: "", commit: ""})).toBe("version: 1.2.3\n");
  });
  it("of this project has files that agree", () => {
    const texts = Object.keys(ready).map((name) => [name, readFileSync(root + name, "utf8")]);
    expect(releaseProblems(Object.fromEntries(texts) as Files, {draft: true})).toEqual([]);
  });
});

describe("releaseIn", () => {
  it.each([
    ["## 0.1.0, 5 December 2026", {version: "0.1.0", date: "2026-12-05", released: true}],
    ["## 0.1.0, December 2026 (unreleased)", {version: "0.1.0", date: "2026-12", released: false}],
    [
      "# Changelog\n\n## 2.0.0, 12 May 2027\n\n## 1.0.0, 1 May 2026",
      {version: "2.0.0", date: "2027-05-12", released: true}
    ]
  ])("%j", (text, release) => expect(releaseIn(text)).toEqual(release));
  it.each(["", "## Unreleased", "## 0.1.0, 5 Decembre 2026", "## 0.1.0"])("refuses %j", (text) =>
    expect(() => releaseIn(text)).toThrow('expected "## 0.1.0, 5 December 2026"')
  );
});

describe("an archive", () => {
  it("of the same files has the same bytes, whenever and in whatever order they were written", async () => {
    const folder = mkdtempSync(`${tmpdir()}/token-factory-release-`);
    const made: Buffer[] = [];
    for (const names of [
      ["b.txt", "a.txt"],
      ["a.txt", "b.txt", ".site-hash"]
    ]) {
      const site = `${folder}/${names.length}`;
      mkdirSync(site);
      for (const name of names) writeFileSync(`${site}/${name}`, name);
      await archive(site, ["."], `${folder}/site.tar.gz`);
      made.push(readFileSync(`${folder}/site.tar.gz`));
      await new Promise((resolve) => setTimeout(resolve, 1100));
    }
    rmSync(folder, {recursive: true});
    expect(made[0]!.equals(made[1]!)).toBe(true);
  });
});

describe("the history of a table", () => {
  const first = {version: "0.1.0", date: "2026-12-05", tables: {headline: "a", cluster: "b"}};
  const second = {version: "0.2.0", date: "2027-01-10", tables: {headline: "a", cluster: "c", sites: "d"}};
  it("starts with the first version that has it, and states which versions changed it", () => {
    const all = withRelease([first], second);
    expect(historyOf("headline", all)).toEqual([
      "First published in version 0.1.0, 2026-12-05.",
      "Version 0.2.0, 2027-01-10: the same file as in version 0.1.0."
    ]);
    expect(historyOf("cluster", all)[1]).toBe("Version 0.2.0, 2027-01-10: changed since version 0.1.0.");
    expect(historyOf("sites", all)).toEqual(["First published in version 0.2.0, 2027-01-10."]);
  });
  it("has each version once, and none before the first release", () => {
    expect(withRelease([first, second], {...first, date: "2026-12-06"}).map(({date}) => date)).toEqual([
      "2027-01-10",
      "2026-12-06"
    ]);
    expect(releases("/nowhere.json")).toEqual([]);
  });
});

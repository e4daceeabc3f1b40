import {execFileSync} from "node:child_process";
import {mkdirSync, mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {afterEach, beforeAll, describe, expect, it, vi} from "vitest";
import {commit} from "../../scripts/commit.js";
import {stamped} from "../../scripts/stamp.js";

const folder = `${mkdtempSync(`${tmpdir()}/token-factory-`)}/`;
const git = (...words: string[]): string => execFileSync("git", ["-C", folder, ...words], {encoding: "utf8"}).trim();

beforeAll(() => {
  writeFileSync(`${folder}package.json`, "{}");
  git("init", "-q");
  git("add", ".");
  git("-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false", "commit", "-qm", "first");
});
afterEach(() => vi.unstubAllEnvs());

describe("the commit", () => {
  it("is git's, marked if tracked files differ from it", () => {
    vi.stubEnv("GIT_COMMIT", undefined);
    const head = git("rev-parse", "HEAD").slice(0, 12);
    expect(commit(folder)).toBe(head);
    writeFileSync(`${folder}package.json`, "{ }");
    expect(commit(folder)).toBe(`${head}-dirty`);
    git("checkout", "-q", "package.json");
  });
  it("is that of GIT_COMMIT, if it is one", () => {
    vi.stubEnv("GIT_COMMIT", "4e622aa3c5501234");
    expect(commit(folder)).toBe("4e622aa3c550");
    vi.stubEnv("GIT_COMMIT", "main");
    expect(commit(folder)).toBe(git("rev-parse", "HEAD").slice(0, 12));
  });
  it("is not that of an enclosing repository, but the one in the package", () => {
    vi.stubEnv("GIT_COMMIT", undefined);
    mkdirSync(`${folder}inside`);
    expect(commit(`${folder}inside/`)).toBe("");
    writeFileSync(`${folder}inside/package.json`, '{"gitHead": "163a26b1c2d3"}');
    expect(commit(`${folder}inside/`)).toBe("163a26b1c2d3");
  });
  it("is in the head and foot of a page", () => {
    const page = '<meta name="token-factory" content="0.1.0 abc">…Version 0.1.0, model <code>abc</code>';
    expect(stamped(page, "163a26b1c2d3")).toBe(
      '<meta name="token-factory" content="0.1.0 abc"><meta name="commit" content="163a26b1c2d3">…' +
        "Version 0.1.0, commit <code>163a26b1c2d3</code>, model <code>abc</code>"
    );
  });
});

import * as node from "node:fs";
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {beforeEach, describe, expect, it} from "vitest";
import type {FileSystem} from "../../../cli/output/file-system.js";
import {fileAt} from "../../../cli/output/write-file.js";
import {folderAt, type Contents} from "../../../cli/output/write-folder.js";

let home: string;
beforeEach(() => (home = mkdtempSync(join(tmpdir(), "token-factory-"))));

const contents: Contents = {
  of: "the tables",
  isOurs: (name) => /^[abk]$/.test(name),
  stays: (name) => name === "k"
};
const files = (text: string): Map<string, string> =>
  new Map([
    ["a", text],
    ["b", text]
  ]);

/** A file system whose nth call fails with a code; it counts the calls. */
function failing(nth: number, code: string): {fs: FileSystem; calls: () => number} {
  let calls = 0;
  const fs = new Proxy(node, {
    get:
      (target, name: keyof FileSystem) =>
      (...args: unknown[]) => {
        if (++calls === nth) throw Object.assign(new Error(code), {code, syscall: name});
        return (target[name] as (...given: unknown[]) => unknown)(...args);
      }
  });
  return {fs, calls: () => calls};
}

/** The content of a folder, by name; undefined if it does not exist. */
function held(folder: string): Record<string, string> | undefined {
  if (!existsSync(folder)) return undefined;
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

const codes = ["ENOSPC", "EACCES", "EIO", "ENOENT"];

describe.each(codes)("with a file system whose nth call fails with %s", (code) => {
  it.each([
    ["new", undefined],
    ["old", {a: "old", k: "kept"}]
  ] as const)("a folder (%s) holds the old set or the new one", async (_, before) => {
    const after = {a: "new", b: "new", ...(before && {k: "kept"})};
    for (let nth = 1, done = false; !done; ++nth) {
      const folder = join(home, `${nth}`, "out");
      if (before) mkdirSync(folder, {recursive: true});
      for (const [name, text] of Object.entries(before ?? {})) writeFileSync(join(folder, name), text);
      const {fs, calls} = failing(nth, code);
      const outcome = await (async () => folderAt("--out", folder, contents, fs)(files("new")))().then(
        () => "written",
        (error: unknown) => String(error)
      );
      expect(held(folder), `call ${nth}: ${outcome}`).toEqual(outcome === "written" ? after : before);
      if (outcome !== "written") expect(outcome).toMatch(/^InputError: --out .*: cannot be written: .*: /);
      done = calls() < nth;
    }
  });
  it.each([
    ["new", undefined],
    ["old", "old"]
  ])("a file (%s) holds the old text or the new one", async (_, before) => {
    for (let nth = 1, done = false; !done; ++nth) {
      const folder = join(home, `${nth}`);
      if (before !== undefined) mkdirSync(folder);
      if (before !== undefined) writeFileSync(join(folder, "f"), before);
      const {fs, calls} = failing(nth, code);
      const outcome = await (async () => fileAt("--out", join(folder, "f"), fs)("new"))().then(
        () => "written",
        () => "failed"
      );
      const found = existsSync(join(folder, "f")) ? readFileSync(join(folder, "f"), "utf8") : undefined;
      expect(found, `call ${nth}`).toBe(outcome === "written" ? "new" : before);
      done = calls() < nth;
    }
  });
});

describe("a folder that is written whole", () => {
  it("leaves nothing beside itself, and no file of an older set", async () => {
    const folder = join(home, "deep/er/out");
    await folderAt("--out", folder, contents)(new Map([["a", "1"]]));
    await folderAt("--out", folder, contents)(new Map([["b", "2"]]));
    expect(held(folder)).toEqual({b: "2"});
    expect(readdirSync(join(home, "deep/er"))).toEqual(["out"]);
  });
  it("holds one set after many were written at the same time", async () => {
    const folder = join(home, "out");
    const writers = ["1", "2", "3", "4", "5"].map((text) => ({text, write: folderAt("--out", folder, contents)}));
    await Promise.all(writers.map(({text, write}) => write(files(text))));
    expect(new Set(Object.values(held(folder)!)).size).toBe(1);
    expect(readdirSync(home)).toEqual(["out"]);
  });
  it.each(["SIGINT", "SIGTERM"] as const)("stays as it was where %s comes", async (signal) => {
    const folder = join(home, "out");
    await folderAt("--out", folder, contents)(files("old"));
    const writing = folderAt("--out", folder, contents)(files("new"));
    process.kill(process.pid, signal);
    await expect(writing).rejects.toThrow(`interrupted by ${signal}: nothing was written`);
    expect(held(folder)).toEqual({a: "old", b: "old"});
    expect(readdirSync(home)).toEqual(["out"]);
  });
  it("is the folder that a link names", async () => {
    mkdirSync(join(home, "real"));
    symlinkSync("real", join(home, "link"));
    await folderAt("--out", join(home, "link"), contents)(files("new"));
    expect(held(join(home, "real"))).toEqual({a: "new", b: "new"});
  });
});

describe("a place where nothing can be written is refused before the work", () => {
  beforeEach(() => {
    writeFileSync(join(home, "file"), "");
    mkdirSync(join(home, "others"));
    writeFileSync(join(home, "others/notes.txt"), "");
    symlinkSync("loop", join(home, "loop"));
  });
  it.each([
    ["", 'expected a path, got ""'],
    ["  ", "expected a path"],
    ["file", "a file is there"],
    ["file/below", "part of the path is a file"],
    ["others", 'folder contains "notes.txt", which is not one of the tables'],
    ["loop", "links are circular"],
    ["loop/below", "links are circular"],
    ["x".repeat(300), "the name is too long"],
    ["nul\0", "a character that is not allowed"],
    ["/proc/x/y", "cannot be written"],
    ["/sys/x", "cannot be written"],
    ["/dev/full", "a file is there"],
    ["/dev/full/x", "part of the path is a file"],
    [".", "you are working in it"],
    ["/", "you are working in it"]
  ])("as a folder: %j", (path, message) => {
    const place = path.startsWith("/") || path.trim() === "" || path === "." ? path : join(home, path);
    expect(() => folderAt("--out", place, contents)).toThrow(message);
  });
  it.each([
    ["", "expected a path"],
    ["others", "it is a folder"],
    ["file/below", "part of the path is a file"],
    ["/dev/full", "not a regular file"],
    ["/proc/x/y", "cannot be written"],
    ["loop", "links are circular"]
  ])("as a file: %j", (path, message) => {
    expect(() => fileAt("--out", path.startsWith("/") || path === "" ? path : join(home, path))).toThrow(message);
  });
});

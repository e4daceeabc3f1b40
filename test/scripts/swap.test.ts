import {mkdirSync, mkdtempSync, readdirSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {describe, expect, it} from "vitest";
import {swap} from "../../scripts/swap.js";

function folder(...names: string[]): string {
  const home = mkdtempSync(`${tmpdir()}/token-factory-swap-`);
  for (const name of names) {
    mkdirSync(`${home}/${name}`);
    writeFileSync(`${home}/${name}/of-${name}`, "");
  }
  return home;
}

describe("swap", () => {
  it.each([[["new"]], [["new", "place"]], [["new", "place", "place.old"]]])("of %j leaves the new one", (names) => {
    const home = folder(...names);
    swap(`${home}/new`, `${home}/place`);
    expect([readdirSync(home), readdirSync(`${home}/place`)]).toEqual([["place"], ["of-new"]]);
  });
  it("restores the old one if it fails", () => {
    const home = folder("place");
    expect(() => swap(`${home}/new`, `${home}/place`)).toThrow("ENOENT");
    expect([readdirSync(home), readdirSync(`${home}/place`)]).toEqual([["place"], ["of-place"]]);
  });
});

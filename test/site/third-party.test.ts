import {readdirSync, readFileSync} from "node:fs";
import {expect, it} from "vitest";
import {dist} from "../../scripts/paths.js";

it("the site ships the licence of every module that it contains", () => {
  const licences = readFileSync(`${dist}/third-party-licences.txt`, "utf8");
  const modules = readdirSync(`${dist}/_node`, {recursive: true, encoding: "utf8"}).flatMap(
    (path) => /^((?:@[^/]+\/)?[^/@]+)@([^/]+)$/.exec(path)?.slice(1, 3).join(" ") ?? []
  );
  expect(modules.length).toBeGreaterThan(50);
  expect(modules.filter((name) => !licences.includes(`${name}\n\n`))).toEqual([]);
  expect(licences).not.toMatch(/GNU (AFFERO |LESSER )?GENERAL PUBLIC LICENSE/i);
});

it("the bill of materials names every package in the build, and is the same in every build", () => {
  const bill = JSON.parse(readFileSync(`${dist}/sbom.cdx.json`, "utf8")) as {
    serialNumber?: string;
    metadata: {timestamp?: string; tools?: object; component: {name: string}};
    components: {name: string}[];
  };
  const {dependencies, name} = JSON.parse(readFileSync("package.json", "utf8")) as {
    dependencies: Record<string, string>;
    name: string;
  };
  const names = bill.components.map(({name}) => name);
  expect(names).toEqual(expect.arrayContaining(Object.keys(dependencies)));
  expect(names).not.toContain("vitest");
  const {timestamp, tools, component} = bill.metadata;
  expect([bill.serialNumber, timestamp, tools]).toEqual([undefined, undefined, undefined]);
  expect(component.name).toBe(name);
});

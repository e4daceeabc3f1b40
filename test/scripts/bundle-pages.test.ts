import {expect, it} from "vitest";
import {modulesIn, withBundles, withModel, withOwnAddress} from "../../scripts/bundle-pages.js";

const page = `<head>
<link rel="modulepreload" href="./_observablehq/client.js">
<link rel="modulepreload" href="./_import/a.1.js">
<link rel="modulepreload" href="./_node/d3/index.js">
</head>
<script type="module" src="./_import/banner.js"></script>
<script>const [{a}, {b}] = await Promise.all([import("./_import/a.1.js"), import("./_node/d3/index.js")]);</script>
`;

const none = {bytes: 0, inputs: {}, exports: []};
const outputs = {
  "_import/a.1.X.js": {
    ...none,
    entryPoint: "_import/a.1.js",
    imports: [{path: "_import/shared/S.js", kind: "import-statement" as const}]
  },
  "_node/d3/index.Y.js": {
    ...none,
    entryPoint: "_node/d3/index.js",
    imports: [{path: "_import/shared/L.js", kind: "dynamic-import" as const}]
  },
  "_import/banner.Z.js": {...none, entryPoint: "_import/banner.js", imports: []},
  "_import/shared/S.js": {...none, imports: []},
  "_import/shared/L.js": {...none, imports: []}
};

it("a page's modules are those that its cells and its head import", () => {
  expect(modulesIn(page)).toEqual(["_import/banner.js", "_import/a.1.js", "_node/d3/index.js"]);
});

it("a page imports bundles by their own names, and preloads what they need at once", () => {
  const bundled = withBundles(page, outputs);
  expect(modulesIn(bundled)).toEqual(["_import/banner.Z.js", "_import/a.1.X.js", "_node/d3/index.Y.js"]);
  expect(Array.from(bundled.matchAll(/modulepreload" href="\.\/([^"]+)"/g), ([, name]) => name)).toEqual([
    "_observablehq/client.js",
    "_import/banner.Z.js",
    "_import/a.1.X.js",
    "_node/d3/index.Y.js",
    "_import/shared/S.js"
  ]);
});

it("the model's inputs are fetched early, by the name that the page registers", () => {
  const registered = `<head></head>registerFile({"path":"./_file/data/published_model.12.json"})`;
  expect(withModel(registered)).toContain(
    `<link rel="preload" as="fetch" crossorigin href="./_file/data/published_model.12.json">`
  );
});

it("a module finds files beside itself wherever its code is", () => {
  const moved = withOwnAddress(`new Worker(import.meta.resolve("./w.js"))`, "_import/live/pool.js");
  const [, file, pattern, place] = /new URL\("(.*?)", import\.meta\.url\.replace\(\/(.*)\/, "(.*)"\)\)/.exec(moved)!;
  const run = (at: string): string => new URL(file!, at.replace(new RegExp(pattern!), place!)).href;
  expect(run("https://a.b/_import/c/_import/shared/S.js")).toBe("https://a.b/_import/c/_import/live/w.js");
  expect(run("https://a.b/x/_node/d3/index.js")).toBe("https://a.b/x/_import/live/w.js");
});

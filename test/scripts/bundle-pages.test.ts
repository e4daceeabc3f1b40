import {expect, it} from "vitest";
import {withBundles, withModel, withOwnAddress} from "../../scripts/bundle-pages.js";
import {building} from "../../scripts/paths.js";

const chunk = {facadeModuleId: null, imports: [] as string[]};
const chunks = [
  {
    ...chunk,
    fileName: "_import/page/a/b.1.js",
    facadeModuleId: `${building}/a/b.page.js`,
    imports: ["_import/shared/S.js"]
  },
  {...chunk, fileName: "_import/shared/S.js", imports: ["_import/shared/T.js"]},
  {...chunk, fileName: "_import/shared/T.js"},
  {...chunk, fileName: "_import/shared/other.js"}
];

it("a page names its module, and all that this needs, from where it stands", () => {
  const html = withBundles("<head></head>", "a/b.html", chunks, "_import/boot.1.js");
  expect(html).toContain('<script type="module" src="../_import/boot.1.js"');
  expect(html).toContain('data-module="../_import/page/a/b.1.js"');
  expect(html).toContain(
    'data-chunks="../_import/page/a/b.1.js ../_import/shared/S.js ../_import/shared/T.js"></script>'
  );
});

it("the model's inputs are fetched early, by the name that the page registers", () => {
  const code = `registerFile({"path":"./_file/data/published_model.12.json"})`;
  expect(withModel("<head></head>", code)).toContain(
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

import {expect, it} from "vitest";
import {splitPage, withStaticImports} from "../../scripts/prerender/page-module.js";

const page = `<head>
<link rel="modulepreload" href="./_observablehq/client.1.js">
<script type="module" src="./_import/banner.js"></script>
<script type="module">

import {define} from "./_observablehq/client.1.js";
registerFile("./a.parquet", {"name":"./a.parquet","lastModified":1795967903047,"size":4128});
define({id: "1", body: () => {}});
</script>
</head>`;

it("a page's scripts become one module that gives what starts it; the page keeps none", () => {
  const {html, code} = splitPage(page);
  expect(html).toBe("<head>\n</head>");
  expect(code).toMatch(/^import "\.\/_import\/banner\.js";\n/);
  expect(code).toContain('define({id: "1"');
  expect(code).toContain(
    'export {begin, beginLate, hurry, isLate, replay, settled} from "./_observablehq/client.1.js";'
  );
});

it("the date of a file is left out", () =>
  expect(splitPage(page).code).toContain('registerFile("./a.parquet", {"name":"./a.parquet","size":4128});'));

it("imports at run time become imports by name at the head", () => {
  const code =
    'const f = async () => {const [{a}, b] = await Promise.all([import("./a.js"), import("./b.js")]); a(b);};';
  expect(withStaticImports(code)).toBe(
    'import {a as a$0} from "./a.js";\nimport * as all$1 from "./b.js";\n' +
      "const f = async () => {const [{a}, b] = await Promise.all([{a: a$0}, all$1]); a(b);};"
  );
  expect(withStaticImports('const {c} = await import("./c.js");')).toBe(
    'import {c as c$0} from "./c.js";\nconst {c} = await {c: c$0};'
  );
});

it("imports on demand stay in place", () => {
  const code = 'const open = () => import("./panel.js");';
  expect(withStaticImports(code)).toBe(code);
});

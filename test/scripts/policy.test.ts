import {createHash} from "node:crypto";
import {expect, it} from "vitest";
import {policyFor, policyIn, stylesIn} from "../../scripts/strict/policy.js";
import {Sheet} from "../../scripts/strict/sheet.js";

it("a page may run its own files and WebAssembly, and no other code", () => {
  const policy = policyFor("index.html", []);
  expect(policy).toMatch(/^default-src 'self'; script-src 'self' 'wasm-unsafe-eval';/);
  expect(policy).not.toContain("unsafe-inline");
  expect(policy).not.toContain("'unsafe-eval'");
});

it("the styles that charts bring along are allowed word for word", () => {
  const styles = stylesIn(["<svg><style>a &gt; b {}</style></svg>", "<style>a &gt; b {}</style>"]);
  expect(styles).toEqual(["a > b {}"]);
  const hash = createHash("sha256").update("a > b {}").digest("base64");
  expect(policyFor("index.html", styles)).toContain(`style-src 'self' 'nonce-editor' 'sha256-${hash}'`);
});

it("a page's policy is read from the page", () => {
  expect(policyIn(`<meta http-equiv="Content-Security-Policy" content="default-src 'self'">`)).toBe(
    "default-src 'self'"
  );
  expect(policyIn("<p>no policy</p>")).toBeUndefined();
});

it("elements refer to their styles, each of which is written once", () => {
  const sheet = new Sheet();
  expect(sheet.taken(`<p title="a > b" style="color: red;">style="x"</p><i style="color: red;">`)).toBe(
    `<p title="a > b" data-s="0">style="x"</p><i data-s="0">`
  );
  expect(sheet.taken(`<b style="margin: 0;">`)).toBe(`<b data-s="1">`);
});

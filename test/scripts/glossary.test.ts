import MarkdownIt from "markdown-it";
import {readdirSync, readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {glossaryLinks} from "../../scripts/glossary.js";
import {anchorOf, glossary} from "../../src/components/words/glossary.js";

const pages = readdirSync("src").filter((name) => name.endsWith(".md"));

describe("the glossary", () => {
  test("has its terms in alphabetical order, each once", () => {
    const anchors = glossary.map(({term}) => anchorOf(term));
    expect(anchors).toEqual([...new Set(anchors)].sort());
  });
  test.each(glossary)("defines $term in one sentence", ({meaning}) =>
    expect(meaning).toMatch(/^[A-Z][^.]*(?:\.\d[^.]*)*\.$/)
  );
  test("is the target of every link to it, and every term is linked from a page", () => {
    const linked = new Set(pages.flatMap((name) => linksIn(rendered(prose(name)))));
    const written = pages.flatMap((name) => linksIn(readFileSync(`src/${name}`, "utf8")));
    const anchors = [...rendered("```glossary\n```").matchAll(/<dt id="([^"]+)">/g)].map(([, id]) => id);
    expect([...linked].sort()).toEqual(anchors);
    expect(anchors).toEqual(expect.arrayContaining(written));
  });
});

describe("a link to the glossary", () => {
  test("is at the first use of a term, in any of its forms", () => {
    expect(linksIn(rendered("GPU-hours and a GPU-hour.\n\nA GPU-hour again."))).toEqual(["gpu-hour"]);
  });
  test("covers the longest form", () => {
    expect(linksIn(rendered("Disaggregated prefill."))).toEqual(["disaggregated-prefill"]);
  });
  test.each(["# Scenario", "[a scenario](./scenarios)", "`scenario`", "scenario-like"])("is not made in %s", (text) =>
    expect(linksIn(rendered(text))).toEqual([])
  );
});

function rendered(text: string): string {
  const markdown = new MarkdownIt({html: true});
  glossaryLinks(markdown as unknown as Parameters<typeof glossaryLinks>[0], glossary, anchorOf);
  return markdown.render(text);
}

function linksIn(text: string): string[] {
  return [...text.matchAll(/glossary#([\w-]+)/g)].map(([, anchor]) => anchor!);
}

/** A page without its computed content. */
function prose(name: string): string {
  const [first = "", ...rest] = readFileSync(`src/${name}`, "utf8")
    .replace(/^---\n[\s\S]*?\n---\n/, "")
    .split("${");
  return first + rest.map(withoutExpression).join("`…`");
}

function withoutExpression(text: string): string {
  let depth = 1;
  const end = Array.from(text).findIndex((sign) => (depth += sign === "{" ? 1 : sign === "}" ? -1 : 0) === 0);
  return text.slice(end + 1);
}

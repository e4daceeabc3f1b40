import {JSDOM} from "jsdom";
import {expect, inject, test} from "vitest";
import {listed} from "../../scripts/pages.js";

const pages = listed.map(({path}) => path.slice(1));

test.each(pages)("every chart of /%s has a heading, a text alternative and a table", async (page) => {
  for (const figure of await figuresOf(page)) {
    const title = wordsOf(figure.querySelector("h3")!);
    const told = figure.querySelector(".figure-chart")!.getAttribute("aria-label")!;
    expect(told.split(" ").length, title).toBeGreaterThan(2);
    expect(`${title} ${told}`).not.toMatch(/NaN|undefined|Infinity|\[object/);
    expect(figure.querySelectorAll(".figure-table table tr").length, title).toBeGreaterThan(1);
  }
});

test.each(pages)("the charts of /%s have short findings above their measures", async (page) => {
  for (const found of findingsIn(await figuresOf(page))) {
    expect(found.split(" ").length, found).toBeLessThanOrEqual(16);
    expect(found).toMatch(/^[A-Z\d].*[^.]$/);
  }
});

/** Exceptions: small multiples, and charts of a reader's choice or without a possible finding. */
const NAMED_FOR_THE_MEASURE = 5;

test("most charts state a finding", async () => {
  const all = (await Promise.all(pages.map(figuresOf))).flat();
  expect(all.length - findingsIn(all).length).toBeLessThanOrEqual(NAMED_FOR_THE_MEASURE);
  expect(findingsIn(all).length).toBeGreaterThan(all.length / 2);
});

/** The figures of each page, parsed once. */
const parsed = new Map<string, Promise<Element[]>>();

function figuresOf(page: string): Promise<Element[]> {
  const figures = parsed.get(page) ?? parsedFigures(page);
  parsed.set(page, figures);
  return figures;
}

async function parsedFigures(page: string): Promise<Element[]> {
  const {document} = new JSDOM(await (await fetch(inject("siteUrl") + page)).text()).window;
  return [...document.querySelectorAll("figure.figure")];
}

/** Headings that state a finding, without the measure. */
function findingsIn(figures: readonly Element[]): string[] {
  const headings = figures.flatMap((figure) => [...figure.querySelectorAll("h3[data-finding]")]);
  return headings.map((heading) => {
    const found = heading.cloneNode(true) as Element;
    for (const part of found.querySelectorAll(".measure, .visually-hidden")) part.remove();
    return wordsOf(found);
  });
}

function wordsOf(element: Element): string {
  return element.textContent.replace(/\s+/g, " ").trim();
}

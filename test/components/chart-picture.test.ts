import {JSDOM} from "jsdom";
import {expect, test} from "vitest";
import {chartPicture} from "../../src/components/figure/chart-picture.js";

const {document} = new JSDOM(`<div>
  <div class="plot-swatches">
    <span class="plot-swatch"><svg fill="#0b62b0"></svg>Costs & more</span>
  </div>
  <svg viewBox="0 0 600 300" style="max-width: 100%"><path stroke="var(--layer-value)" d="M0,0L1,1"/></svg>
</div>`).window;

test("a chart's picture is well-formed, with title, key, colours and note of its own", () => {
  const {svg, width, height} = chartPicture(document.querySelector("div")!, "Price < cost", "Source: here");
  const parsed = new JSDOM(svg, {contentType: "image/svg+xml"}).window.document;
  const texts = [...parsed.querySelectorAll("text")].map(({textContent}) => textContent);
  expect(texts).toEqual(["Price < cost", "Costs & more", "Source: here"]);
  expect(parsed.querySelector("path")?.getAttribute("stroke")).toMatch(/^#[\da-f]{6}$/);
  expect(parsed.documentElement.getAttribute("viewBox")).toBe(`0 0 ${width} ${height}`);
  expect([width >= 600, height > 350]).toEqual([true, true]);
});

test("a long title and a long key take the lines that they need", () => {
  const short = chartPicture(document.querySelector("div")!, "Price", "");
  const long = chartPicture(document.querySelector("div")!, "Price ".repeat(60), "");
  expect(long.width).toBe(short.width);
  expect(long.height).toBeGreaterThan(short.height + 60);
});

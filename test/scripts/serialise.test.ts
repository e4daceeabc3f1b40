import {JSDOM} from "jsdom";
import {expect, it} from "vitest";
import {serialised} from "../../scripts/prerender/serialise.js";

const drawn = (main: string): JSDOM["window"] => new JSDOM(`<head></head><main>${main}</main>`).window;
const cell = (content: string): string => `<!--+:00000001:-->${content}<!--:00000001:-->`;

it("a paragraph that contains a block becomes a div, since a parser would end it there", () => {
  const window = drawn(`<p id="p" class="a"></p>`);
  window.document.querySelector("p")!.innerHTML = `before ${cell("<div>block</div>")} after`;
  const text = serialised(window, "a.html");
  expect(text).toContain(`<div id="p" class="a paragraph">before ${cell("<div>block</div>")} after</div>`);
});

it("the state of controls is written", () => {
  const window = drawn(
    `<select><option>a<option>b</select><input type="range"><input type="checkbox"><textarea></textarea>`
  );
  const {document} = window;
  document.querySelector("select")!.value = "b";
  document.querySelector("input")!.value = "7";
  document.querySelector<HTMLInputElement>("[type=checkbox]")!.checked = true;
  document.querySelector("textarea")!.value = "words";
  expect(serialised(window, "a.html")).toContain(
    `<select><option>a</option><option selected="">b</option></select><input type="range" value="7">` +
      `<input type="checkbox" checked=""><textarea>words</textarea>`
  );
});

it("addresses are relative to the page", () =>
  expect(serialised(drawn(`<a href="http://prerender.invalid/data/a.parquet">a</a>`), "b/c.html")).toContain(
    `<a href="../data/a.parquet">`
  ));

it("a page whose cell would move when parsed is refused", () => {
  const window = drawn("<table></table>");
  window.document.querySelector("table")!.innerHTML = `<tbody><tr><td></td></tr></tbody>`;
  window.document.querySelector("tr")!.append("text");
  window.document
    .querySelector("tbody")!
    .before(
      window.document.createComment("+:00000001:"),
      window.document.createElement("div"),
      window.document.createTextNode("text")
    );
  window.document.querySelector("td")!.append(window.document.createComment(":00000001:"));
  expect(() => serialised(window, "a.html")).toThrow(
    "a.html: what cell 00000001 draws can't stand where it is: in <td>"
  );
});

it("a page is described by its first words", () => {
  const words = "A page about tokens, power and chips, with numbers that all have their sources.";
  expect(serialised(drawn(`<p>${words}</p>`), "a.html")).toContain(`<meta name="description" content="${words}">`);
});

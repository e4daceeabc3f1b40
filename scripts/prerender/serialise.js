import {JSDOM} from "jsdom";
import {pathToFileURL} from "node:url";
import {building} from "../paths.js";
import {ORIGIN} from "./browser-globals.js";

/** Elements that HTML does not allow in a paragraph: the parser would end it there. */
const BLOCKS =
  "address, article, aside, blockquote, details, dialog, div, dl, fieldset, figure, footer, form, h1, h2, h3, h4, " +
  "h5, h6, header, hr, main, nav, ol, p, pre, section, table, ul";

/**
 * A page as text that a browser parses back to the same document. Throws if it would parse to another.
 * @param {import("jsdom").DOMWindow} window
 * @param {string} page
 */
export function serialised({document}, page) {
  for (const loading of document.querySelectorAll("observablehq-loading")) loading.remove();
  for (const mark of document.querySelectorAll(".observablehq-secondary-link-highlight")) mark.remove();
  for (const paragraph of document.querySelectorAll("p")) if (paragraph.querySelector(BLOCKS)) openUp(paragraph);
  keepStates(document);
  describe(document);
  const text = `<!DOCTYPE html>\n${document.documentElement.outerHTML}\n`;
  refuseParted(text, page);
  const up = "../".repeat(page.split("/").length - 1) || "./";
  return text.replaceAll(`${pathToFileURL(building).href}/`, up).replaceAll(ORIGIN, up);
}

/** @param {Element} paragraph */
function openUp(paragraph) {
  const division = paragraph.ownerDocument.createElement("div");
  for (const {name, value} of paragraph.attributes) division.setAttribute(name, value);
  division.classList.add("paragraph");
  division.append(...paragraph.childNodes);
  paragraph.replaceWith(division);
}

/**
 * Search engines show a page's first words below its title.
 * @param {Document} document
 */
function describe(document) {
  const paragraphs = [...document.querySelectorAll("main > p, main > .paragraph")];
  const words = paragraphs.map(({textContent}) => textContent?.replace(/\s+/g, " ").trim() ?? "");
  const first = words.find((text) => text.length > 40) ?? document.title;
  const description = Object.assign(document.createElement("meta"), {name: "description"});
  description.content = first.length > LONGEST ? `${first.slice(0, first.lastIndexOf(" ", LONGEST))} …` : first;
  document.head.append(description, "\n");
}

const LONGEST = 200;

/**
 * The state of a control is not an attribute of it.
 * @param {Document} document
 */
function keepStates(document) {
  for (const input of document.querySelectorAll("input")) {
    if (input.type === "checkbox" || input.type === "radio") input.toggleAttribute("checked", input.checked);
    else if (input.type !== "file" && input.value !== "") input.setAttribute("value", input.value);
  }
  for (const area of document.querySelectorAll("textarea")) area.textContent = area.value;
  for (const option of document.querySelectorAll("option")) option.toggleAttribute("selected", option.selected);
}

/**
 * @param {string} text
 * @param {string} page
 */
function refuseParted(text, page) {
  const {document, NodeFilter} = new JSDOM(text).window;
  const comments = document.createNodeIterator(document, NodeFilter.SHOW_COMMENT);
  const starts = new Map();
  for (let node; (node = comments.nextNode());) {
    const [, start, id] = /^(\+?):([0-9a-f]{8}(?:-\d+)?):$/.exec(node.nodeValue ?? "") ?? [];
    if (start === "+") starts.set(id, node.parentNode);
    else if (starts.has(id) && starts.get(id) !== node.parentNode)
      throw new Error(`${page}: what cell ${id} draws can't stand where it is: ${place(node)}`);
  }
}

/** @param {Node} node */
function place(node) {
  return `in <${String(node.parentNode?.nodeName.toLowerCase())}>, “${node.parentNode?.textContent?.slice(0, 80)}”`;
}

import {readFile} from "node:fs/promises";
import {fileURLToPath} from "node:url";
import {JSDOM} from "jsdom";
import {building} from "../paths.js";

/** Where a page stands while it is drawn; no address in it may be left in the page. */
export const ORIGIN = "http://prerender.invalid/";

/**
 * Gives Node what the modules of a page find in a browser, and tells how many requests are under way. What waits for a
 * reader, such as scrolling into view, never comes; work for other threads is never done.
 * @param {string} html
 * @param {string} page Path from the site's root.
 */
export function openDocument(html, page) {
  const {window} = new JSDOM(html, {url: ORIGIN + page, pretendToBeVisual: true});
  const requests = {underWay: 0};
  const never = class {
    observe() {}
    unobserve() {}
    disconnect() {}
    addEventListener() {}
    postMessage() {}
    terminate() {}
  };
  const own = {
    window,
    self: window,
    prerendering: true,
    fetch: follow(requests),
    matchMedia: () => ({matches: false, addEventListener() {}, removeEventListener() {}}),
    ResizeObserver: sized,
    IntersectionObserver: never,
    Worker: never
  };
  for (const name of Object.getOwnPropertyNames(window))
    if (!(name in globalThis) || /Event$|^EventTarget$|^navigator$/.test(name)) define(name, window[name]);
  for (const name of ["addEventListener", "removeEventListener", "dispatchEvent"]) define(name, window[name].bind(window));
  for (const name of ["scrollIntoView", "scrollTo"]) window.Element.prototype[name] = () => undefined;
  window.Range.prototype.getClientRects = () => [];
  window.HTMLCanvasElement.prototype.getContext = () => null;
  for (const [name, value] of Object.entries(own)) {
    define(name, value);
    if (value !== window) window[name] = value;
  }
  return {window, requests};
}

/** Says that an element is as wide as a page on a desk, once. */
class sized {
  constructor(tell) {
    this.tell = tell;
  }
  observe(target) {
    setTimeout(() => this.tell([{target, contentRect: {width: 900, height: 0}}], this));
  }
  unobserve() {}
  disconnect() {}
}

function define(name, value) {
  Object.defineProperty(globalThis, name, {value, configurable: true, writable: true});
}

/** Fetches the files of the site. */
function follow(requests) {
  return async (/** @type {string | URL} */ address) => {
    ++requests.underWay;
    try {
      const url = new URL(address, ORIGIN);
      const path = url.protocol === "file:" ? fileURLToPath(url) : building + decodeURIComponent(url.pathname);
      return new Response(await readFile(path));
    } finally {
      --requests.underWay;
    }
  };
}

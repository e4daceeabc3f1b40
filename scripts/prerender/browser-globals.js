import {readFile} from "node:fs/promises";
import {fileURLToPath} from "node:url";
import {JSDOM} from "jsdom";
import {building} from "../paths.js";

/** Where a page stands while it is drawn; no address in it may be left in the page. */
export const ORIGIN = "http://prerender.invalid/";

/**
 * Gives Node what the modules of a page find in a browser, and counts the requests under way. What waits for a reader,
 * such as scrolling into view, never comes; work for other threads is never done.
 * @param {string} html
 * @param {string} page Path from the site's root.
 */
export function openDocument(html, page) {
  const {window} = new JSDOM(html, {url: ORIGIN + page, pretendToBeVisual: true});
  const requests = {underWay: 0};
  for (const name of Object.getOwnPropertyNames(window))
    if (!(name in globalThis) || /Event$|^EventTarget$|^navigator$/.test(name)) define(name, window[name]);
  for (const name of ["addEventListener", "removeEventListener", "dispatchEvent"])
    define(name, window[name].bind(window));
  define("window", window);
  define("self", window);
  define("prerendering", true);
  for (const [name, value] of Object.entries(substitutes(requests))) {
    define(name, value);
    window[name] = value;
  }
  measureNothing(window);
  keepSetters(window);
  return {window, requests};
}

/**
 * What jsdom lacks, or has for its own network.
 * @param {{underWay: number}} requests
 */
function substitutes(requests) {
  return {
    fetch: files(requests),
    matchMedia: () => ({matches: false, addEventListener() {}, removeEventListener() {}}),
    ResizeObserver: Desk,
    IntersectionObserver: Nobody,
    Worker: Nobody
  };
}

/** Observes nothing, and answers nobody. */
class Nobody {
  observe() {}
  unobserve() {}
  disconnect() {}
  addEventListener() {}
  postMessage() {}
  terminate() {}
}

/** Says once that an element is as wide as a page on a desk. */
class Desk extends Nobody {
  /** @param {(entries: readonly object[]) => void} tell */
  constructor(tell) {
    super();
    this.tell = tell;
  }
  /** @override @param {Element} [target] */
  observe(target) {
    setTimeout(() => this.tell([{target, contentRect: {width: 900, height: 0}}]));
  }
}

/**
 * A form of jsdom refuses values for which it has a setter of its own, such as those of Framework's inputs; one that it
 * inherits it calls.
 * @param {import("jsdom").DOMWindow} window
 */
function keepSetters({HTMLFormElement}) {
  const {defineProperty} = Object;
  Object.defineProperty = (target, name, descriptor) => {
    if (!(target instanceof HTMLFormElement) || !descriptor.set) return defineProperty(target, name, descriptor);
    return Object.setPrototypeOf(target, Object.create(Object.getPrototypeOf(target), {[name]: descriptor}));
  };
}

/**
 * There is no layout: nothing has a place, nothing scrolls, and texts are not drawn.
 * @param {import("jsdom").DOMWindow} window
 */
function measureNothing({Element, Range, HTMLCanvasElement}) {
  Object.assign(Element.prototype, {scrollIntoView() {}, scrollTo() {}});
  Object.assign(Range.prototype, {getClientRects: () => []});
  Object.assign(HTMLCanvasElement.prototype, {getContext: () => null});
}

/**
 * @param {string} name
 * @param {unknown} value
 */
function define(name, value) {
  Object.defineProperty(globalThis, name, {value, configurable: true, writable: true});
}

/**
 * Fetches the files of the site that is built.
 * @param {{underWay: number}} requests
 */
function files(requests) {
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

import {readFile} from "node:fs/promises";
import {fileURLToPath} from "node:url";
import {JSDOM} from "jsdom";
import {building} from "../paths.js";

/** The origin of a page while it is drawn; the page must not retain an address with it. */
export const ORIGIN = "http://prerender.invalid/";

/**
 * Provides in Node what a page's modules find in a browser, and counts open requests. Events that need a reader, such
 * as scrolling into view, never happen; work for other threads is never done.
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
 * Substitutes for what jsdom lacks or would send over its own network.
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

/** An observer that never reports anything. */
class Nobody {
  observe() {}
  unobserve() {}
  disconnect() {}
  addEventListener() {}
  postMessage() {}
  terminate() {}
}

/** An observer that reports once that an element has the width of a page on a desktop. */
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
 * jsdom's form element rejects values for which it has its own setter, as in Framework's inputs; it does call inherited
 * setters.
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
 * There is no layout: nothing has a position, nothing scrolls, and text is not measured.
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
 * Fetches files of the site under construction.
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

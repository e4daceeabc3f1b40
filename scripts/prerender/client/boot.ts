import {failure} from "./failure.js";
import {noteLostClicks} from "./pressed.js";
import {saysMore} from "./says-more.js";

/** The exports of a page's module. */
interface PageModule {
  begin: () => void;
  settled: () => Promise<unknown>;
  replay: (events: readonly Event[]) => void;
  /** What is only read, or out of view, is taken over after what a reader operates. */
  isLate: (target: Node) => boolean;
  beginLate: (listen: () => void) => Promise<void>;
  hurry: (event: Event) => void;
}

/** The first signs that a reader wants to do more than read. */
const SIGNS = ["pointermove", "pointerdown", "touchstart", "keydown", "focusin", "wheel", "scroll"] as const;

const {module = "", chunks = "", start = ""} = document.querySelector<HTMLElement>("script[data-module]")!.dataset;
const early: Event[] = [];
let isBegun = false;
let isOurs = (_: Node): boolean => true;
let repeat = (_: readonly Event[]): void => undefined;
const forgetPresses = noteLostClicks((press) => repeat([press]));
const listening = {capture: true, passive: true};

for (const name of ["click", "keydown"]) addEventListener(name, keep, listening);
addEventListener("scroll", noteScrolled, listening);
if (start === "at once" || saysMore()) begin();
else if (start === "when idle") addEventListener("load", () => requestIdleCallback(begin));
else {
  for (const name of SIGNS) addEventListener(name, noteSign, listening);
  addEventListener("load", () => setTimeout(preload));
}

/** Browsers report a resting pointer on a new page as a move by zero. */
function noteSign(event: Event): void {
  const isMove = event instanceof PointerEvent && event.type === "pointermove";
  if (!isMove || event.movementX !== 0 || event.movementY !== 0) begin();
}

function begin(): void {
  isBegun = true;
  for (const name of SIGNS) removeEventListener(name, noteSign, listening);
  takeOver().catch((error: unknown) => {
    console.error(error);
    document.body.append(failure());
  });
}

async function takeOver(): Promise<void> {
  const main = document.querySelector("#observablehq-main");
  if (saysMore()) main?.setAttribute("aria-busy", "true");
  const page = (await import(new URL(module, document.baseURI).href)) as PageModule;
  repeat = page.replay;
  page.begin();
  await page.settled();
  main?.removeAttribute("aria-busy");
  isOurs = page.isLate;
  await painted();
  const listen = (): void => page.replay(takenOut((event) => !isOurs(event.target as Element)));
  listen();
  document.documentElement.dataset.answers = "";
  for (const event of early) page.hurry(event);
  await page.beginLate(listen);
  for (const name of ["click", "keydown"]) removeEventListener(name, keep, listening);
  removeEventListener("scroll", noteScrolled, listening);
  await painted();
  page.replay(early);
  forgetPresses();
  document.documentElement.dataset.live = "";
}

function painted(): Promise<unknown> {
  return new Promise((done) => requestAnimationFrame(done));
}

/** Removes some events from those kept. */
function takenOut(some: (event: Event) => boolean): Event[] {
  const [taken, left] = [early.filter(some), early.filter((event) => !some(event))];
  early.splice(0, early.length, ...left);
  return taken;
}

function noteScrolled({target}: Event): void {
  if (target instanceof HTMLElement) target.dataset.scrolled = "";
}

/** Keeps a reader's events until the page listens, except those that the browser handles itself. */
function keep(event: Event): void {
  const target = event.target instanceof Element ? event.target : null;
  const native = "a[href], summary, select, option, input, textarea, label";
  if (!event.isTrusted || !target || !isOurs(target) || target.closest(native)) return;
  if (event instanceof KeyboardEvent && !(/^(Enter| )$/.test(event.key) && target.closest("[role=button]"))) return;
  early.push(event);
}

/** Once nothing else is being fetched, fetches the page's code ahead of a reader's first sign, and then reads it. */
function preload(): void {
  const hrefs = chunks.split(" ");
  for (const href of hrefs)
    document.head.append(Object.assign(document.createElement("link"), {rel: "modulepreload", href}));
  void readAhead([...hrefs.filter((href) => href !== module), module]);
}

/**
 * Runs the page's modules one at a time whenever the browser is idle, so that the first sign need not wait for them.
 * The page's own module comes last; its cells begin only when told to.
 */
async function readAhead(hrefs: readonly string[]): Promise<void> {
  for (const href of hrefs) {
    await idle();
    if (isBegun) return;
    await import(new URL(href, document.baseURI).href).catch(() => undefined);
  }
}

function idle(): Promise<unknown> {
  return new Promise((done) => ("requestIdleCallback" in window ? requestIdleCallback(done) : setTimeout(done, 50)));
}

import {asBuiltAround, draw, firstAsBuilt} from "./as-built.js";
import {painted} from "./painted.js";
import type {Place} from "./place.js";
import {saysMore} from "./says-more.js";
import {settled} from "./work.js";

/** Cells that begin later, by place. */
const late = new Map<Place, () => void>();

/** Places of cells that have begun late and not yet shown their output. */
const underWay = new Set<Place>();

/** Places that a reader sees, or almost sees. */
const near = new Set<Place>();

/** Distance in pixels at which a cell begins out of turn as a reader approaches. */
const NEAR = 400;

/** Work for when all cells have begun. */
const atEnd: (() => void)[] = [];

/** Whether the page is being built, without a reader. */
export function isBuilding(): boolean {
  return "prerendering" in globalThis;
}

/**
 * Whether what the build has drawn of a cell serves readers for now: it is out of view, or holds nothing that follows a
 * reader's hand, and says what the page's address asks for.
 */
export function canWait(place: Place): boolean {
  if (isBuilding()) return false;
  return (!place.isOperated() && !saysMore()) || isFar(place);
}

function isFar(place: Place): boolean {
  const {top, bottom} = place.span();
  return top > innerHeight || bottom < 0;
}

/** Keeps a cell until `beginLate`. */
export function keepForLater(place: Place, begin: () => void): void {
  late.set(place, begin);
}

/** Keeps work until all cells have begun. */
export function keepForEnd(work: () => void): void {
  atEnd.push(work);
}

/** Whether a node belongs to a cell that has not taken over, or to a chart that has not been drawn. */
export function isLate(target: Node): boolean {
  return asBuiltAround(target) !== undefined || [...late.keys(), ...underWay].some((place) => place.contains(target));
}

let heard = (): void => undefined;

/**
 * Begins the kept cells and draws charts, one after another whenever the browser is idle, those in view first, and at
 * once those that a reader touches. `listen` is called whenever some of them have taken over.
 */
export async function beginLate(listen: () => void): Promise<void> {
  heard = listen;
  for (const place of late.keys()) for (const element of place.elements()) approach.observe(element);
  for (const name of SIGNS) addEventListener(name, hurry, {capture: true, passive: true});
  addEventListener("input", hurryNear, {capture: true});
  for (let work; (work = next());) {
    await idle();
    await work();
  }
  for (const name of SIGNS) removeEventListener(name, hurry, {capture: true});
  removeEventListener("input", hurryNear, {capture: true});
  for (const work of atEnd.splice(0)) work();
  await settled();
}

/** Signs that a reader wants to use a cell. */
const SIGNS = ["pointerover", "click", "keydown", "focusin"] as const;

const approach = new IntersectionObserver(
  (entries) => {
    for (const {isIntersecting, target} of entries) if (isIntersecting) noteNear(target);
  },
  {rootMargin: `${NEAR}px`}
);

function noteNear(target: Element): void {
  const place = placeOf(target);
  if (place) near.add(place);
}

function next(): (() => Promise<void>) | undefined {
  const chart = firstAsBuilt();
  const place = [...near].find((one) => late.has(one)) ?? (chart ? undefined : [...late.keys()][0]);
  if (place) return () => begin(place);
  return chart && (() => show(chart));
}

let isDrawing = false;

/** Draws charts that still show an earlier drawing, one after another whenever the browser is idle after a paint. */
export async function drawKept(): Promise<void> {
  if (isDrawing) return;
  isDrawing = true;
  await painted();
  for (let chart; (chart = firstAsBuilt());) {
    await idle();
    await draw(chart);
  }
  isDrawing = false;
}

async function show(chart: Element): Promise<void> {
  await draw(chart);
  heard();
}

/** Begins the cell, or draws the chart, that holds a node. */
export function hurry({target}: Pick<Event, "target">): void {
  if (!(target instanceof Node)) return;
  const [place, chart] = [placeOf(target), asBuiltAround(target)];
  if (place) void begin(place);
  if (chart) void show(chart);
}

/** What a reader sees must follow a choice at once. */
function hurryNear(): void {
  for (const place of near) void begin(place);
}

async function begin(place: Place): Promise<void> {
  const cell = late.get(place);
  if (!cell) return;
  late.delete(place);
  underWay.add(place);
  for (const element of place.elements()) approach.unobserve(element);
  cell();
  await settled();
  underWay.delete(place);
  heard();
}

function placeOf(target: Node): Place | undefined {
  return [...late.keys()].find((place) => place.contains(target));
}

/** Waits until the browser is idle, where it can tell. */
function idle(): Promise<unknown> {
  return new Promise((done) => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(done, {timeout: 500});
    else setTimeout(done);
  });
}

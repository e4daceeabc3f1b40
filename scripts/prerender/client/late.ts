import type {Place} from "./place.js";
import {settled} from "./work.js";

/** Cells that begin later, by where they show. */
const late = new Map<Place, () => void>();

/** How near, in pixels, a reader comes to a cell before it begins out of its turn. */
const NEAR = 400;

/** What is done when all cells have begun. */
const atEnd: (() => void)[] = [];

/** Whether the page is being built, so that nobody waits for anything. */
export function isBuilding(): boolean {
  return "prerendering" in globalThis;
}

/** Whether a cell shows out of the window, so that others may go first. */
export function isFar(place: Place): boolean {
  if (isBuilding()) return false;
  const {top, bottom} = place.span();
  return bottom > top && (top > innerHeight || bottom < 0);
}

/** Keeps a cell until `beginLate`. */
export function keepForLater(place: Place, begin: () => void): void {
  late.set(place, begin);
}

/** Keeps something until all cells have begun. */
export function keepForEnd(work: () => void): void {
  atEnd.push(work);
}

/** Whether what stands there belongs to a cell that has not begun. */
export function isLate(target: Node): boolean {
  return placeOf(target) !== undefined;
}

/**
 * Begins the cells that were kept, one after another, each when the browser has nothing else to do; at once those that
 * a reader comes near to.
 */
export async function beginLate(): Promise<void> {
  for (const place of late.keys()) for (const element of place.elements()) approach.observe(element);
  for (const name of SIGNS) addEventListener(name, hurry, {capture: true, passive: true});
  for (const [place] of late) {
    await idle();
    begin(place);
    await settled();
  }
  for (const name of SIGNS) removeEventListener(name, hurry, {capture: true});
  for (const work of atEnd.splice(0)) work();
  await settled();
}

/** Signs that a reader wants something of a cell. */
const SIGNS = ["pointerdown", "keydown", "focusin"] as const;

const approach = new IntersectionObserver(
  (entries) => {
    for (const {isIntersecting, target} of entries) if (isIntersecting) hurry({target});
  },
  {rootMargin: `${NEAR}px`}
);

function hurry({target}: Pick<Event, "target">): void {
  const place = target instanceof Node ? placeOf(target) : undefined;
  if (place) begin(place);
}

function begin(place: Place): void {
  const cell = late.get(place);
  late.delete(place);
  for (const element of place.elements()) approach.unobserve(element);
  cell?.();
}

function placeOf(target: Node): Place | undefined {
  return [...late.keys()].find((place) => place.contains(target));
}

/** When the browser has nothing else to do, where it can say so. */
function idle(): Promise<unknown> {
  return new Promise((done) => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(done, {timeout: 500});
    else setTimeout(done);
  });
}

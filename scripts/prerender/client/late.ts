import type {Place} from "./place.js";
import {settled} from "./work.js";

/** Cells that begin later, by place. */
const late = new Map<Place, () => void>();

/** Distance in pixels at which a cell begins out of turn as a reader approaches. */
const NEAR = 400;

/** Work for when all cells have begun. */
const atEnd: (() => void)[] = [];

/** Whether the page is being built, without a reader. */
export function isBuilding(): boolean {
  return "prerendering" in globalThis;
}

/** Whether a cell is out of view, so that others may go first. */
export function isFar(place: Place): boolean {
  if (isBuilding()) return false;
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

/** Whether a node belongs to a cell that has not begun. */
export function isLate(target: Node): boolean {
  return placeOf(target) !== undefined;
}

/** Begins the kept cells one after another whenever the browser is idle, and at once those that a reader approaches. */
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

/** Signs that a reader wants to use a cell. */
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

/** Waits until the browser is idle, where it can tell. */
function idle(): Promise<unknown> {
  return new Promise((done) => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(done, {timeout: 500});
    else setTimeout(done);
  });
}

import {isPrerendering} from "../../load/prerendering.js";
import type {Place} from "../selection.js";
import type {Geometry} from "./geometry.js";

/** The height of the headings. */
export const HEAD = 44;

/** Assumed size before layout: about that of a desktop. */
const DESK = {height: 700, width: 800};

/** The visible part of a grid, cached: asking the browser after each write would force a layout each time. */
export class Viewport {
  top = 0;
  left = 0;
  height = 0;
  width = 0;

  constructor(readonly element: HTMLElement) {}

  /** Asks the browser for the visible part. */
  measure(): void {
    const {scrollTop, scrollLeft, clientHeight, clientWidth} = this.element;
    Object.assign(this, {top: scrollTop, left: scrollLeft, height: clientHeight, width: clientWidth});
    if (isPrerendering()) Object.assign(this, DESK);
  }

  /** Scrolls to another part. */
  scrollTo(to: {top: number; left: number}): void {
    this.element.scrollTo(to);
    this.measure();
  }

  /** Whether a cell's row is visible. */
  shows({row}: Place, geometry: Geometry): boolean {
    const top = geometry.topOf(row);
    return top >= this.top && top + geometry.rowHeight <= this.top + this.height - HEAD;
  }

  /** Scrolls just far enough to show a cell beside headings of that width. */
  reveal({row, column}: Place, geometry: Geometry, heading: number): void {
    const [top, left] = [geometry.topOf(row), geometry.leftOf(column)];
    const [bottom, right] = [top + geometry.rowHeight, left + (geometry.widths[column] ?? 0)];
    const to = {
      top: within(this.top, {from: top, to: bottom, room: this.height - HEAD}),
      left: Math.min(left, Math.max(this.left, right - (this.width - heading)))
    };
    if (to.top !== this.top || to.left !== this.left) this.scrollTo(to);
  }
}

/** The scroll position that shows an item; unchanged if it is already visible. */
function within(now: number, {from, to, room}: {from: number; to: number; room: number}): number {
  if (from < now) return from;
  return to > now + room ? to - room : now;
}

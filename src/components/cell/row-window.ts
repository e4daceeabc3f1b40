/** Heights in pixels: of a row of a result, and of the tallest box that browsers can scroll. */
export const ROW = 28;
const TALLEST = 8_000_000;

/** The rendered rows of a long list, and the space above and below them, in pixels. */
export interface RowWindow {
  from: number;
  count: number;
  above: number;
  below: number;
}

/** Number of rows rendered above and below the visible ones. */
const SPARE = 20;

/**
 * The rows around a scroll position. If all rows together exceed the height that browsers can scroll, a pixel stands
 * for more than one.
 */
export function rowWindow(length: number, top: number, height: number): RowWindow {
  const seen = Math.ceil(height / ROW) + 1;
  const last = Math.max(0, length - seen);
  const isScaled = length * ROW > TALLEST;
  const all = isScaled ? TALLEST : length * ROW;
  const place = Math.min(top, Math.max(0, all - height));
  const first = isScaled ? Math.round((place / (all - height)) * last) : Math.min(last, Math.floor(place / ROW));
  const from = Math.max(0, first - SPARE);
  const count = Math.min(length - from, seen + 2 * SPARE);
  const above = isScaled ? Math.max(0, place - (first - from) * ROW) : from * ROW;
  return {from, count, above, below: Math.max(0, all - above - count * ROW)};
}

import {keepDrawing} from "./as-built.js";
import {drawKept} from "./late.js";

/**
 * Lets charts out of view keep their drawings when a cell shows something new, and draws them after the next paint: an
 * answer in view need not wait for them.
 */
export function keepFarCharts(before: readonly Node[], after: readonly Node[]): void {
  const [olds, twins] = [chartsIn(before), chartsIn(after)];
  for (const twin of twins) watching.observe(twin);
  if (olds.length !== twins.length) return;
  const kept = olds.filter((old, i) => far.has(old) && keepDrawing(old, twins[i]!));
  if (kept.length > 0) void drawKept();
}

/** Ends the watch over charts that are about to be replaced, so that the last word is where they were. */
export function unwatch(nodes: readonly Node[]): void {
  for (const chart of chartsIn(nodes)) watching.unobserve(chart);
}

/** Charts out of view. To measure each when it is replaced would lay the page out once more. */
const far = new WeakSet<Element>();

const watching = new IntersectionObserver((entries) => {
  for (const {isIntersecting, target} of entries)
    if (isIntersecting) far.delete(target);
    else far.add(target);
});

function chartsIn(nodes: readonly Node[]): HTMLElement[] {
  const elements = nodes.filter((node) => node instanceof HTMLElement);
  return elements.flatMap((element) => [
    ...(element.matches(".drawn") ? [element] : []),
    ...element.querySelectorAll<HTMLElement>(".drawn")
  ]);
}

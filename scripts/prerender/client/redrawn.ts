import {keepDrawing} from "./as-built.js";
import {drawKept} from "./late.js";

/**
 * Lets charts out of view keep their drawings when a cell shows something new, and draws them after the next paint: an
 * answer in view need not wait for them.
 */
export function keepFarCharts(before: readonly Node[], after: readonly Node[]): void {
  const [olds, twins] = [chartsIn(before), chartsIn(after)];
  if (olds.length !== twins.length) return;
  const kept = olds.filter((old, i) => farCharts().has(old) && keepDrawing(old, twins[i]!));
  if (kept.length > 0) void drawKept();
}

let far: ReadonlySet<Element> | undefined;

/** The charts out of view, measured once a frame, before anything is replaced. */
export function farCharts(): ReadonlySet<Element> {
  if (far) return far;
  requestAnimationFrame(() => (far = undefined));
  return (far = new Set([...document.querySelectorAll(".drawn")].filter(isFar)));
}

function isFar(chart: Element): boolean {
  const {top, bottom} = chart.getBoundingClientRect();
  return top > innerHeight || bottom < 0;
}

function chartsIn(nodes: readonly Node[]): HTMLElement[] {
  const elements = nodes.filter((node) => node instanceof HTMLElement);
  return elements.flatMap((element) => [
    ...(element.matches(".drawn") ? [element] : []),
    ...element.querySelectorAll<HTMLElement>(".drawn")
  ]);
}

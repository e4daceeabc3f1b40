import {saysMore} from "./says-more.js";

/**
 * Shows a chart as it was built until it is drawn for its width: drawing takes long, and most readers never touch most
 * charts. One that the page's address changes is drawn at once.
 */
export function keepAsBuilt(old: Element, twin: HTMLElement): void {
  if (keepDrawing(old, twin)) twin.toggleAttribute(MARK, !saysMore());
}

/** Shows a chart's drawing in its replacement until that is drawn. Returns whether there was nothing yet. */
export function keepDrawing(old: Element, twin: Element): boolean {
  if (twin.hasChildNodes()) return false;
  twin.append(...old.childNodes);
  twin.setAttribute(MARK, "");
  return true;
}

/** The first chart that stands as built. */
export function firstAsBuilt(): Element | undefined {
  return document.querySelector(`[${MARK}]`) ?? undefined;
}

/** The chart around a node, if it stands as built. */
export function asBuiltAround(node: Node): Element | undefined {
  return (node instanceof Element && node.closest(`[${MARK}]`)) || undefined;
}

/** Has a chart drawn, which takes until its promises are settled. */
export function draw(chart: Element): Promise<unknown> {
  chart.removeAttribute(MARK);
  chart.dispatchEvent(new Event("turn"));
  return new Promise((done) => setTimeout(done));
}

/** Charts of the page look for this attribute before they draw. */
const MARK = "data-as-built";

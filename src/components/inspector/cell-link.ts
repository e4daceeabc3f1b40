import {REFERENCE} from "../../lib/model/reference.js";
import {imported} from "../load/load-error.js";
import {untilLoaded} from "../load/until-loaded.js";
import {isMarked, isStep, moveOn, type Marked} from "./keys.js";
import {nameOf, type CellMark, type Made, type Origin, type Recorded} from "./origin.js";

/** Opens the inspector on a number's origin when a reader clicks an element or presses Enter on it. */
export function cellLink<E extends HTMLElement | SVGElement>(element: E, origin: Origin, tabIndex = 0): E {
  element.tabIndex = tabIndex;
  element.setAttribute("role", "button");
  if (element instanceof HTMLElement) element.title = `${nameOf(origin)}: source and formula`;
  return pointerLink(element, origin);
}

/** A link for the pointer only, in a chart that screen readers see as one image, with a table for the keyboard. */
export function pointerLink<E extends HTMLElement | SVGElement>(element: E, origin: Origin): E {
  listen();
  element.dataset.cell = nameOf(origin);
  if ("cell" in origin) element.dataset.scenario = origin.scenario;
  else origins.set(element, origin);
  return element;
}

/** Origins of elements whose number is not a cell. */
const origins = new WeakMap<Element, Made | Recorded>();

/** Opens the inspector, which is loaded with the model on first use. */
export async function inspect(origin: Origin): Promise<void> {
  const {openInspector} = await untilLoaded(() => imported("the inspector", () => import("./panel.js")));
  openInspector(origin);
}

let listening = false;

function listen(): void {
  if (listening) return;
  listening = true;
  document.addEventListener("click", (event) => void follow(event));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") void follow(event);
    else if (isMarked(event.target) && isStep(event.key)) moveOn(event, event.target);
  });
}

async function follow(event: Event): Promise<void> {
  const element = event.target instanceof Element ? event.target.closest<Marked>("[data-cell]") : null;
  if (!element || (event.target as Element).closest("a, button")) return;
  event.preventDefault();
  const {cell, scenario = REFERENCE} = element.dataset as Partial<CellMark> & {cell: string};
  await inspect(origins.get(element) ?? {cell, scenario});
}

import {twinOf} from "./twins.js";

/**
 * Replays what a reader did before the page listened: each click and key goes to the element that has taken the place.
 */
export function replay(events: readonly Event[]): void {
  for (const event of events) {
    if (!(event.target instanceof Element)) continue;
    if (event instanceof KeyboardEvent) press(event.target, event);
    else if (event instanceof MouseEvent) click(event.target, event);
  }
}

function press(target: Element, {type, key, code}: KeyboardEvent): void {
  twinOf(target)?.dispatchEvent(new KeyboardEvent(type, {key, code, bubbles: true, cancelable: true}));
}

function click(target: Element, event: MouseEvent): void {
  const twin = twinOf(target);
  if (twin instanceof HTMLElement) twin.click();
  else for (const copy of pointed(event)) under(event)?.dispatchEvent(copy);
}

function under({pageX, pageY}: MouseEvent): Element | null {
  return document.elementFromPoint(pageX - scrollX, pageY - scrollY);
}

/** Charts read the pointer's position before a click. */
function pointed({pageX, pageY}: MouseEvent): Event[] {
  const at = {bubbles: true, cancelable: true, clientX: pageX - scrollX, clientY: pageY - scrollY};
  const pointer = {...at, pointerType: "mouse"};
  return [
    new PointerEvent("pointerenter", pointer),
    new PointerEvent("pointermove", pointer),
    new MouseEvent("click", at)
  ];
}

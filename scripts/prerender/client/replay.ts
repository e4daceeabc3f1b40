import {twinOf} from "./twins.js";

/**
 * Does again what a reader did while nobody listened: each click and key goes to what stands there now.
 * @param {readonly Event[]} events
 */
export function replay(events) {
  for (const event of events) {
    if (!(event.target instanceof Element)) continue;
    if (event instanceof KeyboardEvent) twinOf(event.target)?.dispatchEvent(new KeyboardEvent(event.type, event));
    else if (event instanceof MouseEvent) click(event.target, event);
  }
}

/**
 * @param {Element} target
 * @param {MouseEvent} event
 */
function click(target, event) {
  const twin = twinOf(target);
  if (twin instanceof HTMLElement) twin.click();
  else pointed(event).forEach((copy) => under(event)?.dispatchEvent(copy));
}

/** @param {MouseEvent} event */
function under({pageX, pageY}) {
  return document.elementFromPoint(pageX - scrollX, pageY - scrollY);
}

/**
 * A chart looks where the pointer is before it is clicked.
 * @param {MouseEvent} event
 */
function pointed({pageX, pageY}) {
  const at = {bubbles: true, cancelable: true, clientX: pageX - scrollX, clientY: pageY - scrollY};
  return [
    new PointerEvent("pointerenter", {...at, pointerType: "mouse"}),
    new PointerEvent("pointermove", {...at, pointerType: "mouse"}),
    new MouseEvent("click", at)
  ];
}

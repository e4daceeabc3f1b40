import {noteTwins, type Pair} from "./twins.js";

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** What a reader opens or drags, and would lose if it were replaced meanwhile. */
const HELD = "select, input[type=range], input[type=file]";

/**
 * Whether a reader is at a control that must not be replaced now. Then `free` is called when it may be, and what the
 * reader chooses meanwhile is handed to the control that will stand there.
 */
export function isHeld(before: readonly Node[], after: readonly Node[], free: () => void): boolean {
  const active = document.activeElement;
  if (!active?.matches(HELD) || !before.some((node) => node.contains(active)) || hasChosen(active)) return false;
  const twin = pairsOf(before, after).find(([old]) => old === active)?.[1];
  if (!twin || holding.has(active)) return twin !== undefined;
  holding.add(active);
  carryValue(active, twin);
  const end = new AbortController();
  const leave = (): void => {
    end.abort();
    holding.delete(active);
    free();
  };
  const {signal} = end;
  active.addEventListener("input", () => carryValue(active, twin), {signal});
  for (const name of ["change", "blur"]) active.addEventListener(name, () => setTimeout(leave), {once: true, signal});
  return true;
}

/** A list closes at a choice. */
function hasChosen(element: Element): boolean {
  return element instanceof HTMLSelectElement && !isAsBuilt(element);
}

/** Controls that a reader is at. */
const holding = new Set<Element>();

/**
 * Replaces nodes by others that look like them, and keeps what a reader did with them: choices, focus, open details,
 * scrolling. Charts get their height before they are drawn.
 */
export function carryOver(before: readonly Node[], after: readonly Node[], replace: () => void): void {
  const pairs = pairsOf(before, after);
  const focused = pairs.find(([old]) => old === document.activeElement);
  const scrolled = pairs.filter(isScrolled).map(scrollOf);
  for (const [old, twin] of pairs) if (old.matches(DRAWN)) reserve(twin as HTMLElement, old.clientHeight);
  noteTwins(pairs);
  replace();
  for (const {twin, place} of scrolled) scroll(twin, place);
  for (const pair of pairs) {
    carryValue(...pair);
    carryOpen(...pair);
  }
  if (focused) refocus(...focused);
}

/** To ask every element where it stands would take longer than to replace them all: `boot` has noted what scrolled. */
function isScrolled([old]: Pair): boolean {
  return old.hasAttribute("data-scrolled");
}

/** A chart is drawn for the width that there is, when that is known. */
const DRAWN = ".drawn";

/** Elements, and those that will stand in their place. */
function pairsOf(before: readonly Node[], after: readonly Node[]): Pair[] {
  const [olds, twins] = [elementsOf(before), elementsOf(after)];
  return olds.flatMap((old, i) => {
    const twin = twins[i];
    if (twin?.nodeName !== old.nodeName) return [];
    return [[old, twin], ...(old.matches(DRAWN) ? [] : pairsOf([...old.childNodes], [...twin.childNodes]))];
  });
}

function elementsOf(nodes: readonly Node[]): Element[] {
  return nodes.filter((node) => node instanceof Element);
}

function scrollOf([{scrollTop, scrollLeft}, twin]: Pair): {twin: Element; place: ScrollToOptions} {
  return {twin, place: {top: scrollTop, left: scrollLeft}};
}

/** What adds to itself when it is scrolled does so before, so that there is as much to scroll as there was. */
function scroll(twin: Element, place: ScrollToOptions): void {
  twin.dispatchEvent(new Event("scroll"));
  twin.scrollTo({...place, behavior: "instant"});
}

/** Until it is drawn, a chart keeps its room. */
function reserve(element: HTMLElement, height: number): void {
  if (element.hasChildNodes()) return;
  element.style.minHeight = `${height}px`;
  new MutationObserver((_, observer) => {
    observer.disconnect();
    element.style.minHeight = "";
  }).observe(element, {childList: true});
}

/** Hands on what a reader chose or wrote, if that is not what the page was built with. */
function carryValue(old: Element, twin: Element): void {
  if (!isField(old) || !isField(twin) || isAsBuilt(old) || isSame(old, twin)) return;
  if (old instanceof HTMLInputElement && twin instanceof HTMLInputElement) {
    twin.checked = old.checked;
    if (old.type === "file") twin.files = old.files;
  }
  if (old.type !== "file") twin.value = old.value;
  twin.dispatchEvent(new Event("input", {bubbles: true}));
  if (old !== document.activeElement) twin.dispatchEvent(new Event("change", {bubbles: true}));
}

function isField(element: Element): element is Field {
  return /^(INPUT|SELECT|TEXTAREA)$/.test(element.nodeName);
}

/** Whether a field holds what a browser makes of its text, which for a slider is the nearest step. */
function isAsBuilt(field: Field): boolean {
  if (field instanceof HTMLInputElement && field.type === "file") return field.files?.length === 0;
  const template = document.createElement("template");
  template.innerHTML = field.outerHTML;
  return isSame(field, template.content.firstElementChild as Field);
}

function isSame(one: Field, other: Field): boolean {
  const isChecked = (field: Field): boolean => field instanceof HTMLInputElement && field.checked;
  return one.value === other.value && isChecked(one) === isChecked(other);
}

function carryOpen(old: Element, twin: Element): void {
  // What the address opens stays open: the build has drawn it closed.
  if (!(old instanceof HTMLDetailsElement) || !(twin instanceof HTMLDetailsElement) || !old.open || twin.open) return;
  twin.open = true;
  // The browser's own event comes after the next paint; what is made on demand is to be there before.
  twin.dispatchEvent(new Event("toggle"));
}

function refocus(old: Element, twin: Element): void {
  (twin as HTMLElement).focus({preventScroll: true});
  const isText = old instanceof HTMLInputElement && twin instanceof HTMLInputElement && old.selectionStart !== null;
  if (isText) twin.setSelectionRange(old.selectionStart, old.selectionEnd);
}

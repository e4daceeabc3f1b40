import {keepAsBuilt} from "./as-built.js";
import {noteTwins, type Pair} from "./twins.js";

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Controls that a reader opens or drags, and would lose if they were replaced meanwhile. */
const HELD = "select, input[type=range], input[type=file]";

/**
 * Whether a reader is using a control that must not be replaced now. If so, `free` is called once it may be, and what
 * the reader chooses in the meantime is passed to the control's replacement.
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

/** A list closes when a choice is made. */
function hasChosen(element: Element): boolean {
  return element instanceof HTMLSelectElement && !isAsBuilt(element);
}

/** Controls in use. */
const holding = new Set<Element>();

/**
 * Replaces nodes by their equivalents and preserves what a reader did with them: choices, focus, open details,
 * scrolling. Charts stay as built until they are drawn.
 */
export function carryOver(before: readonly Node[], after: readonly Node[], replace: () => void): void {
  const pairs = pairsOf(before, after);
  const focused = pairs.find(([old]) => old === document.activeElement);
  const scrolled = pairs.filter(isScrolled).map(scrollOf);
  for (const [old, twin] of pairs) if (old.matches(DRAWN)) keepAsBuilt(old, twin as HTMLElement);
  noteTwins(pairs);
  replace();
  for (const {twin, place} of scrolled) scroll(twin, place);
  for (const pair of pairs) {
    carryValue(...pair);
    carryOpen(...pair);
  }
  if (focused) refocus(...focused);
}

/**
 * Asking every element for its scroll position would take longer than replacing them all; `boot` has recorded what
 * scrolled.
 */
function isScrolled([old]: Pair): boolean {
  return old.hasAttribute("data-scrolled");
}

/** Charts are drawn for the available width, once it is known. */
const DRAWN = ".drawn";

/** Elements and their replacements. */
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

/** Tells an element that it is scrolled before it is: a table that grows when scrolled then has rows to scroll to. */
function scroll(twin: Element, place: ScrollToOptions): void {
  twin.dispatchEvent(new Event("scroll"));
  twin.scrollTo({...place, behavior: "instant"});
}

/** Passes on what a reader chose or entered, if it differs from the page as built. */
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

/** Whether a field holds the browser's reading of its default text, which for a slider is the nearest step. */
function isAsBuilt(field: Field): boolean {
  if (field instanceof HTMLInputElement && field.type === "file") return field.files?.length === 0;
  if (field instanceof HTMLSelectElement) return field.selectedIndex === builtIndex(field);
  const template = document.createElement("template");
  template.innerHTML = field.outerHTML;
  return isSame(field, template.content.firstElementChild as Field);
}

/** The index of the option that a list shows as built. */
function builtIndex({options}: HTMLSelectElement): number {
  const chosen = [...options].findLastIndex(({defaultSelected}) => defaultSelected);
  return Math.max(chosen, Math.min(0, options.length - 1));
}

function isSame(one: Field, other: Field): boolean {
  const isChecked = (field: Field): boolean => field instanceof HTMLInputElement && field.checked;
  return one.value === other.value && isChecked(one) === isChecked(other);
}

function carryOpen(old: Element, twin: Element): void {
  // Details opened by the address stay open, although the build drew them closed.
  if (!(old instanceof HTMLDetailsElement) || !(twin instanceof HTMLDetailsElement) || !old.open || twin.open) return;
  twin.open = true;
  // The browser's own event fires after the next paint; content made on demand must exist before.
  twin.dispatchEvent(new Event("toggle"));
}

function refocus(old: Element, twin: Element): void {
  (twin as HTMLElement).focus({preventScroll: true});
  const isText = old instanceof HTMLInputElement && twin instanceof HTMLInputElement && old.selectionStart !== null;
  if (isText) twin.setSelectionRange(old.selectionStart, old.selectionEnd);
}

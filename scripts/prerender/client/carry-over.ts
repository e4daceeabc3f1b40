import {noteTwins} from "./twins.js";

/** What a reader opens or drags, and would lose if it were replaced meanwhile. */
const HELD = "select, input[type=range], input[type=file]";

/**
 * Whether a reader is at a control that must not be replaced now. Then `free` is called when it may be, and what the
 * reader chooses meanwhile is handed to the control that will stand there.
 * @param {readonly Node[]} before
 * @param {readonly Node[]} after
 * @param {() => void} free
 */
export function isHeld(before, after, free) {
  const active = document.activeElement;
  if (!active?.matches(HELD) || !before.some((node) => node.contains(active))) return false;
  const twin = pairsOf(before, after).find(([old]) => old === active)?.[1];
  if (!twin) return false;
  active.addEventListener("input", () => carryValue(active, twin));
  for (const name of ["change", "blur"]) active.addEventListener(name, () => setTimeout(free), {once: true});
  return false || document.activeElement === active;
}

/**
 * Replaces nodes by others that look like them, and keeps what a reader did with them: choices, focus, open details,
 * scrolling. Charts get their height before they are drawn.
 * @param {readonly Node[]} before
 * @param {readonly Node[]} after
 * @param {() => void} replace
 */
export function carryOver(before, after, replace) {
  const pairs = pairsOf(before, after);
  const focused = pairs.find(([old]) => old === document.activeElement);
  const heights = pairs.filter(([old]) => old.matches(".drawn")).map(([old, twin]) => [old.clientHeight, twin]);
  const scrolled = pairs.filter(([old]) => old.scrollTop > 0 || old.scrollLeft > 0).map(([old, twin]) => ({
    twin,
    place: {top: old.scrollTop, left: old.scrollLeft}
  }));
  for (const [height, twin] of heights) reserve(/** @type {HTMLElement} */ (twin), Number(height));
  noteTwins(pairs);
  replace();
  for (const {twin, place} of scrolled) twin.scrollTo({...place, behavior: "instant"});
  for (const [old, twin] of pairs) {
    carryValue(old, twin);
    carryOpen(old, twin);
  }
  if (focused) refocus(...focused);
}

/**
 * Elements and those that stand in their place.
 * @param {readonly Node[]} before
 * @param {readonly Node[]} after
 * @returns {[Element, Element][]}
 */
function pairsOf(before, after) {
  const [olds, twins] = [before, after].map((nodes) => nodes.filter((node) => node instanceof Element));
  return (olds ?? []).flatMap((old, i) => {
    const twin = twins?.[i];
    if (twin?.nodeName !== old.nodeName) return [];
    return [[old, twin], ...(old.matches(".drawn") ? [] : pairsOf([...old.childNodes], [...twin.childNodes]))];
  });
}

/**
 * A chart is drawn when its width is known: until then it keeps its room.
 * @param {HTMLElement} element
 * @param {number} height
 */
function reserve(element, height) {
  if (element.hasChildNodes()) return;
  element.style.minHeight = `${height}px`;
  new MutationObserver((_, observer) => {
    observer.disconnect();
    element.style.minHeight = "";
  }).observe(element, {childList: true});
}

/**
 * Hands on what a reader chose or wrote, if that is not what the page was built with.
 * @param {Element} old
 * @param {Element} twin
 */
function carryValue(old, twin) {
  if (!isControl(old) || !isControl(twin) || isAsBuilt(old)) return;
  if ("checked" in old && "checked" in twin) twin.checked = old.checked;
  if (old.type === "file" && "files" in old && "files" in twin) twin.files = old.files;
  else twin.value = old.value;
  twin.dispatchEvent(new Event("input", {bubbles: true}));
  if (old !== document.activeElement) twin.dispatchEvent(new Event("change", {bubbles: true}));
}

/**
 * @param {Element} element
 * @returns {element is HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement}
 */
function isControl(element) {
  return /^(INPUT|SELECT|TEXTAREA)$/.test(element.nodeName);
}

/** Whether a control holds what a browser makes of its text, which for a slider is the next step. */
function isAsBuilt(control) {
  if (control.type === "file") return control.files.length === 0;
  const template = document.createElement("template");
  template.innerHTML = control.outerHTML;
  const built = template.content.firstElementChild;
  return control.value === built.value && control.checked === built.checked;
}

/**
 * @param {Element} old
 * @param {Element} twin
 */
function carryOpen(old, twin) {
  if (!(old instanceof HTMLDetailsElement) || !(twin instanceof HTMLDetailsElement) || old.open === twin.open) return;
  twin.open = old.open;
  twin.dispatchEvent(new Event("toggle"));
}

/**
 * @param {Element} old
 * @param {Element} twin
 */
function refocus(old, twin) {
  /** @type {HTMLElement} */ (twin).focus({preventScroll: true});
  const isText = old instanceof HTMLInputElement && twin instanceof HTMLInputElement && old.selectionStart !== null;
  if (isText) twin.setSelectionRange(old.selectionStart, old.selectionEnd);
}

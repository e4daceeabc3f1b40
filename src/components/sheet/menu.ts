import {button} from "../figure/button.js";

/** A menu item: label, action, and whether it is currently chosen. */
export interface MenuItem {
  label: string;
  act: () => void;
  checked?: boolean;
  disabled?: boolean;
}

/** Opens a menu below an element. Arrows move within it, Esc and a click elsewhere close it, and the focus returns. */
export function openMenu(anchor: HTMLElement, label: string, items: readonly MenuItem[]): void {
  const element = document.createElement("div");
  element.setAttribute("role", "menu");
  element.setAttribute("aria-label", label);
  element.append(...items.map((item) => itemElement(item, () => close())));
  const close = openPopover(anchor, element);
  element.addEventListener("keydown", (event) => move(event, element));
  element.querySelector<HTMLElement>("[role^=menuitem]")?.focus();
}

/** Opens a box with any content below an element; returns a function that closes it. */
export function openPopover(anchor: HTMLElement, content: HTMLElement): () => void {
  closeOpen?.();
  const box = document.createElement("div");
  box.className = "tf-popover";
  box.append(content);
  // A popover of a dialog must be inside it: everything outside is covered and inert.
  (anchor.closest("dialog") ?? anchor.closest(".tf-root") ?? document.body).append(box);
  position(box, anchor);
  const opener = document.activeElement;
  const outside = ({target}: Event): void => {
    if (target instanceof Node && !box.contains(target) && !anchor.contains(target)) close(false);
  };
  const close = (back = true): void => {
    box.remove();
    document.removeEventListener("pointerdown", outside, {capture: true});
    closeOpen = undefined;
    if (back && opener instanceof HTMLElement) opener.focus();
  };
  document.addEventListener("pointerdown", outside, {capture: true});
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    close();
  });
  closeOpen = () => close(false);
  return close;
}

let closeOpen: (() => void) | undefined;

function itemElement({label, act, checked, disabled = false}: MenuItem, close: () => void): HTMLElement {
  const element = button(label, () => {
    close();
    act();
  });
  element.setAttribute("role", checked === undefined ? "menuitem" : "menuitemradio");
  if (checked !== undefined) element.setAttribute("aria-checked", String(checked));
  element.disabled = disabled;
  element.tabIndex = -1;
  return element;
}

function move(event: KeyboardEvent, menu: HTMLElement): void {
  const items = [...menu.querySelectorAll<HTMLElement>("[role^=menuitem]:not([disabled])")];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const to = {ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1}[event.key];
  if (to === undefined) return;
  event.preventDefault();
  items[(to + items.length) % items.length]?.focus();
}

/** Below the anchor, or above it if there is no room; never outside the window. */
function position(box: HTMLElement, anchor: HTMLElement): void {
  const {left, bottom, top} = anchor.getBoundingClientRect();
  const {offsetWidth, offsetHeight} = box;
  const below = bottom + offsetHeight + 8 <= innerHeight || top < offsetHeight + 8;
  box.style.left = `${Math.max(4, Math.min(left, innerWidth - offsetWidth - 8))}px`;
  const at = below ? Math.min(bottom + 2, innerHeight - offsetHeight - 4) : top - offsetHeight - 2;
  box.style.top = `${Math.max(4, at)}px`;
}

import {svgElement} from "../../components/sheet/paths.js";

/** The drawings of buttons that have no room for words, on 16 by 16. */
const shapes = {
  menu: ["M2 4h12M2 8h12M2 12h12"],
  undo: ["M3 7h7a3.5 3.5 0 0 1 0 7H7M6 4 3 7l3 3"],
  redo: ["M13 7H6a3.5 3.5 0 0 0 0 7h3M10 4l3 3-3 3"],
  find: ["M2.5 7a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0", "m10.5 10.5 3.5 3.5"],
  close: ["m4 4 8 8M12 4l-8 8"],
  down: ["m4 6 4 4 4-4"],
  plus: ["M8 3v10M3 8h10"],
  table: [
    "M3.5 3h9A1.5 1.5 0 0 1 14 4.5v7a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 2 11.5v-7A1.5 1.5 0 0 1 3.5 3z",
    "M2 6.5h12M6.5 6.5V13"
  ],
  levers: ["M2 5h5m4 0h3M2 11h2m4 0h6", "M7 5a2 2 0 1 0 4 0a2 2 0 1 0-4 0M4 11a2 2 0 1 0 4 0a2 2 0 1 0-4 0"],
  changes: ["M3 13h2.5L13 5.5 10.5 3 3 10.5z"],
  figures: ["M2 13h12M3 10l3.5-4 3 2.5L14 3"]
} as const;

export type Icon = keyof typeof shapes;

/** A drawing for a button, which says in words what it does. */
export function icon(name: Icon): SVGElement {
  const drawing = svgElement("svg", {class: "wb-icon", viewBox: "0 0 16 16", "aria-hidden": "true"});
  drawing.append(...shapes[name].map((d) => svgElement("path", {d})));
  return drawing;
}

/** A button with a drawing in place of words. */
export function iconButton(name: Icon, label: string, click: () => void): HTMLButtonElement {
  const element = document.createElement("button");
  element.type = "button";
  element.className = "wb-icon-button";
  element.title = label;
  element.setAttribute("aria-label", label);
  element.append(icon(name));
  element.addEventListener("click", click);
  return element;
}

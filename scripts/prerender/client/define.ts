import {Inspector, Runtime} from "observablehq:runtime";
import {FileAttachment, Generators, Mutable, resize} from "observablehq:stdlib";
import {placesIn} from "./place.js";
import {noteRejected, noteWork} from "./work.js";

/** What cells may name without an import. Libraries that Framework would fetch from the network are imported. */
const library = {
  now: () => Generators.now(),
  width: () => Generators.width(document.querySelector("main")),
  dark: () => Generators.dark(),
  resize: () => resize,
  FileAttachment: () => FileAttachment,
  Generators: () => Generators,
  Mutable: () => Mutable
};

const page = new Runtime(library).module();
const places = placesIn(document.body);

/**
 * Defines a cell, as Framework's own client does, whose name and shape of cells this has to have.
 * @param {import("./cell.d.ts").Cell} cell
 */
export function define({id, mode, inputs = [], outputs = [], body}) {
  const place = places.get(id);
  if (!place) throw new Error(`cell ${id} has no place on the page`);
  const work = noteWork();
  const variable = page.variable(
    {
      // The runtime asks for the node of a cell that waits until a reader scrolls to it.
      get _node() {
        work.waitsForReader();
        return place.parent;
      },
      pending: () => work.began(),
      fulfilled() {
        place.settle();
        work.ended();
      },
      rejected(/** @type {Error} */ error) {
        noteRejected(error);
        place.clear();
        place.show(problem(error));
        place.settle();
        work.ended();
      }
    },
    {shadow: {}}
  );
  work.is(variable);
  if (inputs.includes("display") || inputs.includes("view")) offerDisplay(variable, inputs, place, mode);
  variable.define(outputs.length > 0 ? `cell ${id}` : null, inputs, body);
  for (const name of outputs) page.variable(true).define(name, [`cell ${id}`], (all) => all[name]);
}

/** The display of an earlier run of a cell is stale; the first of a run clears what the one before has shown. */
function offerDisplay(variable, inputs, place, mode) {
  const show = mode === "inline" ? showInline : showBlock;
  let shown = -1;
  const display = new variable.constructor(2, variable._module);
  display.define(
    inputs.filter((name) => name !== "display" && name !== "view"),
    () => {
      const version = variable._version;
      return (value) => {
        if (version < shown) throw new Error("stale display");
        if (version > shown) place.clear();
        shown = version;
        show(place, value);
        return value;
      };
    }
  );
  variable._shadow.set("display", display);
  if (!inputs.includes("view")) return;
  const view = new variable.constructor(2, variable._module, null, {shadow: {}});
  view._shadow.set("display", display);
  view.define(["display"], (shows) => (value) => Generators.input(shows(value)));
  variable._shadow.set("view", view);
}

function showInline(place, value) {
  const parts = isNode(value) || typeof value === "string" || !value?.[Symbol.iterator] ? [value] : value;
  for (const part of parts) place.show(isNode(part) ? part : document.createTextNode(part));
}

function showBlock(place, value) {
  if (isNode(value)) return place.show(value);
  const element = document.createElement("div");
  new Inspector(element).fulfilled(value);
  place.show(element);
}

function problem(error) {
  console.error(error);
  const element = document.createElement("div");
  new Inspector(element).rejected(error);
  element.classList.add("observablehq--error");
  return element;
}

function isNode(value) {
  return value instanceof Node && value instanceof value.constructor;
}

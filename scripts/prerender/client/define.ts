import {Inspector, Runtime, type Variable} from "observablehq:runtime";
import {FileAttachment, Generators, Mutable, resize} from "observablehq:stdlib";
import {generators} from "./inputs.js";
import {canWait, isBuilding, keepForEnd, keepForLater} from "./late.js";
import {placesIn, type Place} from "./place.js";
import {noteBegun, noteEnded, noteWaiting} from "./work.js";

/** A cell as compiled by Framework. */
export interface Cell {
  id: string;
  mode?: "inline";
  inputs?: readonly string[];
  outputs?: readonly string[];
  body: (...inputs: never[]) => unknown;
}

/**
 * Names that cells may use without an import. Libraries that Framework would fetch from the network are imported
 * instead.
 */
const library = {
  now: () => Generators.now(),
  width: () => Generators.width(document.querySelector("main")!),
  dark: () => Generators.dark(),
  resize: () => resize,
  FileAttachment: () => FileAttachment,
  Generators: () => generators,
  Mutable: () => Mutable
};

const page = new Runtime(library).module();
const places = placesIn(document.body);

/** The page's cells that have not begun. */
const cells: Cell[] = [];

/** Registers a cell without running it, so that a page's module can be loaded ahead of time. */
export function define(cell: Cell): void {
  cells.push(cell);
}

/** Begins all cells as Framework's client does, except those whose output can wait. */
export function begin(): void {
  const all = cells.splice(0);
  const read = new Set(all.flatMap(({inputs = []}) => inputs));
  for (const cell of all) beginCell(cell, read);
}

/** `read` are the names that cells read. */
function beginCell(cell: Cell, read: ReadonlySet<string>): void {
  const place = places.get(cell.id);
  if (!place) throw new Error(`cell ${cell.id} has no place on the page`);
  if (onlyShows(cell, read) && canWait(place)) keepForLater(place, () => defineIn(place, cell));
  else if (onlyComputes(cell)) defineUnseen(place, cell);
  else defineIn(place, cell);
}

/** Whether a cell only computes values for others, which no one waits for while the page is built. */
function onlyComputes({inputs = [], outputs = []}: Cell): boolean {
  return !isBuilding() && outputs.length > 0 && !inputs.includes("display") && !inputs.includes("view");
}

/**
 * Defines a cell that is computed when a visible cell needs it, so that what is in view need not wait for the rest. It
 * is computed in the end in any case, and shows its errors in its place.
 */
function defineUnseen(place: Place, {inputs = [], outputs = [], body, id}: Cell): void {
  page.variable().define(nameOf(id), inputs, body);
  defineOutputs(id, outputs);
  keepForEnd(() => defineIn(place, {id: `${id} seen`, inputs: [nameOf(id)], body: () => undefined}));
}

function defineOutputs(id: string, outputs: readonly string[], observer?: true): void {
  for (const name of outputs)
    page.variable(observer).define(name, [nameOf(id)], (all: Readonly<Record<string, unknown>>) => all[name]);
}

function nameOf(id: string): string {
  return `cell ${id}`;
}

/** Whether no other cell reads this cell's values. */
function onlyShows({inputs = [], outputs = []}: Cell, read: ReadonlySet<string>): boolean {
  return inputs.includes("display") && !outputs.some((name) => read.has(name));
}

function defineIn(place: Place, {mode, inputs = [], outputs = [], body, id}: Cell): void {
  const cell: Variable = page.variable(
    {
      // The runtime asks for the node of a cell that waits for a reader to scroll there.
      get _node() {
        noteWaiting(cell);
        return place.parent;
      },
      pending: () => noteBegun(cell),
      fulfilled: () => {
        place.settle();
        noteEnded(cell);
      },
      rejected: (error) => {
        place.clear();
        place.show(problem(error));
        place.settle();
        noteEnded(cell, error);
      }
    },
    {shadow: {}}
  );
  noteBegun(cell);
  const shows = inputs.includes("display") || inputs.includes("view");
  if (shows) cell._shadow.set("display", displayOf(cell, inputs, place, mode === "inline" ? showInline : showBlock));
  if (inputs.includes("view")) cell._shadow.set("view", viewOf(cell));
  cell.define(outputs.length > 0 ? nameOf(id) : null, inputs, body);
  defineOutputs(id, outputs, true);
}

type Show = (place: Place, value: unknown) => void;

/** The first display of a run clears the previous run's output; a display of an earlier run is stale. */
function displayOf(cell: Variable, inputs: readonly string[], place: Place, show: Show): Variable {
  let shown = -1;
  const others = inputs.filter((name) => name !== "display" && name !== "view");
  return new cell.constructor(2, cell._module).define(others, () => {
    const version = cell._version;
    return (value: unknown) => {
      if (version < shown) throw new Error("stale display");
      if (version > shown) place.clear();
      shown = version;
      show(place, value);
      return value;
    };
  });
}

function viewOf(cell: Variable): Variable {
  const view = new cell.constructor(2, cell._module, null, {shadow: {}});
  view._shadow.set("display", cell._shadow.get("display")!);
  type Input = Parameters<typeof Generators.input>[0];
  return view.define(
    ["display"],
    (display: (input: Input) => Input) => (input: Input) => generators.input(display(input))
  );
}

function showInline(place: Place, value: unknown): void {
  for (const part of isList(value) ? value : [value])
    place.show(isNode(part) ? part : document.createTextNode(String(part)));
}

function isList(value: unknown): value is Iterable<unknown> {
  return typeof value === "object" && value !== null && !isNode(value) && Symbol.iterator in value;
}

function showBlock(place: Place, value: unknown): void {
  if (isNode(value)) {
    place.show(value);
    return;
  }
  const element = document.createElement("div");
  new Inspector(element).fulfilled(value);
  place.show(element);
}

function problem(error: Error): HTMLElement {
  console.error(error);
  const element = document.createElement("div");
  new Inspector(element).rejected(error);
  element.classList.add("observablehq--error");
  return element;
}

function isNode(value: unknown): value is Node {
  return value instanceof Node && value instanceof value.constructor;
}

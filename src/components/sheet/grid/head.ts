import type {Heading} from "../view.js";
import type {Geometry} from "./geometry.js";
import {Slots} from "./slots.js";

interface HeadCell {
  element: HTMLElement;
  title: HTMLElement;
  unit: HTMLElement;
  column: number;
}

/** Handlers for actions on a column's heading. */
export interface HeadHandlers {
  resize: (column: number, width: number) => void;
  fit: (column: number) => void;
  menu: (column: number, anchor: HTMLElement) => void;
}

/** The state of a column: sorted, filtered, with the active cell, at the boundary of the inputs. */
export interface HeadState {
  sorted?: "ascending" | "descending" | undefined;
  filtered: boolean;
  active: boolean;
  edge: boolean;
}

/** The headings of a grid's columns, and its corner. */
export class GridHead {
  readonly element = document.createElement("div");
  readonly corner = document.createElement("div");
  private readonly slots = new Slots();
  private readonly cells: HeadCell[] = [];

  constructor(readonly handlers: HeadHandlers) {
    this.element.className = "tf-head";
    this.element.setAttribute("role", "row");
    this.element.setAttribute("aria-rowindex", "1");
    this.corner.className = "tf-corner";
    this.corner.setAttribute("role", "columnheader");
    this.corner.setAttribute("aria-colindex", "1");
    this.corner.append(document.createElement("b"), document.createElement("small"));
    this.element.append(this.corner);
    this.element.addEventListener("pointerdown", (event) => this.press(event));
    this.element.addEventListener("dblclick", (event) => {
      const cell = this.gripped(event.target);
      if (cell) this.handlers.fit(cell.column);
    });
  }

  draw(
    columns: readonly Heading[],
    geometry: Geometry,
    shown: ReadonlySet<number>,
    stateOf: (column: number) => HeadState
  ) {
    const count = this.slots.hold(shown);
    while (this.cells.length < count) this.cells.push(this.newCell());
    for (const slot of this.slots.unused()) this.cells[slot]!.element.hidden = true;
    for (const [column, slot] of this.slots.entries())
      write(this.cells[slot]!, column, columns[column]!, geometry, stateOf(column));
  }

  /** The element of a column's heading, if visible. */
  at(column: number): HTMLElement | undefined {
    const slot = this.slots.slotOf(column);
    return slot === undefined ? undefined : this.cells[slot]!.element;
  }

  /** The column of the heading that contains an element. */
  columnOf(target: EventTarget | null): number | undefined {
    return this.cells.find(({element}) => target instanceof Node && element.contains(target))?.column;
  }

  private newCell(): HeadCell {
    const element = document.createElement("div");
    element.className = "tf-column-heading";
    element.setAttribute("role", "columnheader");
    element.tabIndex = -1;
    const [title, unit, grip] = [
      document.createElement("b"),
      document.createElement("small"),
      document.createElement("i")
    ];
    grip.className = "tf-grip";
    element.append(title, unit, grip);
    this.element.append(element);
    return {element, title, unit, column: -1};
  }

  private gripped(target: EventTarget | null): HeadCell | undefined {
    if (!(target instanceof Element) || !target.classList.contains("tf-grip")) return undefined;
    return this.cells.find(({element}) => element.contains(target));
  }

  /** A grip is dragged to set a width; pressing a heading elsewhere opens its menu. */
  private press(event: PointerEvent): void {
    const cell = this.gripped(event.target);
    const column = this.columnOf(event.target);
    if (!cell && column !== undefined && event.button === 0) this.handlers.menu(column, this.at(column)!);
    if (!cell) return;
    event.preventDefault();
    const {element} = cell;
    const [start, from] = [event.clientX, element.offsetWidth];
    element.setPointerCapture(event.pointerId);
    const move = ({clientX}: PointerEvent): void => this.handlers.resize(cell.column, from + clientX - start);
    element.addEventListener("pointermove", move);
    element.addEventListener("lostpointercapture", () => element.removeEventListener("pointermove", move), {
      once: true
    });
  }
}

function write(cell: HeadCell, column: number, heading: Heading, geometry: Geometry, state: HeadState): void {
  const {element, title, unit} = cell;
  cell.column = column;
  element.hidden = false;
  element.style.left = `calc(var(--tf-heading) + ${geometry.leftOf(column)}px)`;
  element.style.width = `${geometry.widths[column]}px`;
  element.setAttribute("aria-colindex", String(column + 2));
  element.setAttribute("aria-sort", state.sorted ?? "none");
  element.title = heading.doc;
  element.className = [
    "tf-column-heading",
    heading.numeric ? "number" : "text",
    heading.typed ? "typed" : "formula",
    ...(state.active ? ["hot"] : []),
    ...(state.edge ? ["edge"] : []),
    ...(state.filtered ? ["filtered"] : [])
  ].join(" ");
  const arrow = state.sorted === undefined ? "" : state.sorted === "ascending" ? " ↑" : " ↓";
  title.textContent = `${heading.mark === "" ? "" : `${heading.mark} `}${heading.title}${arrow}`;
  unit.textContent = heading.unit;
}

import {contains, extent, type Place} from "../selection.js";
import type {Grid} from "./grid.js";
import type {GridHandlers} from "./handlers.js";

/** The pointer in a grid: it selects, drags a range or the fill handle, and opens a cell. */
export class GridPointer {
  private dragging: "range" | "fill" | undefined;

  constructor(
    readonly grid: Grid,
    readonly handlers: GridHandlers
  ) {
    const {element} = grid;
    element.addEventListener("pointerdown", (event) => this.press(event));
    element.addEventListener("pointerover", (event) => this.over(event));
    document.addEventListener("pointerup", () => this.release());
    element.addEventListener("contextmenu", (event) => this.openMenu(event));
    element.addEventListener("dblclick", (event) => grid.placeOf(event.target) && handlers.edit());
  }

  private press(event: PointerEvent): void {
    if (event.button !== 0) return;
    if (event.target instanceof Element && event.target.classList.contains("tf-handle")) {
      this.dragging = "fill";
      event.preventDefault();
      return;
    }
    const place = this.grid.placeOf(event.target);
    if (!place && this.grid.rowOfHeading(event.target) !== undefined) return this.openMenu(event);
    if (!place) return;
    event.preventDefault();
    if (this.handlers.point(place)) return;
    this.dragging = "range";
    this.mark(place, event.shiftKey);
  }

  /** A cell opens its menu in place of the browser's, a row's heading when pressed. */
  private openMenu(event: MouseEvent): void {
    const {grid} = this;
    const row = grid.rowOfHeading(event.target);
    const place = row === undefined ? grid.placeOf(event.target) : {row, column: grid.selection.active.column};
    if (!place || !(event.target instanceof HTMLElement)) return;
    event.preventDefault();
    if (!contains(grid.selection, place)) this.mark(place, false);
    this.handlers.rowMenu(place, event.target);
  }

  /** Touch scrolls rather than dragging a range. */
  private over({target, buttons, pointerType}: PointerEvent): void {
    if (this.dragging === undefined || buttons !== 1 || pointerType === "touch") return;
    const place = this.grid.placeOf(target);
    if (place) this.mark(place, true);
  }

  private release(): void {
    const {dragging} = this;
    this.dragging = undefined;
    if (dragging !== "fill") return;
    const {top, bottom, left, right} = extent(this.grid.selection);
    this.grid.fill(bottom - top >= right - left ? "down" : "right");
  }

  /** While a range is dragged, its first cell stays active. */
  private mark(place: Place, extend: boolean): void {
    const {active} = this.grid.selection;
    this.grid.select(extend ? {active, anchor: place} : {active: place, anchor: place});
  }
}

import type {PublishedRun} from "../../lib/library/run.js";
import {contents} from "../inspector/contents.js";
import {framed, tellCell} from "./frame.js";

/** An element that explains a cell; `show` switches to another cell. */
export type InspectorElement = HTMLElement & {show: (cell: string) => void};

/**
 * A cell's value, formula, precedents, sources, dependents and path: `inspector(run, "economy.cost_per_token@59")`.
 * Clicking another cell's name shows that cell and fires `cell`. Throws an `InputError` for an unknown cell.
 */
export function inspector(run: PublishedRun, cell: string): InspectorElement {
  const element = framed("inspector");
  const show = (address: string): void => {
    const parts = contents(run, {cell: address, scenario: run.scenario.name}, {}, (target) => {
      show(target.cell);
      tellCell(element, target.cell, Number(/@(\d+)$/.exec(target.cell)?.[1] ?? 0));
    });
    element.replaceChildren(...parts);
  };
  show(cell);
  return Object.assign(element, {show});
}

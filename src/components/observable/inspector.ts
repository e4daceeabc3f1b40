import type {PublishedRun} from "../../lib/library/run.js";
import {contents} from "../inspector/contents.js";
import {framed, tellCell} from "./frame.js";

/** What a cell is and where it comes from; `show` goes to another one. */
export type InspectorElement = HTMLElement & {show: (cell: string) => void};

/**
 * A cell's value, formula, inputs, sources, readers and path: `inspector(run, "economy.cost_per_token@59")`. A click on
 * another cell's name shows that one, and fires `cell`. Throws an `InputError` for a cell that is not there.
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

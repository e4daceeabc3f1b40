import {html} from "htl";
import {ledgerValue} from "../../lib/model/ledger-entry.js";
import {isBooked} from "../../lib/model/book-key.js";
import {cellAt} from "../../lib/sheet/address.js";
import {valueAt, type Run} from "../../lib/sheet/index.js";
import {amount, cell as plain} from "../words/format.js";
import {link} from "./link.js";
import {nameOf, type CellMark, type Made, type Origin, type Recorded} from "./origin.js";
import {runOfScenario} from "./runs.js";

/** The parts of a number, each with its value, to choose from. */
export async function choices({words, of}: Made, open: (target: Origin) => void): Promise<Node[]> {
  const values = await Promise.all(of.map(async (one) => ("table" in one ? inRow(one) : inRun(one))));
  return [
    html`<p>${words}</p>`,
    html`<ul>
      ${of.map(
        (one, i) =>
          html`<li>${link(nameOf(one), () => open(one))} <span class="inspector-number">${values[i]}</span></li>`
      )}
    </ul>`
  ];
}

function inRow({row, column = ""}: Recorded): string {
  return plain((row as Record<string, unknown>)[column]);
}

async function inRun({cell, scenario}: CellMark): Promise<string> {
  const {run} = await runOfScenario(scenario);
  if (!isBooked(cell)) return inCell(run, cell);
  const {value, unit} = ledgerValue(run, cell);
  return amount(value, unit);
}

function inCell(run: Run, text: string): string {
  const {column, row, month} = cellAt(run, text);
  const value = valueAt(run, column.id, row, month);
  return typeof value === "number"
    ? amount(value, column.unit.text)
    : typeof value === "object"
      ? "not available"
      : value;
}

import {chain} from "../../lib/model/chain.js";
import {attribute} from "../../lib/model/compare.js";
import {override} from "../../lib/model/scenario.js";
import {cellAt} from "../../lib/sheet/address.js";
import {numberAt} from "../../lib/sheet/run.js";
import {waterfall} from "../sheet/waterfall.js";
import {framed, tellCell} from "./frame.js";
import type {SheetRun} from "./sheet-run.js";
import type {BridgeElement, BridgeStep} from "./observable.js";

/**
 * The contribution of each change in a sheet to a figure of the economy in a month, as a waterfall from the base
 * scenario: `bridge(run, "economy.cost_per_token@59")`. Throws an `InputError` for an unknown figure. It runs the model
 * once for each set of changes. Clicking a bar fires `cell` with the address of the input.
 */
export function bridge(sheetRun: SheetRun, figure: string): BridgeElement {
  const {scenario, run, baseline} = sheetRun;
  const {column, month} = cellAt(run, figure);
  const steps = stepsOf(sheetRun, column.id, month);
  const element = framed("tf-bridge");
  const end = ({title}: {title: string}, value: number): {label: string; value: number} => ({label: title, value});
  element.append(
    ...waterfall(
      {
        unit: column.unit.text,
        from: end(baseline.scenario, numberAt(baseline.run, column.id, 0, month)),
        to: end(scenario, numberAt(run, column.id, 0, month)),
        steps
      },
      (input) => tellCell(element, input, month)
    )
  );
  return Object.assign(element, {value: steps});
}

function stepsOf({scenario, run, baseline, published}: SheetRun, column: string, month: number): BridgeStep[] {
  const parent = baseline.scenario;
  const changes = {
    overrides: scenario.overrides.slice(parent.overrides.length),
    formulas: scenario.formulas.slice(parent.formulas.length)
  };
  const inputs = override(chain, published.inputs.chain!, parent.overrides);
  return attribute(chain, inputs, changes, [column], {months: month + 1, start: run.start})
    .filter((step) => step.month === month)
    .map(({input, amount}) => ({input, amount}))
    .sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
}

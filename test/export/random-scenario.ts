import fc from "fast-check";
import {override, type Override} from "../../lib/model/index.js";
import {evaluate, typedColumns, type Run} from "../../lib/sheet/index.js";
import {project} from "../model/project.js";

const {model, inputs} = project.models.get("chain")!;

/** Every uncertain number of the assumptions, as a cell for a scenario to set, with the ends of its range. */
const uncertain = model.tables.flatMap((table) =>
  typedColumns(table).flatMap(([column]) => {
    const {keys, columns} = inputs[table.name] ?? {keys: [], columns: {}};
    return (columns[column]?.provenance ?? []).flatMap((range, row) => {
      if (!range || range.low === range.high || Number.isNaN(range.low)) return [];
      return [{cell: table.single ? `${table.name}.${column}` : `${table.name}[${keys[row]}].${column}`, ...range}];
    });
  })
);

/** The position of an input within its range. LibreOffice cannot be given subnormal numbers. */
const place = fc.double({min: 0, max: 1, noNaN: true}).map((at) => (at < 1e-300 ? 0 : at));

/** Scenarios that set some of the uncertain inputs to values within their ranges, and leave one in twenty empty. */
export const randomScenario: fc.Arbitrary<Override[]> = fc
  .uniqueArray(fc.tuple(fc.nat(uncertain.length - 1), place, fc.nat(19)), {
    selector: ([index]) => index,
    minLength: 6,
    maxLength: 80
  })
  .map((picks) =>
    picks.map(([index, share, empty]) => {
      const {cell, low, high} = uncertain[index]!;
      return {cell, value: empty === 0 ? "" : String(low + share * (high - low)), place: "test"};
    })
  );

/** A scenario's run over some months. */
export function runOf(overrides: readonly Override[], months: number): Run {
  return evaluate(model, override(model, inputs, overrides), {months, start: "2026-12"});
}

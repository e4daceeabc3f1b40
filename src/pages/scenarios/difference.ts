import {quoted} from "../../lib/export/sql/identifier.js";
import type {FigureQuery} from "../../components/figure/figure-query.js";
import {lines} from "../../components/figure/query-text.js";
import {OWN} from "../../components/live/custom-scenario.js";
import {of} from "../../components/rows/filter.js";
import {dateIn, numberIn} from "../../components/rows/row-values.js";
import type {RowsOf} from "../../components/rows/table-types.js";
import {ownScenario, type Difference} from "./comparison.js";

/** By how much a figure is more in one scenario than in another, by month. */
export function differencesIn(headline: RowsOf<"headline">, {figure, from, to}: Difference) {
  const rowsOf = (scenario: string) => of(headline, scenario).filter((row) => row.figure === figure);
  const before = new Map(rowsOf(from).map((row) => [dateIn(row, "date").getTime(), row]));
  return rowsOf(to).map((row) => {
    const date = dateIn(row, "date");
    const first = before.get(date.getTime());
    return {date, value: numberIn(row, "central") - numberIn(first, "central")};
  });
}

/** The query that gives the same. */
export function differencesQuery({figure, from, to}: Difference): FigureQuery {
  if (from === OWN || to === OWN) return ownScenario;
  return {
    sql: lines(
      "SELECT date, later.central - earlier.central AS value",
      "FROM headline AS later JOIN headline AS earlier USING (figure, date)",
      `WHERE figure = ${quoted(figure)} AND later.scenario = ${quoted(to)} AND earlier.scenario = ${quoted(from)}`,
      "ORDER BY date"
    )
  };
}

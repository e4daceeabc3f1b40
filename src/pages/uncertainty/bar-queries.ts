import {quoted} from "../../lib/export/sql/identifier.js";
import {dayOf, lines} from "../../components/figure/query-text.js";
import {SHOWN} from "./draws.js";

/** The query that gives the bars of `swingBars`. */
export function swingQuery(figure: string, month: string): string {
  return lines(
    "SELECT cell, swing.central, at_low AS low, at_high AS high",
    "FROM swing JOIN driver ON driver.driver = swing.driver",
    `WHERE figure = ${quoted(figure)} AND date = ${dayOf(month)}`,
    `ORDER BY abs(at_high - at_low) DESC LIMIT ${SHOWN}`
  );
}

/** The query that gives the bars of `shareBars`. */
export function shareQuery(figure: string, month: string): string {
  return lines(
    "SELECT factor AS cell, rank, first, first_low, first_high, first_resolved = 'true' AS first_resolved,",
    `  total, total_low, total_high, total_resolved = 'true' AS total_resolved, "rows", seed`,
    "FROM sensitivity",
    `WHERE figure = ${quoted(figure)} AND date = ${dayOf(month)}`,
    `ORDER BY total DESC LIMIT ${SHOWN}`
  );
}

import {numberIn} from "../../components/rows/row-values.js";
import type {RowOf, RowsOf} from "../../components/rows/table-types.js";
import type {Finding} from "../../components/words/finding.js";
import {share} from "../../components/words/format.js";
import {foremost} from "../../components/words/foremost.js";
import {monthName} from "../../components/words/month.js";
import {levelFinding} from "../../components/words/path-finding.js";
import type {PhysicalInput} from "./inputs.js";

/** What becomes of an input over the months; of one that has parts, which is the largest in a month. */
export function inputFinding(
  economy: RowsOf<"economy">,
  now: RowOf<"economy">,
  month: string,
  {title, columns}: PhysicalInput
): Finding {
  if (columns.length === 1) return levelFinding(title, economy, columns[0].column);
  const parts = columns.map(({name, column}) => ({name, value: numberIn(now, column)}));
  const total = parts.reduce((sum, {value}) => sum + value, 0);
  const most = foremost(parts);
  if (!most || parts.some(({value}) => value < 0)) return undefined;
  return `${title}: the largest part is ${most.name}, ${share(most.value / total)} in ${monthName(month)}`;
}

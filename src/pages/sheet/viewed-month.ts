import {dateAt} from "../../lib/export/run-tables.js";
import {monthInput} from "../../components/form/controls.js";
import type {Store} from "../../components/sheet/store.js";

/** The month that the whole page shows. */
export interface ViewedMonth {
  element: ReturnType<typeof monthInput>;
  month: () => number;
}

/** A slider over the months of the run. */
export function viewedMonth({current: {run}}: Store): ViewedMonth {
  const dates = Array.from({length: run.months}, (_, month) => dateAt(run, month));
  const element = monthInput(dates, dates.at(-1));
  return {element, month: () => dates.indexOf(element.value)};
}

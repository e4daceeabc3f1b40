import {dateAt, recordTable, runTables, type PublishedTable} from "../../lib/export/index.js";
import {fitLogistic, fitQuotes, logistic} from "../../lib/model/index.js";
import {dateOf, type Run} from "../../lib/sheet/index.js";
import {runHistory, type Project} from "./project.js";

/** The years before the chain: shocks, prices and counts, and how well law and curve fit what was published. */
export function historyTables(project: Project): PublishedTable[] {
  const run = runHistory(project);
  const tables = runTables([{scenario: "history", run}]).filter(({name}) => name !== run.model.parameter.name);
  return [...tables.map(withoutCells), rentalFit(run, project), userFit(project)];
}

/** The history is no scenario that a page can run. */
function withoutCells(table: PublishedTable): PublishedTable {
  return {...table, cells: {kind: "none"}};
}

function rentalFit(run: Run, {models}: Project): PublishedTable {
  const fields = {
    key: ["text", "", "Quote, in rental_quote"],
    date: ["date", "", "Month of the quote"],
    contract: ["text", "", "Kind of contract"],
    price: ["number", "USD/GPU-hour", "Published price of an H100-hour"],
    modelled: ["number", "USD/GPU-hour", "Price by the model's law, with the shocks of market_shock"],
    error: ["number", "1", "Logarithm of the modelled over the published price"]
  } as const;
  const fitted = fitQuotes(run, models.get("chain")!.inputs);
  return recordTable(
    "rental_fit",
    "Published prices of an H100-hour beside the model's.",
    fields,
    fitted.map((one) => ({...one, date: dateAt(run, one.month)}))
  );
}

function userFit({history}: Project): PublishedTable {
  const fields = {
    key: ["text", "", "Count, in user_count"],
    date: ["date", "", "Month of the count"],
    users: ["number", "user", "Weekly active users"],
    fitted: ["number", "user", "Users by the logistic curve that fits the counts best"],
    error: ["number", "1", "Logarithm of fitted over counted users"],
    potential: ["number", "user", "Where the curve ends"],
    imitation: ["number", "1/yr", "Its growth while users were few"]
  } as const;
  const {keys, columns} = history.inputs.user_count!;
  const [times, counts] = [columns.counted!, columns.users!].map(({values}) => values.map(Number)) as [
    number[],
    number[]
  ];
  const curve = fitLogistic(times, counts);
  return recordTable(
    "user_fit",
    "Published counts of users beside the curve of adoption.",
    fields,
    keys.map((key, row) => {
      const [users, fitted] = [counts[row]!, logistic(curve, times[row]!)];
      const error = Math.log(fitted / users);
      return {
        key,
        date: dateOf(times[row]!),
        users,
        fitted,
        error,
        potential: curve.potential,
        imitation: 12 * curve.imitation
      };
    })
  );
}

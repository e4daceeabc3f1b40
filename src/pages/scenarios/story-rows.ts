import {html} from "htl";
import {gridOf, numberColumn, textColumn} from "../../components/figure/grid.js";
import {tableElement} from "../../components/figure/table-element.js";
import {monthOf, monthsOf, of} from "../../components/rows/filter.js";
import type {Row, RowsOf} from "../../components/rows/table-types.js";
import {rowOf} from "../../components/rows/row-values.js";
import type {Option} from "../../components/form/controls.js";
import {amount} from "../../components/words/format.js";
import type {BridgeStep} from "./comparison.js";
import {storyInWords, storyLines, type CellAt, type Story, type Told} from "./story.js";

/** The tables that a story is read from. */
export interface StoryTables {
  economy: RowsOf<"economy">;
  market: RowsOf<"market">;
}

export interface StoryQuestion {
  /** Names of scenarios among the options. */
  from: string;
  to: string;
  options: readonly Option[];
  month: string;
  steps: readonly BridgeStep[];
}

/** The story of a difference, from the published tables. */
export function storyOf(tables: StoryTables, {from, to, options, month, steps}: StoryQuestion): Story {
  const months = monthsOf(of(tables.economy, to));
  const total = steps.reduce((sum, step) => sum + step.amount, 0);
  const told = (name: string): Told => ({
    title: rowOf(options, ({value}) => value === name).title,
    at: cellsOf(tables, name, months)
  });
  const inputs = [...steps]
    .sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount))
    .map(({input, amount: part}) => ({
      name: input.replace(/^parameter\./, "").replaceAll(/[._]/g, " "),
      part: part / total
    }));
  const count = Math.min(months.length, monthsOf(of(tables.economy, from)).length);
  return {inputs, from: told(from), to: told(to), month: months.indexOf(month), months: count, start: months[0] ?? ""};
}

function cellsOf(tables: StoryTables, scenario: string, months: readonly string[]): CellAt {
  const rows = (["economy", "market"] as const).map((table) => {
    const own = of<Row>(tables[table], scenario);
    return [table, new Map(own.map((row) => [monthOf(row.date), row]))] as const;
  });
  const byTable = new Map(rows);
  return (table, column, month) => Number(byTable.get(table)?.get(months[month] ?? "")?.[column] ?? NaN);
}

/** The chain of causes, a sentence an item. */
export function storyList(story: Story): HTMLElement {
  return html`<ol>
    ${storyInWords(story).map((sentence) => html`<li>${sentence}</li>`)}
  </ol>`;
}

/** What moves along the way, as a table. */
export function storyTable({from, to, month}: Story): HTMLElement {
  const lines = storyLines(from, to, month);
  const rows = lines.map(({step, what, unit, from, to, change}) => ({
    ...{step, what, before: amount(from, unit), after: amount(to, unit)},
    change: Number.isFinite(change) ? Number((100 * change).toPrecision(3)) : null
  }));
  const columns = [
    textColumn("step", "Step on the way from capacity to output"),
    textColumn("what", "Quantity or price"),
    textColumn("before", `In “${from.title}”`),
    textColumn("after", `In “${to.title}”`),
    numberColumn("change", "%", "Change from the first to the second")
  ];
  return tableElement(gridOf(rows, columns), {label: "What moves between the two scenarios"});
}

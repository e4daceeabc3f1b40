import {quoted} from "../../lib/export/sql/identifier.js";
import {lines} from "../../components/figure/query-text.js";
import type {Option} from "../../components/form/controls.js";
import {share} from "../../components/words/format.js";
import {cellOf, originFor, type Origin} from "../../components/inspector/origin.js";
import {numberIn, textIn} from "../../components/rows/row-values.js";
import {cited, say, type Sentence} from "../../components/words/sentence.js";
import type {RowOf} from "../../components/rows/table-types.js";
import type {Assumption} from "./data.js";

/** A study's effect on working time, or the mean of a kind of work. */
export interface Effect {
  label: string;
  /** Share of working time saved; a slowdown is negative. */
  effect: number;
  low: number;
  high: number;
  weight: number;
  design: string;
  mean: boolean;
  /** Where the effect comes from, and where its ends and its weight do. */
  origin: Origin | undefined;
  others: Readonly<Record<string, Origin | undefined>>;
}

/**
 * The studies of each kind of work below its mean. A study's interval stands in `assumption`, a mean's ends are the
 * least and the most favourable study.
 */
export function effects(
  tasks: readonly RowOf<"task">[],
  studies: readonly RowOf<"study">[],
  assumptions: readonly Assumption[]
): Effect[] {
  const inputs = assumptions.filter(({table, column}) => table === "study" && column === "effect");
  const intervals = new Map(inputs.map((row) => [row.key, row]));
  return tasks.flatMap((task) => [
    meanOf(task),
    ...studies.filter((study) => study.task === task.key).map((study) => effectOf(study, intervals.get(study.key)))
  ]);
}

/** The query that gives `effects` of a scenario, of a task or of all. */
export function effectsQuery(scenario: string, task: string): string {
  const own = `row_number() OVER () AS place FROM`;
  const chosen = task === "all" ? "" : ` AND key = ${quoted(task)}`;
  return lines(
    `WITH kind AS (SELECT *, ${own} task WHERE scenario = ${quoted(scenario)}${chosen}),`,
    `measured AS (SELECT *, ${own} study WHERE scenario = ${quoted(scenario)}),`,
    `ends AS (SELECT key, low, high FROM assumption WHERE "table" = 'study' AND "column" = 'effect')`,
    "SELECT label, effect, low, high, weight, design, mean FROM (",
    "  SELECT name || ': weighted mean' AS label, effect, least_effect AS low, greatest_effect AS high,",
    "    NULL AS weight, '' AS design, true AS mean, place AS kind, 0 AS study FROM kind",
    "  UNION ALL",
    "  SELECT authors || ' ' || year, m.effect, ends.low, ends.high, weight, design, false, kind.place, m.place",
    "  FROM measured m JOIN kind ON kind.key = m.task LEFT JOIN ends ON ends.key = m.key",
    ")",
    "ORDER BY kind, study"
  );
}

/** The kinds of work to choose from, and all of them. */
export function taskOptions(tasks: readonly RowOf<"task">[]): Option[] {
  const names = new Map(tasks.map((task) => [textIn(task, "key"), textIn(task, "name")]));
  return [{value: "all", title: "All"}, ...Array.from(names, ([value, title]) => ({value, title}))];
}

/** Whether a kind of work is of those chosen in `taskOptions`. */
export function isChosen(choice: string, task: string | null): boolean {
  return choice === "all" || task === choice;
}

/** The effects in a sentence. */
export function effectsTakeaway(all: readonly Effect[]): Sentence {
  const studies = all.filter(({mean}) => !mean).sort((a, b) => a.effect - b.effect);
  const smallest = studies[0];
  const largest = studies.at(-1);
  if (!smallest || !largest) return say`No study covers this occupation group.`;
  const inWords = ({effect, origin, label}: Effect): Sentence => say`${cited(share(effect), origin)} (${label})`;
  if (smallest === largest) return say`One study covers this occupation group: it finds ${inWords(largest)}.`;
  const slow = studies.filter(({low}) => low < 0).length;
  return say`Measured savings range from ${inWords(smallest)} to ${inWords(largest)}; in
    ${slow} of ${studies.length} studies the interval includes a slowdown.`;
}

/** The smallest and the largest effect, in a short sentence; nothing where all are the same. */
export function effectsFinding(all: readonly Effect[]): Sentence | undefined {
  const studies = all.filter(({mean}) => !mean).sort((a, b) => a.effect - b.effect);
  const [smallest, largest] = [studies[0], studies.at(-1)];
  if (!smallest || !largest || smallest.effect === largest.effect) return undefined;
  return say`Measured time savings range from ${cited(share(smallest.effect), smallest.origin)} to
    ${cited(share(largest.effect), largest.origin)}`;
}

function meanOf(task: RowOf<"task">): Effect {
  return {
    label: `${textIn(task, "name")}: weighted mean`,
    effect: numberIn(task, "effect"),
    low: numberIn(task, "least_effect"),
    high: numberIn(task, "greatest_effect"),
    weight: NaN,
    design: "",
    mean: true,
    origin: cellOf(task, "effect"),
    others: {low: cellOf(task, "least_effect"), high: cellOf(task, "greatest_effect")}
  };
}

function effectOf(study: RowOf<"study">, interval: Assumption | undefined): Effect {
  return {
    label: `${textIn(study, "authors")} ${textIn(study, "year")}`,
    effect: numberIn(study, "effect"),
    low: numberIn(interval, "low"),
    high: numberIn(interval, "high"),
    weight: numberIn(study, "weight"),
    design: textIn(study, "design"),
    mean: false,
    origin: cellOf(study, "effect"),
    others: {
      low: originFor(interval, "low"),
      high: originFor(interval, "high"),
      weight: cellOf(study, "weight")
    }
  };
}

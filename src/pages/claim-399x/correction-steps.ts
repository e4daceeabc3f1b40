import {html} from "htl";
import {lines} from "../../components/figure/query-text.js";
import type {Option} from "../../components/form/controls.js";
import {amount, interval} from "../../components/words/format.js";
import {recordOf, type Recorded} from "../../components/inspector/origin.js";
import {numberIn, textIn} from "../../components/rows/row-values.js";
import {cited} from "../../components/words/sentence.js";
import type {RowsOf} from "../../components/rows/table-types.js";

/** A step from the earlier claim to our figure. */
export interface Step {
  step: number;
  title: string;
  reason: string;
  before: number;
  after: number;
  low: number;
  high: number;
  origin: Recorded | undefined;
}

/** The steps up to and with one of them; the first stands for the claim itself. */
export function stepsTo(bridge: RowsOf<"bridge">, last: number): Step[] {
  const steps = [...bridge].sort((a, b) => numberIn(a, "step") - numberIn(b, "step"));
  return steps.slice(0, last + 1).map((row, index) => ({
    step: index,
    title: textIn(row, "title"),
    reason: textIn(row, "reason"),
    before: numberIn(steps[Math.max(0, index - 1)], "multiplier"),
    after: numberIn(row, "multiplier"),
    low: numberIn(row, "low"),
    high: numberIn(row, "high"),
    origin: recordOf(row, "multiplier")
  }));
}

/** The query that gives so many of the steps, the first of which begins with itself. */
export function stepsQuery(count: number): string {
  return lines(
    "SELECT row_number() OVER (ORDER BY step) - 1 AS step, title, reason,",
    "  lag(multiplier, 1, multiplier) OVER (ORDER BY step) AS before, multiplier AS after, low, high",
    "FROM bridge",
    `ORDER BY step LIMIT ${count}`
  );
}

/** How steps are shown: as factors or as differences. */
export type Scale = "factor" | "difference";

/** The ways to show steps, to choose from. */
export const scales: readonly Option<Scale>[] = [
  {value: "factor", title: "factors"},
  {value: "difference", title: "differences"}
];

/** The steps to choose from. */
export function stepOptions(steps: readonly Step[]): Option[] {
  return steps.map(({step, title}) => ({value: String(step), title: `${step}. ${title}`}));
}

/** What a step does: `÷ 7.49` or `× 1.67`, on one line, or as a difference `−346` or `+35.5`. */
export function effectOf({step, before, after}: Step, scale: Scale): string {
  if (step === 0) return "the claim";
  if (scale === "difference") return `${after < before ? "−" : "+"}${amount(Math.abs(after - before))}`;
  return after < before ? `÷\u00a0${amount(before / after)}` : `×\u00a0${amount(after / before)}`;
}

/** The steps in words, each with its reason, its effect and the resulting figure. */
export function stepList(steps: readonly Step[], scale: Scale): HTMLElement {
  return html`<ol start="0">
    ${steps.map(
      (step) =>
        html`<li>
          <strong>${step.title}</strong>:
          ${step.step === 0 ? "" : [cited(effectOf(step, scale), step.origin), ", giving "]}
          ${cited(`${amount(step.after)}${rangeOf(step)}`, step.origin)}. ${step.reason}
        </li>`
    )}
  </ol>`;
}

/** The first and the last figure, in a sentence. */
export function stepsTakeaway(steps: readonly Step[]): string {
  const first = steps[0];
  const last = steps.at(-1);
  if (!first || !last) return "No steps shown.";
  if (steps.length === 1) return `The claim is ${amount(first.after)}.`;
  return `The corrections take the figure from ${amount(first.after)} to ${amount(last.after)}${rangeOf(last)}.`;
}

function rangeOf({after, low, high}: Step): string {
  const text = high / low > 1.000001 ? interval({central: after, low, high}) : "";
  return text === "" ? "" : ` (${text})`;
}

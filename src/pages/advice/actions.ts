import {html} from "htl";
import type {Value} from "../../components/figure/grid.js";
import {button} from "../../components/figure/button.js";
import type {Interval} from "../../components/charts/intervals.js";
import type {Option} from "../../components/form/controls.js";
import {entry} from "../../components/figure/entries.js";
import {amount, range, share, usd} from "../../components/words/format.js";
import {recordOf} from "../../components/inspector/origin.js";
import {layerColor, type Layer} from "../../components/words/layer.js";
import {settingsCommand, settingsHref} from "./lever-link.js";
import {numberIn, textIn} from "../../components/rows/row-values.js";
import {cited, joined, say, type Sentence} from "../../components/words/sentence.js";
import type {RowOf} from "../../components/rows/table-types.js";
import {countFinding, countWord, lower} from "../../components/words/count.js";

const layerNames: Readonly<Record<string, string>> = {
  neocloud: "Neocloud",
  inference: "Inference",
  application: "Application"
};

/** A row about a company. */
interface CompanyRow {
  layer?: Value;
  company?: Value;
}

/** Every company with actions: its layer and key as one value. */
export function companyOptions(advice: readonly RowOf<"advice">[]): Option[] {
  const titles = new Map(
    advice.map((row) => [idOf(row), `${layerNames[textIn(row, "layer")] ?? ""}: ${textIn(row, "company_name")}`])
  );
  return [...titles].map(([value, title]) => ({value, title}));
}

/** A company's actions, best first. */
export function leversOf(advice: readonly RowOf<"advice">[], company: string): RowOf<"advice">[] {
  return advice.filter((row) => idOf(row) === company).sort((a, b) => numberIn(a, "rank") - numberIn(b, "rank"));
}

/** Combinations of a company's best actions. */
export function combinationsOf(joint: readonly RowOf<"advice_joint">[], company: string): RowOf<"advice_joint">[] {
  return joint.filter((row) => idOf(row) === company);
}

/** The best action of a company, in a sentence or two. */
export function adviceInWords(levers: readonly RowOf<"advice">[]): Sentence {
  const [best] = levers;
  const sure = levers.filter((row) => numberIn(row, "npv_low") > 0).length;
  const costly = levers.filter((row) => numberIn(row, "npv_median") <= 0).length;
  if (!(numberIn(best, "npv_median") > 0))
    return say`None of its ${countWord(levers.length)} actions pays off in most draws.`;
  return say`The best action for ${textIn(best, "company_name")} is to ${lower(textIn(best, "name"))}: its NPV is
    ${spreadOf(best, "npv", "USD")}, and it pays off in ${chanceOf(best)} of draws. Of
    ${countWord(levers.length)} actions,
    ${sure === 0 ? "none" : countWord(sure)} ${sure < 2 ? "pays" : "pay"} off in at least 95\u202f% of draws and
    ${costly === 0 ? "none" : countWord(costly)} ${costly < 2 ? "loses" : "lose"} money in most.`;
}

/** How many actions almost surely pay off, in a short sentence. */
export function sureInWords(levers: readonly RowOf<"advice">[]): string | undefined {
  const count = levers.filter((row) => numberIn(row, "npv_low") > 0).length;
  const rest = "off in at least 95\u202f% of draws";
  return countFinding({count, all: levers.length, noun: "actions", verb: ["pays", "pay"], rest});
}

/** Actions as rows of a chart: the median NPV with its range; the diamond is the central case. */
export function leverSpans(levers: readonly RowOf<"advice">[]): Interval[] {
  return levers.map((row) => ({
    label: `${textIn(row, "rank")}. ${textIn(row, "name")}`,
    low: numberIn(row, "npv_low"),
    middle: numberIn(row, "npv_median"),
    high: numberIn(row, "npv_high"),
    color: numberIn(row, "npv_median") > 0 ? colorOf(row) : "var(--theme-foreground-muted)",
    marks: [{name: "central case", value: numberIn(row, "npv"), color: "var(--theme-foreground)"}],
    tip: `${textIn(row, "name")}\n${spread(row, "npv", "USD")}\npays off in ${share(numberIn(row, "chance"))} of draws`,
    origin: recordOf(row, "npv_median")
  }));
}

/** An action as an entry of a list: its effect, NPV and limits, and a link to try it. */
export function leverEntry(row: RowOf<"advice">): HTMLElement {
  const scenario = textIn(row, "scenario");
  const settings = textIn(row, "settings");
  return entry(
    html`<strong>${textIn(row, "rank")}. ${textIn(row, "name")}</strong><br /><small
        >Effort: ${textIn(row, "effort")}. Cost: ${costOf(row)}.</small
      ><br /><a href=${settingsHref(scenario, settings, textIn(row, "name"))}>Open as a scenario</a>
      ${copyButton(settingsCommand(scenario, settings))}`,
    html`<strong>${spreadOf(row, "gain", "USD/month")}</strong> on average; NPV ${spreadOf(row, "npv", "USD")}; pays off
      in ${chanceOf(row)} of draws.<br />${elsewhereInWords(row)}<br />
      ${bindingInWords(row)} ${scaleInWords(row)}`,
    html`Limit: ${textIn(row, "limit")}<br /><small
        >${changesOf(row)}<br />Size of the change: ${textIn(row, "note")} Source: ${sourceOf(row)}</small
      >`
  );
}

/** Best actions: each alone, their sum, and combined. */
export function jointSpans(joint: readonly RowOf<"advice_joint">[], levers: readonly RowOf<"advice">[]): Interval[] {
  const alone = levers.filter((row) => best(joint)?.levers?.toString().split(";").includes(textIn(row, "lever")));
  return [
    ...alone.map((row) => ({
      label: `${textIn(row, "rank")}. ${textIn(row, "name")}`,
      ...ends(row),
      color: colorOf(row),
      tip: `${textIn(row, "name")}\n${spread(row, "npv", "USD")}`,
      origin: recordOf(row, "npv_median")
    })),
    ...joint.map((row) => ({
      label: numberIn(row, "count") > 2 ? "All three combined" : `${ranksIn(row, alone)} combined`,
      ...ends(row),
      color: "var(--layer-value)",
      chosen: numberIn(row, "count") > 2,
      marks: [{name: "sum of separate NPVs", value: numberIn(row, "sum_median"), color: "var(--theme-foreground)"}],
      tip:
        `${textIn(row, "names")}\n${spread(row, "npv", "USD")}, sum of separate NPVs ` +
        usd(numberIn(row, "sum_median")),
      origin: recordOf(row, "npv_median")
    }))
  ];
}

/** Whether the best actions are worth more together than apart; undefined where there is nothing to combine. */
export function jointFinding(joint: readonly RowOf<"advice_joint">[]): string | undefined {
  const row = best(joint);
  const part = numberIn(row, "interaction_median") / numberIn(row, "sum_median");
  if (!row || !Number.isFinite(part)) return undefined;
  if (Math.abs(part) < 0.01) return "Together, the best actions are worth about as much as apart";
  return `Together, the best actions are worth ${share(Math.abs(part))} ${part < 0 ? "less" : "more"} than apart`;
}

/** The interaction of the best actions, in words. */
export function jointInWords(joint: readonly RowOf<"advice_joint">[]): Sentence {
  const row = best(joint);
  if (!row) return say`Fewer than two of its actions pay off, so there is nothing to combine.`;
  const median = numberIn(row, "interaction_median");
  const sum = numberIn(row, "sum_median");
  const part = share(Math.abs(median / sum));
  const words = textIn(row, "names").split("; ").map(lower).join("; ");
  const effect =
    Math.abs(median / sum) < 0.01
      ? "about as much as"
      : say`${cited(part, recordOf(row))} ${median < 0 ? "less" : "more"} than`;
  return say`Combined (${words}), they have an NPV of ${spreadOf(row, "npv", "USD")}, ${effect} the sum of their
    separate NPVs. The interaction is ${spreadOf(row, "interaction", "USD")}.`;
}

/** A row with the median and the range of some values. */
type SpreadRow<N extends string> = Readonly<Record<`${N}_${"low" | "median" | "high"}`, Value>>;

/** The median of draws with its range. */
export function spread<N extends string>(row: SpreadRow<N> | undefined, name: N, unit: string): string {
  const median = numberIn(row, `${name}_median`);
  const low = numberIn(row, `${name}_low`);
  const high = numberIn(row, `${name}_high`);
  return range({central: median, low, high}, unit);
}

/** The same in a sentence. */
export function spreadOf<N extends string>(row: SpreadRow<N> | undefined, name: N, unit: string): Sentence {
  return cited(spread(row, name, unit), recordOf(row, `${name}_median`));
}

function chanceOf(row: RowOf<"advice"> | undefined): Sentence {
  return cited(share(numberIn(row, "chance")), recordOf(row, "chance"));
}

function best(joint: readonly RowOf<"advice_joint">[]): RowOf<"advice_joint"> | undefined {
  return [...joint].sort((a, b) => numberIn(b, "count") - numberIn(a, "count"))[0];
}

function ends(row: SpreadRow<"npv">): Pick<Interval, "low" | "middle" | "high"> {
  return {low: numberIn(row, "npv_low"), middle: numberIn(row, "npv_median"), high: numberIn(row, "npv_high")};
}

function elsewhereInWords(row: RowOf<"advice">): Sentence {
  const others = numberIn(row, "others");
  const output = numberIn(row, "output");
  const parts = [
    others === 0
      ? "No effect on other companies"
      : say`All other companies together ${others < 0 ? "lose" : "gain"} ${monthly(row, "others")}`,
    ...(Math.abs(output) > 0 ? [say`users' output ${output < 0 ? "falls" : "rises"} by ${monthly(row, "output")}`] : [])
  ];
  return say`${joined(parts, "; ")} (central case).`;
}

/** An amount a month, without its sign. */
function monthly(row: RowOf<"advice">, name: "others" | "output"): Sentence {
  return cited(amount(Math.abs(numberIn(row, name)), "USD/month"), recordOf(row, name));
}

const binds = [
  ["sold_out", "its clusters are sold out"],
  ["memory", "memory supply limits orders"],
  ["power", "power limits orders"],
  ["budget", "the application caps usage at what it can pay for"]
] as const;

function bindingInWords(row: RowOf<"advice">): Sentence {
  const words = binds.flatMap(([name, title]) => {
    const after = numberIn(row, name);
    const before = numberIn(row, `${name}_before`);
    if (after + before === 0) return [];
    const without =
      after === before ? "" : say` (${cited(String(before), recordOf(row, `${name}_before`))} without the action)`;
    return [say`${title} in ${cited(String(after), recordOf(row, name))} months${without}`];
  });
  return words.length === 0 ? say`No constraint binds.` : say`Binding constraints: ${joined(words, "; ")}.`;
}

function scaleInWords(row: RowOf<"advice">): Sentence | string {
  const half = numberIn(row, "half");
  const twice = numberIn(row, "twice");
  if (!Number.isFinite(half) || !Number.isFinite(twice) || Math.abs(twice) > 20) return "";
  const less = cited(share(half), recordOf(row, "half"));
  const more = cited(share(twice), recordOf(row, "twice"));
  return say`Half the change yields ${less} of the gain; twice the change, ${more}.`;
}

function costOf(row: RowOf<"advice">): Sentence | string {
  const central = numberIn(row, "cost");
  const words = range({central, low: numberIn(row, "cost_low"), high: numberIn(row, "cost_high")}, "USD");
  return central === 0 ? "none counted" : say`${cited(words, recordOf(row, "cost"))}, one-off`;
}

function changesOf(row: RowOf<"advice">): Sentence {
  const changes = textIn(row, "change").split("; ");
  const shown = changes.slice(0, 3).map((change) => changeOf(row, change));
  return say`${joined(shown, "; ")}${changes.length > 3 ? ` and ${changes.length - 3} more` : ""}.`;
}

/** `cluster[atlas-h100].size 1 → 0.95`: the cell as it is, and what it becomes. */
function changeOf(row: RowOf<"advice">, change: string): Sentence {
  const [cell = "", before = "", arrow = "", after = ""] = change.split(" ");
  if (!Number.isFinite(Number(before))) return say`${change}`;
  const now = cited(before, {cell, scenario: textIn(row, "scenario")});
  return say`${cell} ${now} ${arrow} ${cited(after, recordOf(row, "change"))}`;
}

function sourceOf(row: RowOf<"advice">): HTMLElement | string {
  const url = textIn(row, "url");
  const [first, ...others] = textIn(row, "source").split("; ");
  if (url === "") return textIn(row, "source");
  return html`<a href=${url} rel="noopener">${first}</a>${others.map((other) => `; ${other}`)}`;
}

function copyButton(text: string): HTMLElement {
  const copy: HTMLButtonElement = button("Copy command", () => {
    void navigator.clipboard.writeText(text).then(() => (copy.textContent = "Copied"));
  });
  return copy;
}

function idOf(row: CompanyRow): string {
  return `${textIn(row, "layer")}/${textIn(row, "company")}`;
}

function colorOf(row: CompanyRow): string {
  return layerColor(textIn(row, "layer") as Layer);
}

/** The ranks of the actions that a row combines: `1 and 3`. */
function ranksIn(row: RowOf<"advice_joint">, levers: readonly RowOf<"advice">[]): string {
  const own = textIn(row, "levers").split(";");
  const ranks = levers.filter((one) => own.includes(textIn(one, "lever"))).map((one) => textIn(one, "rank"));
  return ranks.join(" and ");
}

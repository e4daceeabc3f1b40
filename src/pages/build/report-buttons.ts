import {html} from "htl";
import {button} from "../../components/figure/button.js";
import {identityHere} from "../../components/live/identity-here.js";
import {imported} from "../../components/load/load-error.js";
import {workbookButton} from "../../components/figure/workbook-button.js";
import {reportButtons} from "../../components/report/report-buttons.js";
import type {Changed, ReportMeta} from "../../components/report/report.js";
import type {Rows} from "../../components/rows/table-types.js";
import {dateOf, monthsOf} from "../../lib/sheet/inputs.js";
import {DRAWS, type Built, type Shown} from "./built.js";
import type {SiteValues} from "./site-values.js";

export interface ShownSite {
  shown: Shown;
  site: SiteValues;
  /** What the form asks at first. */
  usual: SiteValues;
  scenario: string;
  scenarioTitle: (name: string) => string;
  acceleratorName: (key: string) => string;
  regionName: (key: string) => string;
  /** A table of the published model, for its hash. */
  model: Rows<object>;
}

/** Buttons that save a report on the plan, and one that copies the address; none before there is a plan. */
export function siteButtons(site: ShownSite): HTMLElement | null {
  const {built} = site.shown;
  if (!built) return null;
  const status = html`<small role="status"></small>`;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(location.href);
    status.textContent = "Copied: the address holds every input.";
  };
  const {acceleratorName: accelerator, scenarioTitle: scenario} = site;
  const title = `${site.site.site === "owned" ? "owned building" : "colocated"}, ${site.regionName(site.site.region)}`;
  const make = async () => {
    const {buildReport} = await imported("the report", () => import("./report.js"));
    return {report: buildReport({built, title, changed: changedIn(site), accelerator, scenario}), meta: metaOf(site)};
  };
  return html`<div>
    ${built.answer.plan.orders.length > 0 ? planButton(built, site) : null}
    ${reportButtons(make, {label: "Report for a board:"})}
    <p class="report-buttons">${button("Copy link", () => void copy())} ${status}</p>
  </div>`;
}

/** A button that hands over the plan as a workbook with live formulas. */
function planButton(
  {one, flows, answer: {plan}}: Built,
  {site, scenario, scenarioTitle, model}: ShownSite
): HTMLElement {
  const facts = (): [string, string][] => [
    ...labels.map(([name, label]): [string, string] => [label, textOf(site[name])]),
    ["Scenario", scenarioTitle(scenario)],
    ["Address", location.href]
  ];
  return workbookButton("site.xlsx", "change units, power or budget and the rest recalculates", {
    load: () => import("./workbook.js"),
    write: async ({planWorkbook}) => {
      const identity = await identityHere(scenario, model.modelHash);
      return planWorkbook({one: {...one, flows: await flows()}, plan, facts: facts(), identity, created: new Date()});
    }
  });
}

const labels: readonly [keyof SiteValues, string][] = [
  ["site", "Site"],
  ["region", "Region"],
  ["power", "IT power available from"],
  ["budget", "Budget, USD"],
  ["budget_by", "Budget period"],
  ["start", "First order"],
  ["years", "Planning period, years"],
  ["lead", "Lead time, months"],
  ["utilisation", "Utilisation, %"],
  ["flat", "GPU-hour prices"],
  ["price_changes", "Yearly price changes"],
  ["price_level", "Price level, %"],
  ["goal", "Aim"],
  ["model", "Model served"],
  ["demand", "Output tokens a month from"],
  ["ttft", "TTFT limit, ms"],
  ["tpot", "TPOT limit, ms"]
];

/** The fields that differ from their initial values. */
function changedIn({site, usual}: ShownSite): Changed[] {
  return labels
    .filter(([name]) => site[name] !== usual[name])
    .map(([name, input]) => ({input, before: textOf(usual[name]), now: textOf(site[name])}));
}

function textOf(value: string | number): string {
  return value === "" ? "default" : String(value);
}

function metaOf({shown: {built}, scenario, scenarioTitle, model}: ShownSite): ReportMeta {
  const {first, question} = built!.one;
  return {
    ...{scenario, title: scenarioTitle(scenario), description: "", changes: ""},
    ...{from: first, to: dateOf(monthsOf(first) + question.horizon - 1)},
    hash: model.modelHash.slice(0, 12),
    ...{seed: 1, draws: built!.drawn ? DRAWS : 0, date: new Date().toISOString().slice(0, 10)}
  };
}

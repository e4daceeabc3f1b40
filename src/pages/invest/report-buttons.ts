import type {Spread} from "../../lib/finance/appraise.js";
import type {Choice} from "../../lib/finance/project-inputs.js";
import {dateOf, monthsOf} from "../../lib/sheet/inputs.js";
import {reportButtons} from "../../components/report/report-buttons.js";
import type {ReportMeta} from "../../components/report/report.js";
import type {Rows} from "../../components/rows/table-types.js";
import type {PathReturn} from "./case.js";
import {caseNamed} from "./compare.js";
import {DRAWS} from "./first-ranges.js";
import {namedCases, type Present} from "./comparison.js";
import {sources} from "./published-data.js";
import type {PublishedFigure} from "./published.js";
import {imported} from "../../components/load/load-error.js";

export interface Shown {
  present: Present;
  scenarioTitle: string;
  /** The choice that the page starts with. */
  usual: Choice;
  ranges: readonly Spread[];
  paths: readonly PathReturn[];
  published: readonly PublishedFigure[];
  /** A table of the published model, for its hash. */
  model: Rows<object>;
}

/** Buttons that save a report on the page's project, and on those kept beside it. */
export function investReportButtons(shown: Shown): HTMLElement {
  return reportButtons(async () => ({report: await reportOf(shown), meta: metaOf(shown)}), {
    label: "Report for a board:"
  });
}

async function reportOf({present, usual, ranges, paths, published}: Shown) {
  const {investReport} = await imported("the report", () => import("./report.js"));
  const example = caseNamed("the example project", usual, present.termsOf(present.scenario));
  const cases = namedCases(present);
  return investReport({cases, usual: example, ranges, paths, published, sources: await sources()});
}

function metaOf({present, scenarioTitle, model}: Shown): ReportMeta {
  const {run} = present.project;
  return {
    scenario: present.scenario,
    title: scenarioTitle,
    description: "",
    changes: Object.entries(present.choice.set)
      .map(([term, value]) => `${term}: ${value}`)
      .join("; "),
    from: run.start,
    to: monthAfter(run.start, run.months - 1),
    hash: model.modelHash.slice(0, 12),
    seed: 1,
    draws: DRAWS,
    date: new Date().toISOString().slice(0, 10)
  };
}

function monthAfter(start: string, months: number): string {
  return dateOf(monthsOf(start) + months);
}

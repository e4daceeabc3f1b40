import {executive} from "./executive.js";
import {financial} from "./financial.js";
import {application} from "./applications.js";
import {inference} from "./inference.js";
import {materials} from "./materials.js";
import {neocloud} from "./neoclouds.js";
import {value} from "./productivity.js";
import type {Report, ReportBody} from "../../components/report/report.js";
import {openingOf, type Finding} from "./opening.js";
import {findings} from "./findings.js";
import type {ReportTables, Subject} from "./report-tables.js";

/** A report that can be made: what it is about, and how. */
export interface ReportKind {
  title: string;
  doc: string;
  make: (tables: ReportTables, subject: Subject) => Report;
}

/** An executive report, one a layer, a financial one. */
export const reportKinds: readonly ReportKind[] = [
  {
    title: "Executive report",
    doc: "Cost, output and their ranges, where the money goes, and the optimal plan.",
    make: withOpening(executive, findings.executive)
  },
  {
    title: "Materials",
    doc: "Silicon, electricity, water and emissions; manufacturing cost of accelerators.",
    make: withOpening(materials, findings.materials)
  },
  {
    title: "Neoclouds",
    doc: "Cost and price of a GPU-hour by cluster; capacity and demand.",
    make: withOpening(neocloud, findings.neocloud)
  },
  {
    title: "Inference",
    doc: "Cost and price of a million tokens by deployment; energy; providers.",
    make: withOpening(inference, findings.inference)
  },
  {
    title: "Applications",
    doc: "Users, revenue, token cost and user segments.",
    make: withOpening(application, findings.application)
  },
  {
    title: "Productivity",
    doc: "Hours saved, additional output, consumer surplus.",
    make: withOpening(value, findings.value)
  },
  {
    title: "Financial report",
    doc: "Income statement, cash flow and balance sheet of every company, by year.",
    make: withOpening(financial, findings.financial)
  }
];

function withOpening(make: (tables: ReportTables) => ReportBody, finding: Finding): ReportKind["make"] {
  return (tables, subject) => ({...make(tables), opening: openingOf(tables, subject, finding)});
}

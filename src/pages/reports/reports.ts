import {executive} from "./executive.js";
import {financial} from "./financial.js";
import {application} from "./applications.js";
import {inference} from "./inference.js";
import {materials} from "./materials.js";
import {neocloud} from "./neoclouds.js";
import {value} from "./productivity.js";
import type {Report, ReportTables} from "./report.js";

/** A report that can be made: what it is about, and how. */
export interface ReportKind {
  title: string;
  doc: string;
  make: (tables: ReportTables) => Report;
}

/** An executive report, one a layer, a financial one. */
export const reportKinds: readonly ReportKind[] = [
  {
    title: "Executive report",
    doc: "Cost, output and their ranges, where the money goes, and the optimal plan.",
    make: executive
  },
  {
    title: "Materials",
    doc: "Silicon, electricity, water and emissions; manufacturing cost of accelerators.",
    make: materials
  },
  {
    title: "Neoclouds",
    doc: "Cost and price of a GPU-hour by cluster; capacity and demand.",
    make: neocloud
  },
  {
    title: "Inference",
    doc: "Cost and price of a million tokens by deployment; energy; providers.",
    make: inference
  },
  {title: "Applications", doc: "Users, revenue, token cost and user segments.", make: application},
  {title: "Productivity", doc: "Hours saved, additional output, consumer surplus.", make: value},
  {
    title: "Financial report",
    doc: "Income statement, cash flow and balance sheet of every company, by year.",
    make: financial
  }
];

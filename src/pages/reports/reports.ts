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
    doc: "What goes in, what comes out, how sure that is, where the money goes, and what a planner would do.",
    make: executive
  },
  {
    title: "Materials",
    doc: "Silicon, electricity, water and greenhouse gas; what accelerators cost to make.",
    make: materials
  },
  {
    title: "Neoclouds",
    doc: "What a GPU-hour costs and sells for, by cluster; capacity against demand.",
    make: neocloud
  },
  {
    title: "Inference",
    doc: "What a million tokens cost and sell for, by deployment; energy; providers.",
    make: inference
  },
  {title: "Applications", doc: "Users, revenue, what tokens take of it, groups of users.", make: application},
  {title: "Productivity", doc: "Hours saved, output gained, consumer surplus.", make: value},
  {
    title: "Financial report",
    doc: "Income statement, cash flow and balance of every company, by year.",
    make: financial
  }
];

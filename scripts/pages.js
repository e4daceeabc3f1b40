import {group} from "./sidebar.js";

/** The site's own pages, in the order of the sidebar. */
export const pages = [
  {name: "Overview", path: "/"},
  group("The value chain", [
    {name: "Materials", path: "/materials"},
    {name: "Neoclouds", path: "/neoclouds"},
    {name: "Inference", path: "/inference"},
    {name: "Applications", path: "/applications"},
    {name: "Productivity", path: "/productivity"},
    {name: "Value flow", path: "/value-flow"},
    {name: "Prices and capacity", path: "/dynamics"}
  ]),
  group("Explore", [
    {name: "Spreadsheet", path: "/sheet"},
    {name: "Scenarios", path: "/scenarios"},
    {name: "Uncertainty", path: "/uncertainty"},
    {name: "Build-outs", path: "/sweep"},
    {name: "SQL notebook", path: "/sql"},
    {name: "Export", path: "/library"}
  ]),
  group("Decide", [
    {name: "Market prices", path: "/market"},
    {name: "Investment case", path: "/invest"},
    {name: "Build a site", path: "/build"},
    {name: "Optimal plan", path: "/optimise"},
    {name: "Advice", path: "/advice"},
    {name: "Reports", path: "/reports"}
  ]),
  group("Evidence", [
    {name: "The 399x claim", path: "/claim-399x"},
    {name: "Assumptions", path: "/assumptions"},
    {name: "Validation", path: "/validation"},
    {name: "Cross-checks", path: "/cross-checks"},
    {name: "Method", path: "/method"},
    {name: "Glossary", path: "/glossary"}
  ])
];

/** The same pages without groups. */
export const listed = pages.flatMap((one) => ("pages" in one ? one.pages : [one]));

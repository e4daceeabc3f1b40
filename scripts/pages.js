import {group} from "./sidebar.js";

/** The site's own pages, as they stand in the sidebar. */
export const pages = [
  {name: "Overview", path: "/"},
  group("The chain", [
    {name: "Materials", path: "/materials"},
    {name: "Neoclouds", path: "/neoclouds"},
    {name: "Inference", path: "/inference"},
    {name: "Applications", path: "/applications"},
    {name: "Productivity", path: "/productivity"},
    {name: "Value flow", path: "/value-flow"},
    {name: "Dynamics", path: "/dynamics"}
  ]),
  group("Ask", [
    {name: "Sheet", path: "/sheet"},
    {name: "Scenarios", path: "/scenarios"},
    {name: "Uncertainty", path: "/uncertainty"},
    {name: "Sweep", path: "/sweep"},
    {name: "SQL notebook", path: "/sql"},
    {name: "Use it elsewhere", path: "/library"}
  ]),
  group("Decide", [
    {name: "Market", path: "/market"},
    {name: "Invest", path: "/invest"},
    {name: "Build a site", path: "/build"},
    {name: "Optimise", path: "/optimise"},
    {name: "Advice", path: "/advice"},
    {name: "Reports", path: "/reports"}
  ]),
  group("Check", [
    {name: "The 399x claim", path: "/claim-399x"},
    {name: "Assumptions", path: "/assumptions"},
    {name: "Validation", path: "/validation"},
    {name: "Cross-checks", path: "/cross-checks"},
    {name: "Method", path: "/method"}
  ])
];

/** The same one by one. */
export const listed = pages.flatMap((one) => ("pages" in one ? one.pages : [one]));

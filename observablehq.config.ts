import {modelHash} from "./scripts/hash.js";
import {interpreter} from "./scripts/interpreter.js";
import {sqlFences} from "./scripts/sql-fences.js";

const model = modelHash().slice(0, 12);

/** Pages that stand together in the sidebar. */
const group = (name: string, pages: {name: string; path: string}[]) => ({name, open: true, collapsible: false, pages});

export default {
  root: "src",
  output: "dist.new",
  title: "The AI Token Factory",
  head:
    '<link rel="icon" href="/favicon.svg" type="image/svg+xml"><script type="module" ' +
    'src="/components/live/banner.js"></script>',
  pages: [
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
      {name: "SQL", path: "/sql"},
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
  ],
  style: "style.css",
  globalStylesheets: [],
  search: true,
  toc: {show: true, label: "On this page"},
  footer:
    `Every number has its <a href="/assumptions">source and range</a>, every table can be <a ` +
    `href="/sql">queried and downloaded</a>. Model <code>${model}</code>, code MIT, data CC BY 4.0; <a ` +
    `href="/third-party-licences.txt" target="_blank">licences of others</a>.`,
  interpreters: {".ts": interpreter},
  markdownIt: sqlFences
};

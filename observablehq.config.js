import {modelHash} from "./scripts/hash.js";
import {interpreter} from "./scripts/interpreter.js";
import {sqlFences} from "./scripts/sql-fences.js";

const model = modelHash().slice(0, 12);

export default {
  root: "src",
  output: "dist",
  title: "The AI Token Factory",
  head: '<link rel="icon" href="/favicon.svg" type="image/svg+xml"><script type="module" src="/components/live/banner.js"></script>',
  pages: [
    {name: "Overview", path: "/"},
    {name: "Materials", path: "/materials"},
    {name: "Neoclouds", path: "/neoclouds"},
    {name: "Inference", path: "/inference"},
    {name: "Validation", path: "/validation"},
    {name: "Applications", path: "/applications"},
    {name: "Productivity", path: "/productivity"},
    {name: "Invest", path: "/invest"},
    {name: "Value flow", path: "/value-flow"},
    {name: "Sheet", path: "/sheet"},
    {name: "Dynamics", path: "/dynamics"},
    {name: "Scenarios", path: "/scenarios"},
    {name: "The 399x claim", path: "/claim-399x"},
    {name: "Uncertainty", path: "/uncertainty"},
    {name: "Sweep", path: "/sweep"},
    {name: "Assumptions", path: "/assumptions"},
    {name: "Cross-checks", path: "/cross-checks"},
    {name: "SQL", path: "/sql"},
    {name: "Method", path: "/method"}
  ],
  style: "style.css",
  globalStylesheets: [],
  search: true,
  toc: {show: true, label: "On this page"},
  footer: `Every number has its <a href="/assumptions">source and range</a>, every table can be <a href="/sql">queried and downloaded</a>. Model <code>${model}</code>, code MIT, data CC BY 4.0.`,
  interpreters: {".ts": interpreter},
  markdownIt: sqlFences
};

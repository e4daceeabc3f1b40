import {readFileSync} from "node:fs";
import {highs} from "../data-loaders/run/highs.js";
import {REFERENCE} from "../lib/model/reference.js";
import {termsByScenario, type Tables} from "../src/components/project/terms.js";
import {monthsOf} from "../src/components/rows/filter.js";
import type {Rows, RowsOf} from "../src/components/rows/table-types.js";
import {Builder} from "../src/pages/build/builder.js";
import type {Built} from "../src/pages/build/built.js";
import {textOfPlan} from "../src/pages/build/plan-text.js";
import {requestOf} from "../src/pages/build/request.js";
import {usualSite} from "../src/pages/build/site-values.js";
import {chainScenarios} from "../src/pages/build/words.js";
import {tableRows} from "./table-rows.js";

/** Prints the usual site's plan, from the tables of a folder: as the page would find it. */
const [, , folder = ""] = process.argv;
const names = [
  ...["scenario", "assumption", "accelerator", "facility", "region", "orchestrator", "cluster", "price_book", "tenor"]
];
const tables = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await rowsOf(name)] as const)));
const terms = termsByScenario(tables as unknown as Tables);
const [first = ""] = monthsOf(tables.price_book!);
const builder = new Builder(terms, chainScenarios(tables.scenario as RowsOf<"scenario">), first, await highs());
const request = requestOf(usualSite(first), terms(REFERENCE), {}, first);
let built: Built | undefined;
for await (const step of builder.answer(() => request, REFERENCE)) {
  if (step.error !== "") throw new Error(step.error);
  built = step.built;
}
console.log(textOfPlan(built!));

async function rowsOf(name: string): Promise<Rows> {
  return tableRows(readFileSync(`${folder}/${name}.parquet`)) as unknown as Promise<Rows>;
}

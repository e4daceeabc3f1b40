import {writeFileSync} from "node:fs";
import {highs} from "../data-loaders/run/highs.js";
import {REFERENCE} from "../lib/model/reference.js";
import {termsByScenario} from "../src/components/project/terms.js";
import {monthsOf} from "../src/components/rows/filter.js";
import {Builder} from "../src/pages/build/builder.js";
import type {Built} from "../src/pages/build/built.js";
import {textOfPlan} from "../src/pages/build/plan-text.js";
import {requestOf} from "../src/pages/build/request.js";
import {usualSite} from "../src/pages/build/site-values.js";
import {chainScenarios} from "../src/pages/build/words.js";
import {projectTables} from "./project-tables.js";

/** Writes the default site's plan to a folder, from another folder's tables, exactly as the page would compute it. */
const [, , folder = "", to = ""] = process.argv;
const tables = await projectTables(folder);
const terms = termsByScenario(tables);
const [first = ""] = monthsOf(tables.price_book);
const builder = new Builder(terms, chainScenarios(tables.scenario), first, await highs());
const request = requestOf(usualSite(first), terms(REFERENCE), {}, first);
let built: Built | undefined;
for await (const step of builder.answer(() => request, REFERENCE)) {
  if (step.error !== "") throw new Error(step.error);
  built = step.built;
}
writeFileSync(`${to}/first-plan.json`, textOfPlan(built!));
writeFileSync(`${to}/first-flows.json`, JSON.stringify(await built!.flows()));

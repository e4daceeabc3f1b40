import {bundlePages} from "./bundle-pages.js";
import {publishExamples} from "./examples.js";
import {finish} from "./finish.js";
import {writeFirstPlan} from "./first-plan.js";
import {writeFirstRanges} from "./first-ranges.js";
import {writeFirstResult} from "./first-result.js";
import {prerender} from "./prerender/index.js";
import {stampCommit} from "./stamp.js";
import {writeSearch} from "./search-client.js";
import {step} from "./step.js";
import {makeStrict} from "./strict/index.js";
import {writeTablePages} from "./table-pages/index.js";
import {writeThirdParties} from "./third-party.js";
import {bundleWorkers} from "./workers.js";

/** Finishes Framework's build: draws, bundles and secures its pages, and adds the files beside them. */
export async function finishSite() {
  await step("finish pages", finish);
  await step("run first example", writeFirstResult);
  await step("plan usual site", writeFirstPlan);
  await step("draw usual project", writeFirstRanges);
  await step("bundle workers", bundleWorkers);
  await step("list third parties", writeThirdParties);
  const pages = await step("draw pages", prerender);
  await step("index pages", () => writeSearch(pages));
  await step("bundle pages", () => bundlePages(pages));
  await step("make pages strict", () => makeStrict(pages));
  await step("name commit", () => stampCommit(pages));
  await step("publish examples", publishExamples);
  await step("describe tables", writeTablePages);
}

import {dropStale, markBuilt} from "./fresh.js";
import {siteHash} from "./hash.js";
import {step} from "./step.js";

/** Simulates, builds the pages and finishes them into dist/. */
export async function buildSite() {
  const hash = siteHash();
  await prepare();
  await step("build pages", buildPages);
  const {finish} = await import("./finish.js");
  await step("finish pages", finish);
  markBuilt(hash);
}

/** What Framework needs before it can build or preview: fresh tables and the vendored files. */
export async function prepare() {
  const [{answerVersions}, {simulate}, {vendor}] = await Promise.all([
    import("./offline.js"),
    import("./simulate.js"),
    import("./vendor.js")
  ]);
  dropStale();
  vendor();
  answerVersions();
  await step("simulate", simulate);
}

async function buildPages() {
  const {tool} = await import("./run.js");
  const output = await tool("observable", ["build"]);
  const broken = /^.*(?:Warning:.*broken link|error in ).*$/m.exec(output);
  if (broken) throw new Error(output.slice(broken.index));
}

import {dropStale, publishSite} from "./fresh.js";
import {siteHash} from "./hash.js";
import {brokenLinks} from "./links.js";
import {sameTimes} from "./same-times.js";
import {step} from "./step.js";

/** Simulates, builds the pages and finishes them beside dist/, which they then replace. */
export async function buildSite() {
  const hash = siteHash();
  await prepare();
  const output = await step("build pages", buildPages);
  const {finishSite} = await import("./finishing.js");
  await finishSite();
  refuse(brokenLinks(output));
  publishSite(hash);
}

/** What Framework needs before it can build or preview: up-to-date tables and the vendored files. */
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
  sameTimes();
  return tool("observable", ["build"], {env: {NO_COLOR: "1"}}).catch(explain);
}

/** @param {readonly string[]} broken */
function refuse(broken) {
  if (broken.length > 0) throw new Error(`broken links:\n  ${broken.join("\n  ")}`);
}

/**
 * @param {unknown} error
 * @returns {never}
 */
function explain(error) {
  const asked = error instanceof Error ? /load (\S+) npm:(\S+?)@0\.0\.0/.exec(error.message) : null;
  if (!asked) throw error;
  throw new Error(
    `page ${asked[1]} wants ${asked[2]} from the network: import it by its bare name, and attach tables with .href`,
    {cause: error}
  );
}

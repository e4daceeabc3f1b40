import {chromium, type Browser} from "playwright-core";
import {chromium as findChromium} from "../../scripts/chromium.js";

const quiet = ["background-networking", "component-update", "default-apps", "sync", "domain-reliability", "extensions"];
const args = ["--no-sandbox", "--no-first-run", ...quiet.map((feature) => `--disable-${feature}`)];

/**
 * A page of a test lives for seconds: optimising its code takes longer than it saves, and so do threads. WebAssembly is
 * optimised, since a query of DuckDB that is cancelled has to stop soon.
 */
const brief = ["--js-flags=--no-turbofan --single-threaded-gc", "--disable-gpu", "--in-process-gpu"];

/** Starts a browser, one that optimises what it runs if asked to. */
export async function launch({optimising = false} = {}): Promise<Browser> {
  return chromium.launch({executablePath: await findChromium(), args: optimising ? args : [...args, ...brief]});
}

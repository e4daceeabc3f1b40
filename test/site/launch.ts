import {chromium, type Browser} from "playwright-core";
import {chromium as findChromium} from "../../scripts/chromium.js";

const quiet = ["background-networking", "component-update", "default-apps", "sync", "domain-reliability", "extensions"];
const args = ["--no-sandbox", "--no-first-run", ...quiet.map((feature) => `--disable-${feature}`)];

/**
 * A page lives for seconds in a test: optimising its code, and using threads, costs more than it saves. WebAssembly is
 * optimised, because a cancelled DuckDB query must stop soon.
 */
const brief = ["--js-flags=--no-turbofan --single-threaded-gc", "--disable-gpu", "--in-process-gpu"];

/** Starts a browser, with optimisation on request. */
export async function launch({optimising = false} = {}): Promise<Browser> {
  return chromium.launch({executablePath: await findChromium(), args: optimising ? args : [...args, ...brief]});
}

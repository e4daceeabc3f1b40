import lighthouse from "lighthouse";

/**
 * Lighthouse's results for a page on a phone: scores out of 100, blocking time in ms, layout shift, and what was
 * loaded.
 * @param {string} url
 * @param {number} port Where a browser can be told what to do.
 */
export async function audit(url, port) {
  const result = await lighthouse(url, {port, logLevel: "error"});
  if (!result) throw new Error(`${url}: Lighthouse gave no result`);
  const {categories, audits} = result.lhr;
  const score = (/** @type {string} */ name) => Math.round(100 * (categories[name]?.score ?? 0));
  const value = (/** @type {string} */ name) => audits[name]?.numericValue ?? NaN;
  const network = audits["network-requests"]?.details;
  /** @type {{url: string, transferSize: number}[]} */
  const items = network?.type === "table" ? /** @type {any} */ (network.items) : [];
  const loaded = items.filter((one) => one.url.startsWith("http"));
  return {
    performance: score("performance"),
    accessibility: score("accessibility"),
    practices: score("best-practices"),
    seo: score("seo"),
    shift: value("cumulative-layout-shift"),
    blocked: Math.round(value("total-blocking-time")),
    requests: loaded.length,
    bytes: loaded.reduce((sum, {transferSize}) => sum + transferSize, 0)
  };
}

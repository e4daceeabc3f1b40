import {html} from "htl";
import {button} from "../figure/button.js";
import type {Role} from "../result/chart-spec.js";
import type {ColumnSummary, SummaryPart} from "../result/summaries.js";
import {short} from "../words/format.js";

/** A column's distribution in bars and in words; selecting a bar filters. */
export function columnSummary(
  {parts, distinct, isAbout, nulls, least, greatest}: ColumnSummary,
  role: Role,
  filter: (condition: string) => void
): HTMLElement {
  const most = Math.max(...parts.map(({count}) => count));
  const missing = nulls === 0 ? "" : `, ${nulls.toLocaleString("en-US")} NULL`;
  const words = `${isAbout ? "about " : ""}${distinct.toLocaleString("en-US")} distinct${missing}`;
  return html`<div class="notebook-summary">
    <div class="notebook-bars">${parts.map((part) => bar(part, most, filter))}</div>
    <small>${role === "text" || least === null ? "" : `${shown(least)} to ${shown(greatest)}, `}${words}</small>
  </div>`;
}

function shown(text: string | null): string {
  const number = Number(text);
  return text !== null && Number.isFinite(number) ? short(number) : (text ?? "");
}

/** Bars are not tab stops: the summary is also in words, and a query can filter. */
function bar({label, count, condition}: SummaryPart, most: number, filter: (condition: string) => void): HTMLElement {
  const element = button("", () => filter(condition));
  element.title = `${label}: ${count.toLocaleString("en-US")} rows. Click to filter.`;
  element.ariaLabel = element.title;
  element.tabIndex = -1;
  element.style.setProperty("--height", `${Math.max(6, Math.round((100 * count) / most))}%`);
  return element;
}

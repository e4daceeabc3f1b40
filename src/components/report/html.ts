import {cellText, headUnit} from "./cell-text.js";
import {
  changedTable,
  type Opening,
  type Report,
  type ReportChart,
  type ReportMeta,
  type ReportSection,
  type ReportTable
} from "./report.js";
import {htmlText} from "../../lib/export/text/html.js";
import {monthName} from "../words/month.js";
import {reportStyle} from "./style.js";

/** Width of charts: that of a printed page between its margins. */
export const WIDTH = 660;

/** Maximum rows of a table on a page; the other formats have all. */
export const ROWS = 60;

/** A report as a self-contained HTML file: charts as SVG, styles for screen and paper. */
export function reportHtml(report: Report, meta: ReportMeta): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${htmlText(`${report.title}: ${meta.title}`)}</title>
<meta name="generator" content="The AI Token Factory">
<style>${reportStyle}</style>
</head>
<body>
<header>
<p class="brand">The AI Token Factory</p>
<h1>${htmlText(report.title)}</h1>
<p class="about">${htmlText(aboutWords(meta))}</p>
</header>
<main>
${openingHtml(report.opening)}
${report.sections.map(sectionHtml).join("\n")}
${colophon(meta)}
${sourcesHtml(report)}
</main>
</body>
</html>
`;
}

/** A sentence on the run behind a report. */
export function aboutWords({title, from, to, description}: ReportMeta): string {
  const months = from === to ? monthName(from) : `${monthName(from)} to ${monthName(to)}`;
  return `Scenario “${title}”, ${months}. ${description}`.trim();
}

function openingHtml(opening: Opening): string {
  const {finding, numbers, against, changed, depends} = opening;
  const cards = numbers.map(
    ({label, value, range, later, before}) => `<div class="key-number">
<h2>${htmlText(label)}</h2>
<p class="big">${htmlText(value)}</p>
<p>${range === "" ? "no range" : htmlText(range)}</p>
${later === undefined ? "" : `<p>${htmlText(later)}</p>`}
${changed.length === 0 || before === "" ? "" : `<p>${htmlText(`${against}: ${before}`)}</p>`}
</div>`
  );
  return `<section class="opening">
<p class="lead">${htmlText(finding)}</p>
<div class="key-numbers">${cards.join("\n")}</div>
${changedHtml(opening)}
${depends ? chartHtml(depends) : ""}
</section>`;
}

/** The number of changes that fit on the first page; the last page has all. */
const CHANGES = 6;

function changedHtml({changed, against, ...rest}: Opening): string {
  if (changed.length === 0) return against === "" ? "" : `<p>Nothing differs from ${htmlText(against)}.</p>`;
  const more = changed.length > CHANGES ? `<p>And ${changed.length - CHANGES} more: see “How this was made”.</p>` : "";
  return tableHtml(changedTable({...rest, against, changed: changed.slice(0, CHANGES)})) + more;
}

function sectionHtml({heading, paragraphs, charts, tables}: ReportSection): string {
  return `<section>
<h2>${htmlText(heading)}</h2>
${paragraphs.map((text) => `<p>${htmlText(text)}</p>`).join("\n")}
${charts.map(chartHtml).join("\n")}
${tables.map(tableHtml).join("\n")}
</section>`;
}

function chartHtml({title, unit, source, takeaway, draw}: ReportChart): string {
  return `<figure>
<h3>${htmlText(title)}${unit === "" ? "" : ` <span class="unit">${htmlText(unit)}</span>`}</h3>
<div role="img" aria-label="${htmlText(takeaway)}">${draw({width: WIDTH}).outerHTML}</div>
<figcaption>${htmlText(takeaway)} <span class="source">Source: ${htmlText(source)}</span></figcaption>
</figure>`;
}

function tableHtml({title, source, columns, rows}: ReportTable): string {
  const shown = rows.slice(0, ROWS);
  const more = rows.length > ROWS ? ` The first ${ROWS} of ${rows.length} rows.` : "";
  const numeric = columns.map((_, i) => rows.some((row) => typeof row[i] === "number"));
  const heads = columns.map(({name, unit}, i) => {
    const below = headUnit(unit) === "" ? "" : `<small>${htmlText(unit)}</small>`;
    return `<th scope="col"${numeric[i] ? ' class="number"' : ""}>${htmlText(name)}${below}</th>`;
  });
  const lines = shown.map((row) => `<tr>${row.map((value, i) => cellHtml(value, columns[i]!.unit)).join("")}</tr>`);
  return `<figure>
<h3>${htmlText(title)}</h3>
<div class="scroll" role="region" aria-label="${htmlText(title)}" tabindex="0"><table>
<thead><tr>${heads.join("")}</tr></thead>
<tbody>${lines.join("\n")}</tbody>
</table></div>
${captionHtml(sourceWords(source) + more)}
</figure>`;
}

function captionHtml(words: string): string {
  return words === "" ? "" : `<figcaption><span class="source">${htmlText(words)}</span></figcaption>`;
}

/** The source of a chart or table, in words. */
export function sourceWords(source: string): string {
  return source === "" ? "" : `Source: ${source}`;
}

function cellHtml(value: string | number | null, unit: string): string {
  const text = htmlText(cellText(value, unit));
  if (typeof value === "number") return `<td class="number">${text}</td>`;
  return isName(value) ? `<td class="name">${text}</td>` : `<td>${text}</td>`;
}

/** Names such as `deepseek-r1-distill-llama-70b` do not break at their hyphens. */
function isName(value: string | null): boolean {
  return value !== null && value.length < 36 && !value.includes(" ");
}

function sourcesHtml({sources}: Report): string {
  if (sources.length === 0) return "";
  const items = sources.map(({title, url, date}) => {
    const name = /^https?:/.test(url) ? `<a href="${htmlText(url)}">${htmlText(title)}</a>` : htmlText(title);
    return `<li>${name}${date === "" ? "" : `, ${htmlText(date)}`}</li>`;
  });
  return `<section class="sources"><h2>Sources</h2><ul>${items.join("\n")}</ul></section>`;
}

/** How a report was made, line by line. */
export function madeOf({
  scenario,
  changes,
  hash,
  version = "",
  scenarioHash = "",
  seed,
  draws,
  date
}: ReportMeta): readonly (readonly [string, string])[] {
  return [
    ["scenario", scenario],
    ["changed inputs", changes === "" ? "none" : changes],
    ...(version === "" ? [] : [["version", version] as const]),
    ["model", hash],
    ...(scenarioHash === "" ? [] : [["scenario hash", scenarioHash.slice(0, 12)] as const]),
    ["ranges", draws === 0 ? "no draws" : `5th to 95th percentile of ${draws} draws, seed ${seed}`],
    ["created", date],
    ["money", "2026 US dollars, real"],
    ["licence", "code MIT, tables CC BY 4.0; facts belong to their sources"]
  ];
}

/** The caution that accompanies every result. */
export const CAUTION = "All figures come from this run. Results follow from the assumptions; they are not a forecast.";

function colophon(meta: ReportMeta): string {
  return `<section class="colophon"><h2>How this was made</h2>
<dl>${madeOf(meta)
    .map(([name, text]) => `<dt>${name}</dt><dd>${htmlText(text)}</dd>`)
    .join("")}</dl>
<p>${CAUTION}</p></section>`;
}

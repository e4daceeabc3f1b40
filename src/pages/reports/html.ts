import {amount} from "../../components/words/format.js";
import type {Report, ReportChart, ReportMeta, ReportSection, ReportTable} from "./report.js";
import {htmlText} from "../../lib/export/text/html.js";
import {reportStyle} from "./style.js";

/** Width at which charts are drawn: that of a printed page between its margins. */
const WIDTH = 660;

/** Rows of a table that a page shows; the rest is in the other formats. */
const ROWS = 60;

/** A report as one HTML file that needs no other: charts as SVG, styles for screen and paper. */
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
<p class="lead">Scenario “${htmlText(meta.title)}”, ${meta.from} to ${meta.to}. ${htmlText(meta.description)}</p>
</header>
<main>
${report.sections.map(sectionHtml).join("\n")}
${sourcesHtml(report)}
${colophon(meta)}
</main>
</body>
</html>
`;
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
    const below = unit === "" || unit === "1" ? "" : `<small>${htmlText(unit)}</small>`;
    return `<th scope="col"${numeric[i] ? ' class="number"' : ""}>${htmlText(name)}${below}</th>`;
  });
  const lines = shown.map((row) => `<tr>${row.map((value, i) => cellHtml(value, columns[i]!.unit)).join("")}</tr>`);
  return `<figure>
<h3>${htmlText(title)}</h3>
<div class="scroll" role="region" aria-label="${htmlText(title)}" tabindex="0"><table>
<thead><tr>${heads.join("")}</tr></thead>
<tbody>${lines.join("\n")}</tbody>
</table></div>
<figcaption><span class="source">Source: ${htmlText(source)}${more}</span></figcaption>
</figure>`;
}

function cellHtml(value: string | number | null, unit: string): string {
  if (typeof value === "number")
    return `<td class="number">${Number.isFinite(value) ? amount(value, unit === "share" ? unit : "") : ""}</td>`;
  return `<td>${value === null ? "" : htmlText(value)}</td>`;
}

function sourcesHtml({sources}: Report): string {
  if (sources.length === 0) return "";
  const items = sources.map(({title, url, date}) => {
    const name = /^https?:/.test(url) ? `<a href="${htmlText(url)}">${htmlText(title)}</a>` : htmlText(title);
    return `<li>${name}${date === "" ? "" : `, ${htmlText(date)}`}</li>`;
  });
  return `<section class="sources"><h2>Sources</h2><ul>${items.join("\n")}</ul></section>`;
}

function colophon({scenario, changes, hash, seed, draws, date}: ReportMeta): string {
  const rows = [
    ["scenario", scenario],
    ["changed inputs", changes === "" ? "nothing" : changes],
    ["model", hash],
    ["ranges", draws === 0 ? "no draws" : `5th to 95th percentile of ${draws} draws, seed ${seed}`],
    ["created", date],
    ["money", "2026 US dollars, real"],
    ["licence", "code MIT, tables CC BY 4.0; facts belong to their sources"]
  ] as const;
  return `<section class="colophon"><h2>How this was made</h2>
<dl>${rows.map(([name, text]) => `<dt>${name}</dt><dd>${htmlText(text)}</dd>`).join("")}</dl>
<p>All figures come from this run. Results follow from the assumptions; they are not a forecast.</p></section>`;
}

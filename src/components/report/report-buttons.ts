import {html} from "htl";
import {button} from "../figure/button.js";
import {download} from "../figure/download.js";
import {problem} from "../load/failure.js";
import {imported} from "../load/load-error.js";
import {formats, type Format} from "./formats.js";
import type {Report, ReportMeta} from "./report.js";

/** A report with its run. */
export interface MadeReport {
  report: Report;
  meta: ReportMeta;
}

const formatNames: Record<Format, string> = {html: "HTML", docx: "Word", xlsx: "Excel", csv: "CSV", json: "JSON"};

/** Labelled buttons that save a report in each format and, labelled `open`, show it in a window. */
export function reportButtons(
  make: () => Promise<MadeReport>,
  {open, label = ""}: {open?: string; label?: string} = {}
): HTMLElement {
  const status = html`<small role="status"></small>`;
  const withReport = async (use: (report: MadeReport) => Promise<void> | void): Promise<void> => {
    status.textContent = "Building the report …";
    try {
      const {identified} = await files();
      await use(await identified(await make()));
      status.textContent = "";
    } catch (error) {
      status.replaceChildren(
        "The report failed: ",
        problem(error, () => void withReport(use))
      );
    }
  };
  return html`<p class="report-buttons">
    ${label} ${open === undefined ? null : button(open, () => void shown(withReport))}
    ${formats.map((format) => button(formatNames[format], () => void withReport((one) => save(one, format))))} ${status}
  </p>`;
}

/** The report writer, loaded on demand, since few readers need it. */
function files() {
  return imported("the report writer", () => import("./saved.js"));
}

async function save({report, meta}: MadeReport, format: Format): Promise<void> {
  const {reportFiles, browserPainter} = await files();
  for (const {name, content, type} of await reportFiles(report, meta, format, {paint: browserPainter}))
    download(name, content as BlobPart, type);
}

/** Opens a report in its own window at once, before a pop-up blocker objects; printing from the browser makes a PDF. */
function shown(made: (use: (one: MadeReport) => Promise<void>) => Promise<void>): Promise<void> {
  const opened = window.open("", "_blank");
  return made(async ({report, meta}) => {
    const {reportHtml} = await files();
    const url = URL.createObjectURL(new Blob([reportHtml(report, meta)], {type: "text/html"}));
    if (opened) opened.location.href = url;
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  });
}

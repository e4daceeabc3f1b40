import {extname} from "node:path";
import {InputError} from "../lib/sheet/index.js";
import {reportFiles} from "../src/components/report/files.js";
import type {Format} from "../src/components/report/formats.js";
import {reportHtml} from "../src/components/report/html.js";
import type {MadeReport} from "../src/components/report/report-buttons.js";
import {chromiumPainter, printedPdf} from "./chromium.js";
import {provideDocument} from "./document.js";
import {fileSystem} from "./output/file-system.js";
import {placeOf} from "./output/place.js";
import {fileAt} from "./output/write-file.js";
import {browserFor} from "./report.js";

/** Formats that consist of one file. */
const single = ["html", "docx", "pdf", "xlsx", "json"] as const;

/**
 * Writes a report to the path in `--report`, in the format of its extension. Throws an `InputError` at once for an
 * unsuitable path.
 */
export function reportAt(path: string): (made: MadeReport) => Promise<void> {
  const format = single.find((one) => extname(path).toLowerCase() === `.${one}`);
  if (!format)
    throw new InputError(
      `--report: expected a file that ends in ${single.join(", ")}, got "${path}"\n  example: --report board.docx`
    );
  placeOf("--report", path, fileSystem);
  const chromium = browserFor(format);
  return async (made) => {
    await provideDocument();
    const content = await contentOf(made, format, chromium);
    await fileAt("--report", path)(content);
    console.error(`${path}: report “${made.report.title}”`);
  };
}

async function contentOf({report, meta}: MadeReport, format: Format | "pdf", chromium: string) {
  const paper = "a4";
  if (format === "pdf") return printedPdf(reportHtml(report, meta), {chromium, paper});
  const paint = chromium === "" ? undefined : chromiumPainter(chromium);
  const [file] = await reportFiles(report, meta, format, {paper, paint});
  return file!.content;
}

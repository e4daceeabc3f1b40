import {spawnSync} from "node:child_process";
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {InputError} from "../lib/sheet/index.js";
import type {Paper} from "../src/components/report/papers.js";
import {dataUrl, pngIn, type Painter} from "../src/components/report/picture.js";

/** HTML printed to PDF by Chromium. Throws an `InputError` if that fails. */
export function printedPdf(html: string, {chromium, paper}: {chromium: string; paper: Paper}): Uint8Array {
  const page = html.replace("</head>", `<style>@page { size: ${paper}; }</style></head>`);
  return inFolder((folder) => {
    const path = join(folder, "report.pdf");
    started(chromium, page, folder, [`--print-to-pdf=${path}`, "--no-pdf-header-footer"], "--format pdf");
    return readFileSync(path);
  });
}

/** Paints all pictures in a single start of Chromium: a page draws them and writes them into itself. */
export function chromiumPainter(chromium: string): Painter {
  return (pictures) =>
    Promise.resolve().then(() =>
      inFolder((folder) => {
        const all = JSON.stringify(pictures).replaceAll("<", "\\u003c");
        const script =
          `${dataUrl.toString()}; for (const one of ${all}) document.body.append(` +
          `Object.assign(document.createElement("p"), {textContent: await ${dataUrl.name}(one, 2)}));`;
        const page = `<!doctype html><body><script type="module">${script}</script></body>`;
        const flags = ["--dump-dom", "--virtual-time-budget=60000"];
        const text = started(chromium, page, folder, flags, "--format docx");
        return Array.from(text.matchAll(/<p>(data:image\/png;base64,[^<]+)<\/p>/g), ([, url]) => pngIn(url!));
      })
    );
}

function inFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "token-factory-"));
  try {
    return use(folder);
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

/** Opens a page in Chromium and returns its output. */
function started(chromium: string, page: string, folder: string, more: readonly string[], flag: string): string {
  const html = join(folder, "report.html");
  writeFileSync(html, page);
  const flags = ["--headless", "--no-sandbox", "--disable-gpu", `--user-data-dir=${folder}/profile`, ...more];
  const {status, stdout, stderr, error} = spawnSync(chromium, [...flags, pathToFileURL(html).href], {
    encoding: "utf8",
    timeout: 120_000,
    maxBuffer: 2 ** 30
  });
  if (status === 0) return stdout;
  throw new InputError(`${flag}: ${chromium} failed: ${error?.message ?? stderr.trim().split("\n").at(-1) ?? ""}`);
}

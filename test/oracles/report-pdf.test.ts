import {mkdtempSync, readdirSync, readFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it, vi} from "vitest";
import {program} from "../../cli/program.js";
import {findChromium} from "../../scripts/chromium.js";
import {project} from "../model/project.js";

it.runIf(findChromium() !== undefined)(
  "report --format pdf prints each report with Chromium, on the paper asked for",
  async () => {
    vi.spyOn(console, "log").mockImplementation(() => undefined);
    vi.spyOn(process.stderr, "write").mockImplementation(() => true);
    const folder = mkdtempSync(join(tmpdir(), "token-factory-"));
    const flags = ["--draws", "16", "--format", "pdf", "--paper", "letter", "--out", folder];
    expect(await program(["report", ...flags], {project})).toBe(0);
    vi.restoreAllMocks();
    expect(readdirSync(folder)).toHaveLength(7);
    const pdf = readFileSync(join(folder, "reference-value.pdf"), "latin1");
    expect(pdf.slice(0, 5)).toBe("%PDF-");
    expect(pdf).toMatch(/MediaBox ?\[0 0 612/);
  }
);

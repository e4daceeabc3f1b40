import {existsSync, mkdtempSync, readFileSync, realpathSync} from "node:fs";
import {execFileSync} from "node:child_process";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {expect, it, vi} from "vitest";
import {program} from "../../cli/program.js";
import {project} from "../model/project.js";
import {office} from "./libreoffice.js";

/** Writer is a separate package. */
const hasWriter = office !== undefined && existsSync(join(dirname(realpathSync(office)), "libswlo.so"));
if (!hasWriter) console.warn("skipped: Word documents are not opened, since LibreOffice Writer is not installed");

it.runIf(hasWriter)(
  "LibreOffice opens a report of an investment as Word document, with its finding and terms",
  async () => {
    vi.spyOn(console, "log").mockImplementation(() => undefined);
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    const folder = mkdtempSync(join(tmpdir(), "token-factory-"));
    const path = join(folder, "board.docx");
    const flags = ["--gpu", "b200", "--count", "4096", "--draws", "32", "--beside", "gpu=h100", "--report", path];
    expect(await program(["invest", ...flags], {project})).toBe(0);
    vi.restoreAllMocks();
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    execFileSync(office!, ["--headless", profile, "--convert-to", "txt:Text", "--outdir", folder, path], {
      stdio: "pipe"
    });
    const text = readFileSync(join(folder, "board.txt"), "utf8");
    expect(text).toMatch(/Investment case: 4,096 B200[\s\S]*In the central case equity returns/);
    expect(text).toMatch(/Accelerators bought\s+1,000\s+4,096/);
    expect(text).toMatch(/Projects side by side[\s\S]*gpu=h100[\s\S]*How this was made/);
  }
);

import {execFile} from "node:child_process";
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {promisify} from "node:util";
import {JSDOM} from "jsdom";
import {expect, it, vi} from "vitest";
import {copyCells} from "../../src/components/sheet/grid/clipboard.js";
import type {GridModel} from "../../src/components/sheet/view.js";
import {office} from "./libreoffice.js";

const numbers = [
  [12_000, 0.0892, -1.5],
  [1e-7, 3.2e15, 1 / 3]
];

/** LibreOffice's default import of clipboard text, with tabs. */
const files = {
  "text/html": {name: "block.html", filter: "HTML (StarCalc)"},
  "text/plain": {name: "block.csv", filter: "CSV:9,34,76,1"}
};

it.skipIf(office === undefined).each(["text/html", "text/plain"] as const)(
  "a copied block arrives in LibreOffice Calc as numbers, as %s",
  {timeout: 120_000},
  async (type) => {
    const cells = await pastedInCalc(copied(type), files[type]);
    // LibreOffice keeps 15 digits.
    expect(cells).toEqual(numbers.flat().map((number) => Number(number.toPrecision(15))));
  }
);

/** The clipboard's content after copying all numbers. */
function copied(type: keyof typeof files): string {
  vi.stubGlobal("document", new JSDOM().window.document);
  const held = new Map<string, string>();
  const model = {cellAt: (row: number, column: number) => ({copied: String(numbers[row]![column]), source: ""})};
  const data = {setData: (kind: string, text: string) => held.set(kind, text)};
  const selection = {active: {row: 0, column: 0}, anchor: {row: 1, column: 2}};
  copyCells(data as unknown as DataTransfer, model as GridModel, selection, false);
  return held.get(type)!;
}

/** The numeric cells, row by row: texts have another type in the file. */
async function pastedInCalc(text: string, {name, filter}: {name: string; filter: string}): Promise<number[]> {
  const folder = mkdtempSync(`${tmpdir()}/token-factory-paste-`);
  try {
    writeFileSync(`${folder}/${name}`, text);
    const options = [`-env:UserInstallation=file://${folder}/profile`, "--headless", `--infilter=${filter}`];
    await promisify(execFile)(office!, [...options, "--convert-to", "fods", "--outdir", folder, `${folder}/${name}`]);
    const cells = readFileSync(`${folder}/block.fods`, "utf8").matchAll(/value-type="float" office:value="([^"]+)"/g);
    return Array.from(cells, ([, value]) => Number(value));
  } finally {
    rmSync(folder, {recursive: true});
  }
}

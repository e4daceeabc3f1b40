import {loadProject, runScenario, type Project} from "../data-loaders/run/project.js";
import {
  appraise,
  breakEven,
  counterparties,
  depreciationMethods,
  only,
  projectAmortisations,
  projectInputs,
  spreads,
  termsOfRun,
  usualChoice,
  type Appraisal,
  type Choice,
  type Spread
} from "../lib/finance/index.js";
import {about} from "../lib/export/about.js";
import {projectWorkbook, type ExportedProject} from "../lib/export/xlsx/project/index.js";
import {InputError, oneOf} from "../lib/sheet/index.js";
import {typedNumber} from "../lib/sheet/number.js";
import {folderOf, wholeNumber, type GlobalFlags} from "./arguments.js";
import {formatNumber, formatShare, formatUsd} from "./format.js";
import {fileSystem} from "./output/file-system.js";
import {placeOf} from "./output/place.js";
import {fileAt} from "./output/write-file.js";
import {runHashOf} from "./run-hash.js";

/** The flags of `invest`, as they were typed. */
export interface InvestFlags extends GlobalFlags {
  gpu?: string;
  count?: string;
  facility?: string;
  orchestrator?: string;
  cluster?: string;
  amortisation?: string;
  counterparty?: string;
  depreciation?: string;
  scenario: string;
  flat?: boolean;
  set?: string[];
  draws: string;
  json?: boolean;
  out?: string;
}

/**
 * Appraises an investment in a cluster and prints its returns, with ranges over draws of the uncertain terms; writes it
 * as a workbook where a file is named.
 */
export async function invest(flags: InvestFlags, files = loadProject(folderOf(flags))): Promise<number> {
  const out = flags.out === undefined ? undefined : workbookAt(flags.out);
  const draws = wholeNumber("--draws", flags.draws, 1, 100_000);
  const {run, scenario} = runScenario(files, flags.scenario);
  if (scenario.model !== "chain")
    throw new InputError(
      `--scenario: scenario "${flags.scenario}" has no prices of GPU-hours\n  choose a scenario of the chain`
    );
  const terms = termsOfRun(run, {project_default: files.defaults});
  const chosen = choiceOf(flags, usualChoice(terms));
  const inputs = projectInputs(terms, chosen);
  const appraisal = appraise(inputs);
  const breakEvens = {
    price_level: breakEven(inputs, "price_level", 0.01, 10),
    utilisation: breakEven(inputs, "utilisation", 0.01, 1)
  };
  const result = {scenario: scenario.name, ...chosen, ...appraisal, break_even: breakEvens};
  const ranges = spreads(inputs, draws, 1);
  console.log(
    flags.json ? JSON.stringify({...result, ranges}, null, 2) : report(chosen, appraisal, breakEvens, ranges, draws)
  );
  if (out !== undefined) await writeProject(out, {inputs, facts: factsOf(flags, chosen, files), created: new Date()});
  return 0;
}

/** The place of a workbook, which is no folder. */
function workbookAt(out: string): string {
  if (!/\.xlsx$/i.test(out))
    throw new InputError(`--out: expected the name of a workbook, got "${out}"\n  example: --out project.xlsx`);
  placeOf("--out", out, fileSystem);
  return out;
}

async function writeProject(path: string, project: ExportedProject): Promise<void> {
  const bytes = await projectWorkbook(project);
  await fileAt("--out", path)(bytes);
  console.error(`${path}: ${(bytes.length / 1e6).toFixed(1)} MB, with live formulas`);
}

function factsOf(flags: InvestFlags, {accelerator, facility, set}: Choice, files: Project): [string, string][] {
  return [
    ["Project", `${set.count} ${accelerator} at ${facility}`],
    ["Scenario", `${flags.scenario}${flags.flat ? ", prices as at the start" : ""}`],
    ["Hash", `${runHashOf(files, flags.scenario, [])}, of model and assumptions`],
    ["Version", about.version]
  ];
}

function choiceOf(flags: InvestFlags, usual: Choice): Choice {
  const {gpu, facility, orchestrator, cluster, count, flat = false} = flags;
  const amortisation = flags.amortisation ?? usual.amortisation;
  const counterparty = flags.counterparty ?? usual.counterparty;
  const depreciation = flags.depreciation ?? usual.depreciation;
  return {
    accelerator: gpu ?? usual.accelerator,
    facility: facility ?? usual.facility,
    orchestrator: orchestrator ?? usual.orchestrator,
    cluster: cluster ?? usual.cluster,
    amortisation: oneOf("--amortisation", "amortisation", amortisation, projectAmortisations),
    counterparty: oneOf("--counterparty", "counterparty", counterparty, counterparties),
    depreciation: oneOf("--depreciation", "depreciation", depreciation, ["site", ...depreciationMethods]),
    flat,
    set: {
      ...usual.set,
      ...(count !== undefined && {count: wholeNumber("--count", count, 1, 10_000_000)}),
      ...Object.fromEntries((flags.set ?? []).map(termOf))
    }
  };
}

function termOf(flag: string): [string, number] {
  const [, term, text = ""] = /^([a-z_0-9]+)=(.+)$/.exec(flag) ?? [];
  const typed = typedNumber(text);
  if (term === undefined || !("value" in typed))
    throw new InputError(`--set: expected term=number, got "${flag}"\n  example: --set debt_share=0.5`);
  return [term, typed.value];
}

function report(
  {accelerator, facility, orchestrator, set: {count}}: Choice,
  appraisal: Appraisal,
  breakEvens: {price_level: number; utilisation: number},
  ranges: readonly Spread[],
  draws: number
): string {
  const {cover} = appraisal;
  const lines: [string, string][] = [
    ["equity IRR", `${rates(appraisal.irr, appraisal.no_irr)}${within(ranges, "irr", percent)}`],
    [
      "project IRR",
      `${rates(appraisal.unlevered_irr, appraisal.no_unlevered_irr)}${within(ranges, "unlevered_irr", percent)}`
    ],
    ["NPV of equity", `${formatUsd(appraisal.npv)}${within(ranges, "npv", formatUsd)}`],
    ["NPV before financing", `${formatUsd(appraisal.unlevered_npv)}${within(ranges, "unlevered_npv", formatUsd)}`],
    ["multiple on invested capital", formatNumber(appraisal.moic)],
    [
      "payback of the contract",
      `${formatNumber(appraisal.contract_payback)} years, hardware alone ${formatNumber(appraisal.hardware_payback)}`
    ],
    ["payback", `${formatNumber(appraisal.payback)} years, discounted ${formatNumber(appraisal.discounted_payback)}`],
    [
      "debt service coverage",
      `minimum ${formatNumber(cover.least)}, average ${formatNumber(cover.average)}, below the ` +
        `covenant in ${cover.breaches.length} months`
    ],
    ["levelised cost", `${formatNumber(appraisal.levelised_cost)} USD/GPU-hour`],
    ["break-even price", `${percent(breakEvens.price_level)} of the price path`],
    ["break-even utilisation", percent(breakEvens.utilisation)]
  ];
  return [
    `${count} ${accelerator} at ${facility}, ${orchestrator}: real rates a year, 2026 USD, 90 % range of ` +
      `${draws} draws`,
    ...lines.map(([name, value]) => `  ${name.padEnd(30)}${value}`)
  ].join("\n");
}

function within(ranges: readonly Spread[], measure: Spread["measure"], format: (value: number) => string): string {
  const {low, high} = ranges.find((one) => one.measure === measure)!;
  return ` (${format(low)} to ${format(high)})`;
}

function rates(all: readonly number[], reason: string): string {
  if (reason !== "") return `none: ${reason}`;
  if (all.length > 1) return `several: ${all.map(percent).join(", ")}`;
  return percent(only(all));
}

function percent(value: number): string {
  return Number.isFinite(value) ? formatShare(value) : "none";
}

import {loadProject, runScenario} from "../data-loaders/run/project.js";
import {
  costStack,
  counterparties,
  depreciationMethods,
  projectAmortisations,
  projectInputs,
  readings,
  siteIn,
  sites,
  spreads,
  termsOfRun,
  usualChoice,
  type Choice,
  type Terms
} from "../lib/finance/index.js";
import type {Scenario} from "../lib/model/index.js";
import {projectWorkbook} from "../lib/export/xlsx/project/index.js";
import {dateOf, InputError, monthsOf, oneOf} from "../lib/sheet/index.js";
import {typedNumber} from "../lib/sheet/number.js";
import type {ReportMeta} from "../src/components/report/report.js";
import {byPath, caseOf, type Case} from "../src/pages/invest/case.js";
import {caseNamed} from "../src/pages/invest/compare.js";
import {ownerCost, publishedTotal} from "../src/pages/invest/published.js";
import {projectInWords} from "../src/pages/invest/project-in-words.js";
import {investReport} from "../src/pages/invest/report.js";
import {folderOf, wholeNumber, type GlobalFlags} from "./arguments.js";
import {projectText, termText} from "./project-text.js";
import {identityJson, identityOf, madeFrom} from "./identity.js";
import {modelHash} from "../scripts/hash.js";
import {besideJson, besideOf, comparedLines} from "./invest-beside.js";
import {readingLines, readingsJson} from "./invest-readings.js";
import {ownerLines, pathsIn, publishedIn} from "./invest-published.js";
import {reportAt} from "./report-file.js";
import {termsSet} from "./term-flags.js";
import {workbookAt, writeWorkbookAt} from "./workbook-file.js";

/** Seed of the draws of uncertain terms. */
const SEED = 1;

/** Flags of `invest`, as entered. */
export interface InvestFlags extends GlobalFlags {
  gpu?: string;
  facility?: string;
  site?: string;
  region?: string;
  orchestrator?: string;
  cluster?: string;
  amortisation?: string;
  counterparty?: string;
  depreciation?: string;
  scenario: string;
  flat?: boolean;
  set?: string[];
  terms?: boolean;
  draws: string;
  json?: boolean;
  out?: string;
  beside?: string[];
  report?: string;
}

/**
 * Appraises an investment in a cluster and prints its returns, with ranges over draws of the uncertain terms;
 * optionally writes a workbook.
 */
export async function invest(flags: InvestFlags, files = loadProject(folderOf(flags))): Promise<number> {
  const out = flags.out === undefined ? undefined : workbookAt(flags.out);
  const report = flags.report === undefined ? undefined : reportAt(flags.report);
  const draws = wholeNumber("--draws", flags.draws, 1, 100_000);
  const one = runScenario(files, flags.scenario);
  const {run, scenario} = one;
  if (scenario.model !== "chain")
    throw new InputError(
      `--scenario: scenario "${flags.scenario}" has no prices of GPU-hours\n  choose a scenario of the chain`
    );
  const terms = termsOfRun(run, {project_default: files.defaults});
  const chosen = choiceOf(flags, usualChoice(terms), terms);
  const inputs = projectInputs(terms, chosen);
  if (flags.terms) return printed(termText(inputs));
  const project = caseOf(terms, chosen);
  const {appraisal, break_even: breakEvens} = project;
  const stack = costStack(project.run);
  const ranges = spreads(inputs, draws, SEED);
  const rested = readings(inputs);
  const beside = besideOf(flags, terms);
  const cases = [{name: "this project", project, choice: chosen, terms}, ...beside];
  const published = publishedIn(files);
  const identity = await identityOf(files, one);
  const drawn = identityJson({...identity, design: {seed: SEED, draws}});
  const result = {
    scenario: scenario.name,
    ...drawn,
    ...chosen,
    ...appraisal,
    cost_stack: stack,
    break_even: breakEvens
  };
  const owner = {parts: ownerCost(project.run), published: publishedTotal(published, chosen.accelerator) ?? null};
  console.log(
    flags.json
      ? JSON.stringify(
          {
            ...result,
            ranges,
            owner_cost: owner,
            readings: readingsJson(rested),
            ...(beside.length > 0 && {beside: besideJson(beside)})
          },
          null,
          2
        )
      : [
          projectText(chosen, project, ranges, draws, stack),
          ...readingLines(rested),
          ...ownerLines(owner.parts, owner.published),
          ...(beside.length > 0 ? comparedLines(cases) : [])
        ].join("\n")
  );
  if (out !== undefined)
    await writeWorkbookAt(
      out,
      await projectWorkbook({inputs, facts: factsOf(flags, chosen), identity, created: new Date()})
    );
  if (report) {
    const usual = caseNamed("the example project", usualChoice(terms), terms);
    const paths = byPath(pathsIn(files), terms, chosen);
    const hash = modelHash(files.folder.path);
    const sources = [...files.models.values()].flatMap((one) => one.sources);
    const written = investReport({cases, usual, ranges, paths, published, sources});
    await report({
      report: written,
      meta: {...metaOf(scenario, chosen, project, draws, hash), ...(await madeFrom(files, scenario.name))}
    });
  }
  return 0;
}

function metaOf({name, title}: Scenario, {set}: Choice, {run}: Case, draws: number, hash: string): ReportMeta {
  const changes = Object.entries(set).map(([term, value]) => `${term}: ${value}`);
  return {
    ...{scenario: name, title, description: "", changes: changes.join("; "), hash: hash.slice(0, 12)},
    ...{from: run.start, to: dateOf(monthsOf(run.start) + run.months - 1)},
    ...{seed: SEED, draws, date: new Date().toISOString().slice(0, 10)}
  };
}

function printed(text: string): number {
  console.log(text);
  return 0;
}

function factsOf(flags: InvestFlags, choice: Choice): [string, string][] {
  return [
    ["Project", projectInWords(choice, choice.set.count!)],
    ["Scenario", `${flags.scenario}${flags.flat ? ", prices as at the start" : ""}`]
  ];
}

/** The project that flags describe. */
export function choiceOf(flags: InvestFlags, usual: Choice, terms: Terms): Choice {
  const {gpu, orchestrator, cluster, flat = false} = flags;
  const amortisation = flags.amortisation ?? usual.amortisation;
  const counterparty = flags.counterparty ?? usual.counterparty;
  const depreciation = flags.depreciation ?? usual.depreciation;
  return {
    accelerator: gpu ?? usual.accelerator,
    ...placeFrom(flags, usual, terms),
    orchestrator: orchestrator ?? usual.orchestrator,
    cluster: cluster ?? usual.cluster,
    amortisation: oneOf("--amortisation", "amortisation", amortisation, projectAmortisations),
    counterparty: oneOf("--counterparty", "counterparty", counterparty, counterparties),
    depreciation: oneOf("--depreciation", "depreciation", depreciation, ["site", ...depreciationMethods]),
    flat,
    set: {
      ...usual.set,
      ...termsSet(flags),
      ...setFrom(flags.set)
    }
  };
}

/** The facility and region in the flags: a facility of the tables, or an owned or colocated site in a region. */
export function placeFrom(
  {facility, site, region}: Pick<InvestFlags, "facility" | "site" | "region">,
  usual: Pick<Choice, "facility" | "region">,
  terms: Terms
): Pick<Choice, "facility" | "region"> {
  if (site === undefined) return {facility: facility ?? usual.facility, region: region ?? usual.region};
  if (facility !== undefined) throw new InputError("--site: conflicts with --facility\n  omit --facility or --site");
  const where = region ?? String(terms.cell("facility", usual.facility, "region").value);
  return siteIn(terms, oneOf("--site", "site", site, sites), oneOf("--region", "region", where, terms.keys("region")));
}

/** The terms that `--set term=number` flags set. */
export function setFrom(flags: readonly string[] = []): Record<string, number> {
  return Object.fromEntries(flags.map(termOf));
}

function termOf(flag: string): [string, number] {
  const [, term, text = ""] = /^([a-z_0-9]+)=(.+)$/.exec(flag) ?? [];
  const typed = typedNumber(text);
  if (term === undefined || !("value" in typed))
    throw new InputError(`--set: expected term=number, got "${flag}"\n  example: --set debt_share=0.5`);
  return [term, typed.value];
}

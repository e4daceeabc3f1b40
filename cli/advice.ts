import {adviseScenario, loadAdvice} from "../data-loaders/run/advice.js";
import {adviceDesign} from "../lib/advice/design.js";
import {loadProject} from "../data-loaders/run/project.js";
import {
  companies,
  companiesOf,
  type Advice,
  type Advised,
  type Joint,
  type ShadowPrice,
  type Spread
} from "../lib/advice/index.js";
import type {PublishedTable} from "../lib/export/index.js";
import {adviceTables} from "../lib/export/site-tables.js";
import {InputError, unknown} from "../lib/sheet/index.js";
import {folderOf, overridesOf, wholeNumber, type GlobalFlags} from "./arguments.js";
import {changedRun} from "./changed-run.js";
import {titleWith} from "./title.js";
import {identityJson, identityOf} from "./identity.js";
import {formatNumber} from "./format.js";

/** Flags of `advice`, as entered. */
export interface AdviceFlags extends GlobalFlags {
  company?: string;
  set?: string[];
  months?: string;
  draws: string;
  seed: string;
  json?: boolean;
}

/**
 * Prints each company's possible actions, its best actions combined, and the shadow prices of the chain's constraints.
 */
export async function adviceCommand(
  name: string,
  flags: AdviceFlags,
  project = loadProject(folderOf(flags))
): Promise<number> {
  const {company, set, months, draws, seed, json} = flags;
  const length = months === undefined ? undefined : wholeNumber("--months", months, 1, 600);
  const one = changedRun(project, name, set, length);
  if (one.scenario.model !== "chain")
    throw new InputError(
      `scenario "${name}" uses the ${one.scenario.model} model\n  choose a scenario of the chain model`
    );
  const known = companiesOf(one.run.inputs).map(({key}) => key);
  if (company !== undefined && !known.includes(company)) unknown("--company", "company", company, known);
  const design = {
    ...adviceDesign,
    draws: wholeNumber("--draws", draws, 2, 100_000),
    seed: wholeNumber("--seed", seed, 0, 2 ** 31 - 1)
  };
  const advice = adviseScenario(project, one, design, {company});
  const levers = loadAdvice(project);
  if (json) {
    const place = {
      scenario: name,
      inputs: one.run.inputs,
      levers,
      constraint: levers.constraint,
      sources: project.models.get("chain")!.sources
    };
    const tables = adviceTables(advice, place).map((table) => [table.name, rowsOf(table, company)]);
    const identity = identityJson(await identityOf(project, one, overridesOf(set), design));
    console.log(JSON.stringify({scenario: name, ...identity, ...Object.fromEntries(tables)}, null, 2));
  } else console.log(describe(advice, titleWith(one.scenario.title, overridesOf(set).length), one.run.months, company));
  return 0;
}

function rowsOf({columns}: PublishedTable, company: string | undefined): Record<string, unknown>[] {
  const rows = columns[0]!.values.map((_, i) =>
    Object.fromEntries(columns.map(({name, values}) => [name, values[i] ?? null]))
  );
  return rows.filter((row) => company === undefined || row.company === undefined || row.company === company);
}

function describe({levers, joint, prices}: Advice, title: string, months: number, company: string | undefined): string {
  const keys = Object.keys(companies).flatMap((layer) => [
    ...new Set(levers.filter(({action}) => action.company.layer === layer).map(({action}) => action.company.key))
  ]);
  const shown = keys.filter((key) => company === undefined || key === company);
  return [
    `${title}, ${months} months: net present value in USD and gain in USD a month, median (90 % range), and share ` +
      `of draws with a gain`,
    ...shown.flatMap((key) => [
      "",
      key,
      ...levers
        .filter(({action}) => action.company.key === key)
        .sort((a, b) => a.rank - b.rank)
        .map(line),
      ...joint.filter((one) => one.company.key === key && one.levers.length > 2).map(jointLine)
    ]),
    ...(company === undefined
      ? ["", "shadow prices of the chain's constraints, USD a month:", ...prices.map(priceLine)]
      : [])
  ].join("\n");
}

function line({rank, action, npv, gain, chance}: Advised): string {
  const percent = `${Math.round(100 * chance)} %`.padStart(5);
  return `  ${String(rank).padStart(2)} ${action.lever.padEnd(16)} ${spread(npv)}  ${spread(gain)}  ${percent}`;
}

function jointLine({levers, npv, interaction}: Joint): string {
  return (
    `     together: ` +
    `${levers.join(", ")}: ${spread(npv).trim()}, of which ${spread(interaction).trim()} by interaction`
  );
}

function priceLine({relaxation, profit, output}: ShadowPrice): string {
  const name = `${relaxation.constraint}${relaxation.row === "" ? "" : ` ${relaxation.row}`}`;
  return `  ${name.padEnd(28)} profit ${spread(profit)}  output ${spread(output)}  per ${relaxation.what}`;
}

function spread({median, low, high}: Spread): string {
  return `${formatNumber(median).padStart(8)} ${`(${formatNumber(low)} to ${formatNumber(high)})`.padEnd(20)}`;
}

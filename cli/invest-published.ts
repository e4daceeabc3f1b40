import {runScenario, type Project} from "../data-loaders/run/project.js";
import {termsOfRun} from "../lib/finance/index.js";
import type {PricePath} from "../src/pages/invest/case.js";
import type {OwnerPart, PublishedFigure, PublishedTotal} from "../src/pages/invest/published.js";
import {formatNumber} from "./format.js";

/** Published figures for comparison with a project's cost. */
export function publishedIn({checks, models}: Project): PublishedFigure[] {
  const sources = new Map(models.get("chain")!.sources.map((source) => [source.id, source]));
  return checks.keys.map((key, row) => {
    const value = (column: string) => checks.columns[column]!.values[row];
    const cited = checks.columns.low!.provenance?.[row]?.sources ?? [];
    return {
      key,
      published: Number(value("published") ?? NaN),
      published_low: Number(value("low")),
      published_high: Number(value("high")),
      basis: String(value("basis")),
      as_of: String(value("as_of")),
      source: cited.map((id) => sources.get(id)?.title ?? id).join("; "),
      url: sources.get(cited[0] ?? "")?.url ?? ""
    };
  });
}

/** The cost of an owned hour by component, beside published figures, line by line. */
export function ownerLines(parts: readonly OwnerPart[], total: PublishedTotal | null): string[] {
  const sum = parts.reduce((all, {cost}) => all + cost, 0);
  const published = total
    ? `SemiAnalysis publishes ${formatNumber(total.published_low)} to ${formatNumber(total.published_high)} ` +
      `(${total.as_of}), without a breakdown`
    : "no published cost model of this accelerator is known";
  return [
    `of an hour owned, without selling and administration: ${formatNumber(sum)} USD/GPU-hour; ${published}`,
    ...parts
      .filter(({cost}) => cost > 0)
      .map(({name, cost}) => `  ${name.padEnd(30)}${formatNumber(cost)} USD/GPU-hour`)
  ];
}

/** The price paths of all scenarios, and constant prices. */
export function pathsIn(files: Project): PricePath[] {
  const chain = [...files.scenarios.values()].filter(({model}) => model === "chain");
  const paths = chain.map(({name, title}) => {
    const {run} = runScenario(files, name);
    return {name: title, terms: termsOfRun(run, {project_default: files.defaults}), flat: false};
  });
  return [...paths, {name: "Constant prices", terms: paths[0]!.terms, flat: true}];
}

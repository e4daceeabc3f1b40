import {writeFileSync} from "node:fs";
import {loadProject} from "../../data-loaders/run/project.js";
import {upstreamFile, type Upstream} from "../../scripts/fork.js";
import {folderOf, type GlobalFlags} from "../arguments.js";
import {changesBetween, type Change} from "./changes.js";
import {versionAt, versionOf, type Version} from "./version.js";

/** Flags of `diff`, as entered. */
export interface DiffFlags extends GlobalFlags {
  record?: boolean;
  json?: boolean;
}

/**
 * Lists what this project changed since the version that it started from; returns 1 if anything. With `--record`, the
 * site declares itself a fork of that version from its next build on, if it is one. Throws an `InputError` for a place
 * without a version.
 */
export async function diffCommand(
  place: string,
  flags: DiffFlags,
  project = loadProject(folderOf(flags)),
  file = upstreamFile
): Promise<number> {
  const upstream = await versionAt(place);
  if (flags.record) record(upstream, file);
  const changes = changesBetween(upstream, versionOf(project));
  const withFormulas = upstream.definitions !== undefined;
  console.log(
    flags.json ? JSON.stringify({upstream: place, withFormulas, changes}, null, 2) : report(upstream, changes)
  );
  return changes.length === 0 ? 0 : 1;
}

function record({place, version, published}: Version, file: string): void {
  const upstream: Upstream = {place, ...(version !== undefined && {version}), model: published.hash};
  writeFileSync(file, `${JSON.stringify(upstream, null, 2)}\n`);
  console.error(`${file}: the site will say that it is a fork if its model differs`);
}

const headings: readonly [kind: Change["kind"], heading: string][] = [
  ["table", "Tables"],
  ["column", "Columns"],
  ["formula", "Formulas"],
  ["row", "Rows"],
  ["assumption", "Assumptions"],
  ["scenario", "Scenarios"]
];

function report({place, published, definitions}: Version, changes: readonly Change[]): string {
  const parts = headings.flatMap(([kind, heading]) => {
    const lines = changes.filter((change) => change.kind === kind).map(line);
    return lines.length === 0 ? [] : [`${heading} (${lines.length})`, ...lines];
  });
  const from = `${place}, model ${published.hash.slice(0, 12)}`;
  return [
    changes.length === 0 ? `Nothing differs from ${from}.` : `${counted(changes.length)} from ${from}:`,
    ...parts,
    ...(definitions ? [] : ["Tables, columns and formulas were not compared: it contains only inputs and scenarios."])
  ].join("\n");
}

function counted(count: number): string {
  return count === 1 ? "1 thing differs" : `${count} things differ`;
}

function line({kind, name, before, after}: Change): string {
  const isThing = kind === "table" || kind === "row";
  if (before === null) return `  + ${name}${isThing ? "" : `: ${after}`}`;
  if (after === null) return `  - ${name}${isThing ? "" : `: ${before}`}`;
  return `    ${name}: ${before || "empty"} → ${after || "empty"}`;
}

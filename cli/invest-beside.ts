import {InputError} from "../lib/sheet/index.js";
import {projectTerms, usualChoice, type Terms} from "../lib/finance/index.js";
import {
  caseNamed,
  comparedFigures,
  comparedTerms,
  type ComparedLine,
  type NamedCase
} from "../src/pages/invest/compare.js";
import {choiceOf, type InvestFlags} from "./invest.js";

/** Flags of `invest` that describe a project, apart from its terms. */
const kinds = [
  ...["gpu", "facility", "site", "region", "orchestrator"],
  ...["cluster", "amortisation", "counterparty", "depreciation", "flat"]
];

/** The projects of `--beside`: each like the first, apart from the flags that it names. */
export function besideOf(flags: InvestFlags, terms: Terms): NamedCase[] {
  return (flags.beside ?? []).map((text) => {
    return caseNamed(text, choiceOf({...flags, ...changesIn(text)}, usualChoice(terms), terms), terms);
  });
}

/** Parses `gpu=h100 debt-share=50% flat` into flags. */
function changesIn(text: string): Record<string, string | boolean> {
  const pairs = text
    .trim()
    .split(/\s+/)
    .map((part): [string, string | boolean] => {
      const [name = "", ...value] = part.split("=");
      const flag = name.replaceAll("-", "_");
      if (flag === "flat") return [flag, value[0] !== "no"];
      const isKnown = kinds.includes(flag) || projectTerms.some((term) => term.name === flag);
      if (!isKnown || value.length === 0)
        throw new InputError(
          `--beside: expected flag=value, got "${part}"\n  example: --beside "gpu=h100 region=texas debt-share=50%"`
        );
      return [flag.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()), value.join("=")];
    });
  return Object.fromEntries(pairs);
}

/** Projects' figures side by side, and the terms in which they differ, line by line. */
export function comparedLines(cases: readonly NamedCase[]): string[] {
  const lines = [...comparedFigures(cases), ...comparedTerms(cases)];
  const rows = [["", ...cases.map(({name}) => name)], ...lines.map(rowOf)];
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)));
  return [
    "",
    "side by side; in brackets, the difference from the first:",
    ...rows.map((row) => `  ${padded(row, widths)}`)
  ];
}

function rowOf({title, values, differences}: ComparedLine): string[] {
  return [title, ...values.map((value, i) => (differences[i] === "" ? value : `${value} (${differences[i]!})`))];
}

function padded(row: readonly string[], widths: readonly number[]): string {
  return row
    .map((text, i) => text.padEnd(widths[i]!))
    .join("  ")
    .trimEnd();
}

/** The appraisals of the projects beside the first, as JSON. */
export function besideJson(cases: readonly NamedCase[]) {
  return cases.map(({name, choice, project: {appraisal, break_even}}) => ({name, ...choice, ...appraisal, break_even}));
}

import type {TableDifference} from "./difference.js";

/** The verdict on a table: `same values` has other bytes, such as another commit's, but equal cells. */
export interface Verdict extends Partial<TableDifference> {
  table: string;
  verdict: "same bytes" | "same values" | "differs" | "not published" | "not computed";
}

/** A summary of verdicts: differing tables one by one, the others as a count. */
export function verdictsText(place: string, verdicts: readonly Verdict[]): string {
  const count = (verdict: Verdict["verdict"]) => verdicts.filter((one) => one.verdict === verdict).length;
  const others = verdicts.filter(({verdict}) => !verdict.startsWith("same"));
  return [
    ...others.map(verdictLine),
    `${place}: ${count("same bytes")} tables are identical, ${count("same values")} have the same values, ` +
      `${others.length} do not agree`
  ].join("\n");
}

/** The line of one table. */
export function verdictLine({table, verdict, ...difference}: Verdict): string {
  return `${verdict.padEnd(13)} ${table}${verdict === "differs" ? `: ${parts(difference).join("; ")}` : ""}`;
}

function parts({cells = 0, rows = [0, 0], columns = [], greatest = 0, where = ""}: Partial<TableDifference>): string[] {
  const [before, after] = rows;
  return [
    ...(before === after ? [] : [`${before} rows published, ${after} computed`]),
    ...(columns.length === 0 ? [] : [`only one has ${columns.join(", ")}`]),
    ...(cells === 0 ? [] : [`${cells} cells differ, most at ${where}, ${sizeOf(greatest)}`])
  ];
}

function sizeOf(relative: number): string {
  return Number.isFinite(relative) ? `by ${(100 * relative).toPrecision(3)} %` : "which is not a number in both";
}

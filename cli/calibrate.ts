import {parse} from "csv-parse/sync";
import {readFileSync} from "node:fs";
import {loadValidation} from "../data-loaders/run/validation.js";
import {csvText} from "../lib/export/csv.js";
import {boundsOf, fitsWithin, type Inputs} from "../lib/sheet/index.js";
import {
  classErrors,
  crossValidate,
  fitMeasurements,
  fittedIn,
  learnAll,
  leftOuts,
  predictedOf,
  quantile,
  rankingOf,
  withFit,
  worseClasses,
  type ClassError,
  type CrossValidation,
  type Fit,
  type Fitted,
  type LeftOut,
  type Ranking
} from "../lib/validation/index.js";
import {folderOf, type GlobalFlags} from "./arguments.js";
import {formatShare} from "./format.js";
import {folderAt} from "./output/write-folder.js";

/** Flags of `calibrate`, as entered. */
export interface CalibrateFlags extends GlobalFlags {
  accept?: boolean;
}

/**
 * Calibrates the inference model to the measurements, tests it on held-out ones, prints old and new errors by class,
 * and saves its parameters with ranges from cross-validation. If a class gets worse, nothing is written unless
 * accepted.
 */
export async function calibrate(flags: CalibrateFlags): Promise<number> {
  const folder = folderOf(flags);
  const write = folderAt("--assumptions", folder.path, {of: "the assumptions", isOurs: () => true, stays: () => true});
  const {inputs} = loadValidation(folder);
  console.error(`fitting ${fittedIn(inputs).length} values to ${inputs.measurement!.keys.length} measurements`);
  const all = fitMeasurements(inputs);
  const validated = crossValidate(inputs, all, (message) => console.error(message));
  const rates = ratesOf(inputs, all, validated);
  const errors = mapValues(rates, (one) => classErrors(inputs, one));
  const rankings = mapValues(rates, (one) => rankingOf(inputs, one));
  console.log(comparison(inputs, errors));
  console.log(othersInWords(inputs, validated));
  console.log(rankingsInWords(rankings));
  const worse = worseClasses(inputs, errors);
  for (const {name, leftOut, before, median} of worse)
    console.error(
      `${name}, without ${leftOut}: median error ${formatShare(before)} before, ${formatShare(median)} now`
    );
  if (worse.length > 0 && !flags.accept) {
    console.error(
      "nothing written, because these classes got worse by over 3 points: fix the cause, or accept it with --accept"
    );
    return 1;
  }
  await write(
    new Map([
      ...fittedFiles(folder.path, inputs, all, validated),
      ["held_out.csv", textOf(heldOutRows(inputs, validated))],
      ["evidence.csv", textOf(evidenceRows(inputs, all))],
      ["accuracy.csv", textOf(accuracyRows(errors, rankings))]
    ])
  );
  return 0;
}

type Errors = ReadonlyMap<LeftOut, readonly ClassError[]>;
type Rates = ReadonlyMap<LeftOut, ReadonlyMap<string, number>>;

/** Predicted rates by measurement and by what was held out. */
function ratesOf(inputs: Inputs, all: Fit, {rates}: CrossValidation): Rates {
  const of = (column: keyof typeof leftOuts, partition: "pairs" | "sources" | "publishers" | "years") => {
    const found = [...rates.get(partition)!].map(([key, one]): [string, number] => [
      key,
      column.startsWith("corrected") ? one.corrected! : one.rate
    ]);
    return [leftOuts[column], new Map(found)] as const;
  };
  return new Map([
    [leftOuts.fitted, predictedOf(withFit(inputs, all)).predicted_rate] as const,
    of("rate", "pairs"),
    of("corrected_rate", "pairs"),
    of("source_rate", "sources"),
    of("corrected_source_rate", "sources"),
    of("publisher_rate", "publishers"),
    of("year_rate", "years")
  ]);
}

function mapValues<V, W>(map: ReadonlyMap<LeftOut, V>, change: (value: V) => W): Map<LeftOut, W> {
  return new Map([...map].map(([leftOut, value]) => [leftOut, change(value)]));
}

/** Rank correlation of accelerators by tokens per USD, by what was held out. */
function rankingsInWords(rankings: ReadonlyMap<LeftOut, Ranking>): string {
  const lines = [...rankings].map(
    ([leftOut, {groups, correlation}]) => `  ${leftOut}: ${correlation.toFixed(2)} in ${groups} groups`
  );
  return ["rank correlation of tokens per USD over accelerators, without", ...lines].join("\n");
}

/** Errors of power and latency where measured, with the pair of model and accelerator held out. */
function othersInWords({measurement}: Inputs, {rates}: CrossValidation): string {
  const {keys, columns} = measurement!;
  const lineOf = (name: string, column: string, of: "power" | "ttft" | "tpot"): string => {
    const errors = keys.flatMap((key, row) => {
      const measured = columns[column]!.values[row];
      return typeof measured === "number" ? [rates.get("pairs")!.get(key)![of] / measured - 1] : [];
    });
    const sizes = errors.map(Math.abs);
    const [median, p90, bias] = [quantile(sizes, 0.5)!, quantile(sizes, 0.9)!, quantile(errors, 0.5)!];
    return `${name}: ${errors.length} measured, ${pair(median, p90)}, bias ${(100 * bias).toFixed(1)} %`;
  };
  return [
    lineOf("power", "measured_power", "power"),
    lineOf("time to first token", "measured_ttft", "ttft"),
    lineOf("time per output token", "measured_tpot", "tpot")
  ].join("\n");
}

/** Old and new errors by class: median and 90th percentile, with pairs and with sources held out. */
function comparison({accuracy}: Inputs, errors: Errors): string {
  const {keys, columns} = accuracy!;
  const before = (leftOut: LeftOut, name: string): string => {
    const row = keys.findIndex((_, i) => columns.left_out!.values[i] === leftOut && columns.of!.values[i] === name);
    return row < 0 ? "-" : pair(Number(columns.median!.values[row]), Number(columns.p90!.values[row]));
  };
  const shown = Object.values(leftOuts);
  const head = ["class".padEnd(44), "n".padStart(4), ...shown.map((name) => name.slice(-22).padStart(30))].join(" ");
  const names = errors.get(leftOuts.fitted)!;
  const lines = names.map(({name, count}) =>
    [
      name.padEnd(44),
      String(count).padStart(4),
      ...shown.map((leftOut) => {
        const now = errors.get(leftOut)?.find((one) => one.name === name);
        return `${before(leftOut, name)} > ${now ? pair(now.median, now.p90) : "-"}`.padStart(30);
      })
    ].join(" ")
  );
  return [head, ...lines].join("\n");
}

function pair(median: number, p90: number): string {
  return `${(100 * median).toFixed(1)}/${(100 * p90).toFixed(1)}`;
}

/** The files with fitted values, updated with these values and their ranges. */
function fittedFiles(path: string, inputs: Inputs, all: Fit, {folds}: CrossValidation): Map<string, string> {
  const others = folds.get("sources")!.map(({fit: one}) => one);
  const tables = new Map<string, string[][]>();
  for (const fitted of fittedIn(inputs)) {
    for (const {table, row, column} of fitted.cells) {
      const rows = tables.get(table) ?? csvRows(`${path}/${table}.csv`);
      tables.set(table, rows);
      setCell(rows, table === "parameter" ? column : row, column, rangeOf(fitted, all, others));
    }
  }
  return new Map([...tables].map(([table, rows]) => [`${table}.csv`, textOf(rows)]));
}

function csvRows(path: string): string[][] {
  return parse(readFileSync(path, "utf8"), {columns: false});
}

interface ValueRange {
  low: string;
  central: string;
  high: string;
  family: "lognormal" | "pert";
}

/**
 * A fitted value with the span of the fits that leave out one source, widened to at least 10 % either way and kept
 * within its bounds: 5th and 95th percentiles, or the ends of the range where a bound is reached.
 */
function rangeOf({key, unit, least, most}: Fitted, all: Fit, others: readonly Fit[]): ValueRange {
  const central = all.get(key)!;
  const values = others.map((one) => one.get(key)!);
  const low = Math.max(least, Math.min(central * 0.9, ...values));
  const high = Math.min(most, Math.max(central * 1.1, ...values));
  const family = fitsWithin({low, central, high, family: "lognormal"}, boundsOf(unit)) ? "lognormal" : "pert";
  return {low: digits(low), central: digits(central), high: digits(high), family};
}

/** Writes a value with its range into a row: into one cell, or a parameter's three cells. */
function setCell(rows: string[][], key: string, column: string, {low, central, high, family}: ValueRange): void {
  const headers = rows[0]!.map((header) => header.replace(/\s*\[.*$/, ""));
  const record = rows.find(([first]) => first === key)!;
  if (headers.includes("central"))
    for (const [name, value] of [
      ["low", low],
      ["central", central],
      ["high", high],
      ["distribution", family]
    ] as const)
      record[headers.indexOf(name)] = value;
  else record[headers.indexOf(column)] = `${central} (${low}..${high}${family === "pert" ? "" : ` ${family}`})`;
}

function heldOutRows(inputs: Inputs, {folds, rates}: CrossValidation): string[][] {
  const parts = folds.get("pairs")!;
  const rate = "token/GPU-s";
  const head = [
    ...[
      "key",
      "measurement",
      "fold [1]",
      `rate [${rate}]`,
      "power [W/GPU]",
      "ttft [ms]",
      "tpot [ms/token]",
      `corrected_rate [${rate}]`,
      `low [${rate}]`
    ],
    ...[`high [${rate}]`, `source_rate [${rate}]`, `corrected_source_rate [${rate}]`, `source_low [${rate}]`],
    ...[`source_high [${rate}]`, `publisher_rate [${rate}]`, `year_rate [${rate}]`, "source", "note"]
  ];
  const {measured_power, measured_ttft, measured_tpot} = inputs.measurement!.columns;
  const where = (measured: number | string | null | undefined, value: number): string =>
    measured === null || measured === undefined ? "" : digits(value);
  const rows = inputs.measurement!.keys.map((key, row) => {
    const [pairs, sources] = [rates.get("pairs")!.get(key)!, rates.get("sources")!.get(key)!];
    return [
      ...[key, key, String(parts.findIndex(({left}) => left.has(key)) + 1)],
      digits(pairs.rate),
      where(measured_power!.values[row], pairs.power),
      where(measured_ttft!.values[row], pairs.ttft),
      where(measured_tpot!.values[row], pairs.tpot),
      ...[pairs.corrected, pairs.low, pairs.high].map(digits),
      ...[sources.rate, sources.corrected, sources.low, sources.high].map(digits),
      digits(rates.get("publishers")!.get(key)?.rate),
      digits(rates.get("years")!.get(key)?.rate),
      "calibrated",
      ""
    ];
  });
  return [head, ...rows];
}

function evidenceRows(inputs: Inputs, all: Fit): string[][] {
  const {keys, learned, residuals} = learnAll(inputs, all);
  const rows = keys.map((key, i) => [
    ...[key, key],
    ...[learned.features[i]!.places, residuals[i], learned.influence[i], learned.noise[i]].map(digits),
    ...["calibrated", ""]
  ]);
  return [
    ["key", "measurement", "places [1]", "residual [1]", "influence [1]", "noise [1]", "source", "note"],
    ...rows
  ];
}

function accuracyRows(errors: Errors, rankings: ReadonlyMap<LeftOut, Ranking>): string[][] {
  const rows = [...errors].flatMap(([leftOut, classes]) =>
    classes.map(({name, count, median, p90, bias}) => {
      const ranking = name === "all" ? rankings.get(leftOut) : undefined;
      return [
        `${keyOf(leftOut)}-${keyOf(name)}`,
        ...[leftOut, name, String(count)],
        ...[median, p90, bias, ranking?.groups, ranking?.correlation].map(sixDigits),
        ...["calibrated", ""]
      ];
    })
  );
  const numbers = ["count", "median", "p90", "bias", "ranked_groups", "rank_correlation"].map((name) => `${name} [1]`);
  return [["key", "left_out", "of", ...numbers, "source", "note"], ...rows];
}

function keyOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

function textOf(rows: readonly string[][]): string {
  return rows.map((row) => `${row.map(csvText).join(",")}\n`).join("");
}

function digits(value: number | undefined): string {
  return rounded(value, 4);
}

/** Shown with three digits, a share of four digits would be rounded twice. */
function sixDigits(value: number | undefined): string {
  return rounded(value, 6);
}

function rounded(value: number | undefined, count: number): string {
  return value === undefined ? "" : String(Number(value.toPrecision(count)));
}

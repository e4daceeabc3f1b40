import {loadProject} from "../../data-loaders/run/project.js";
import {sweepBase} from "../../data-loaders/run/sweep.js";
import {parquet} from "../../lib/export/index.js";
import {InputError} from "../../lib/sheet/index.js";
import {resolveSweep, pointTable, readSweep, type Sweep} from "../../lib/sweep/index.js";
import type {DuckDBConnection} from "@duckdb/node-api";
import {openDataSet} from "./data-set.js";
import {packageOf} from "./dictionary.js";
import {Folder} from "./folder.js";
import type {Plan} from "./plan.js";
import {isSound, receipts, type KnownReceipts} from "./receipt.js";

/** The result of a merge. */
export interface Merged {
  runs: number;
  files: number;
  tables: string[];
}

const shares = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/**
 * Checks that every shard is present exactly once and intact, and writes the small tables of a sweep: `points`,
 * `summary` (figures by point and month) and `quantiles`; also its manifest with checksums, and its data dictionary.
 * Throws an `InputError` for an unfinished sweep.
 */
export async function merge(folder: Folder): Promise<Merged> {
  const plan = folder.knownPlan();
  const known = receipts(folder);
  const all = [...known.values()].sort((a, b) => a.index - b.index);
  const sound = all.filter((receipt) => isSound(folder, receipt));
  if (sound.length !== plan.shards) throw new InputError(undone(folder, plan, sound.length, known));
  const files = sound.flatMap((receipt) => receipt.files);
  removeStrays(folder, new Set(files.map(({path}) => path)));
  const sweep = resolveSweep(readSweep(folder.spec, "sweep.yaml"), sweepBase(loadProject(folder.assumptions)));
  folder.write("points.parquet", parquet(pointTable(sweep), plan.model));
  const connection = await openDataSet(folder);
  if (sweep.headline.length > 0) await checkRuns(connection, sweep);
  const tables = ["points"];
  for (const [name, sql] of statements(sweep)) {
    const beside = `_sweep/${name}.parquet`;
    await copyTo(connection, sql, folder.at(beside));
    folder.move(beside, `${name}.parquet`);
    tables.push(name);
  }
  connection.closeSync();
  const manifest = {...plan, seconds: sum(sound.map(({seconds}) => seconds)), files};
  folder.write("manifest.json", `${JSON.stringify(manifest, null, 2)}\n`);
  folder.write("datapackage.json", `${JSON.stringify(packageOf(sweep, tables), null, 2)}\n`);
  return {runs: plan.runs, files: files.length, tables};
}

async function copyTo(connection: DuckDBConnection, sql: string, path: string): Promise<void> {
  const copy = `copy (${sql}) to '${path.replaceAll("'", "''")}' (format parquet, compression zstd)`;
  await connection.run(copy).catch((cause: unknown) => {
    throw new InputError(`${path}: cannot be written: ${String(cause)}: fix the cause, then run merge again`, {cause});
  });
}

function undone({path}: Folder, {shards}: Plan, sound: number, {damaged}: KnownReceipts): string {
  const state = `${path}: ${sound} of ${shards} shards are done: run the sweep with --resume`;
  return [state, ...damaged.values()].slice(0, 10).join("\n");
}

/** Removes files left behind by killed workers, or named by no receipt. */
function removeStrays(folder: Folder, known: ReadonlySet<string>): void {
  for (const file of ["runs", "counts"].flatMap((table) => folder.files(table)))
    if (!known.has(file)) folder.remove(file);
}

/** Every run must appear once: a file copied in by hand would duplicate some. */
async function checkRuns(connection: DuckDBConnection, {runs, at}: Sweep): Promise<void> {
  const sql = "select count(*)::double, count(distinct run)::double, max(run)::double from runs";
  const [[rows, distinct, last]] = (await connection.runAndReadAll(sql)).getRowsJS() as [[number, number, number]];
  if (rows !== runs * at.length || distinct !== runs || last !== runs - 1)
    throw new InputError(
      `runs: ${rows} rows of ${distinct} runs, not ${runs * at.length} of ${runs}: choose an empty folder`
    );
}

function statements(sweep: Sweep): [name: string, sql: string][] {
  const {headline, quantiles} = sweep;
  const axes = [...sweep.structural, ...sweep.numeric].map(({name}) => `"${name}"`);
  const summaries = headline.map(({name, unit}) => summaryOf(name, unit)).join(" union all by name ");
  const labelled = (sql: string): string =>
    `select ${["point", ...axes].join(", ")}, t.* exclude (point) from (${sql}) t join points using (point)`;
  return [
    ...(headline.length > 0
      ? [["summary", `${labelled(summaries)} order by point, month, output`] as [string, string]]
      : []),
    ...(quantiles.length > 0
      ? [["quantiles", `${labelled(countedQuantiles)} order by point, output, month`] as [string, string]]
      : [])
  ];
}

/** A missing value counts as less than any other, as in the published ranges; the mean covers existing values only. */
function summaryOf(name: string, unit: string): string {
  const known = `coalesce("${name}", '-infinity'::double)`;
  const cuts = shares.map(
    (share) => `nullif(quantile_cont(${known}, ${share}), '-infinity'::double) as ${cutName(share)}`
  );
  return `select point, month, '${name}' as output, '${unit}' as unit, count(*) as runs, count("${name}") as known,
    count(*) filter ("${name}" > 0) / count(*) as positive_share, avg("${name}") as mean, ${cuts.join(", ")}
    from (select * from runs order by run) group by point, month`;
}

/** Quantiles of counts: the nearest rank. A missing value makes all quantiles of its point missing. */
const countedQuantiles = `
  with summed as (select point, output, month, value, sum(count)::bigint as count from counts group by all),
  ranked as (
    select *, sum(count) over (partition by point, output, month order by value nulls last) as upto,
      sum(count) over (partition by point, output, month) as total
    from summed
  )
  select point, output, month, any_value(total)::double as runs,
    ${shares
      .map(
        (share) =>
          `case when count(*) filter (value is null) = 0 then min(value) filter (upto > ` +
          `round(${share} * (total - 1))) end as ${cutName(share)}`
      )
      .join(",\n    ")}
  from ranked group by point, output, month`;

function cutName(share: number): string {
  return `p${String(Math.round(100 * share)).padStart(2, "0")}`;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

import {spawnSync} from "node:child_process";
import {chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {root} from "../../scripts/paths.js";
import {cases, endWorkers, Skipped, type Case, type Places} from "./cases.js";
import {install} from "./programs.js";
import {startSlurm} from "./slurm.js";
import {startSshd} from "./sshd.js";
import {holdings, type Holdings} from "./sweeps.js";

/** The outcome of a case. */
interface Result extends Partial<Holdings> {
  one: Case;
  state: "passed" | "failed" | "skipped";
  why?: string;
  retried?: number;
  unsound?: number;
  seconds: number;
}

const folder = mkdtempSync(`${tmpdir()}/token-factory-cluster-`);
chmodSync(folder, 0o755);
const places: Places = {folder};
const results: Result[] = [];
let reason: string | undefined;
let reference: string | undefined;

for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => void stop().finally(() => process.exit(1)));
try {
  reason = await start();
  await Promise.all([inTurn(cases.filter(onSlurm)), inTurn(cases.filter((one) => !onSlurm(one)))]);
} finally {
  await stop();
}
const count = (state: Result["state"]): number => results.filter((result) => result.state === state).length;
if (process.argv.includes("--write")) write();
process.exitCode = count("failed") > 0 ? 1 : 0;
console.log(`${count("passed")} passed, ${count("failed")} failed, ${count("skipped")} skipped`);

/** Cases on Slurm mostly wait for its clock, so the others run beside them. */
function onSlurm({engine}: Case): boolean {
  return engine === "slurm";
}

async function inTurn(some: readonly Case[]): Promise<void> {
  for (const one of some) tell(await outcome(one));
}

function tell(result: Result): void {
  results.push(result);
  const {one, state, why, seconds, rows, retried} = result;
  const counts = state === "passed" ? `: ${rows} rows, 0 missing, 0 doubled, ${retried} shards tried again` : "";
  console.log(
    `${state.padEnd(8)}${one.engine.padEnd(11)}${one.name}${counts}${why ? `: ${why}` : ""} (${seconds.toFixed(1)} s)`
  );
}

async function start(): Promise<string | undefined> {
  const why = install();
  if (why !== undefined) return why;
  places.slurm = await startSlurm(`${folder}/slurm-control`, 2, 2);
  places.sshd = await startSshd(`${folder}/ssh-server`);
  return undefined;
}

async function stop(): Promise<void> {
  endWorkers(folder);
  places.sshd?.down();
  await places.slurm?.down();
  spawnSync("umount", [`${folder}/small`]);
  rmSync(folder, {recursive: true, force: true});
}

async function outcome(one: Case): Promise<Result> {
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  if ((one.engine === "slurm" && !places.slurm) || (one.engine === "ssh" && !places.sshd))
    return {one, state: "skipped", why: reason ?? "", seconds: 0};
  try {
    const {folder: own, retried, unsound} = await one.run(places);
    const held = await holdings(own);
    reference ??= held.digest;
    const right = held.missing === 0 && held.doubled === 0 && held.digest === reference;
    const why =
      `${held.missing} missing, ${held.doubled} doubled, rows ` +
      `${held.digest === reference ? "as" : "not as"} in the first case`;
    return {
      one,
      state: right ? "passed" : "failed",
      ...(right ? {} : {why}),
      ...held,
      retried,
      unsound,
      seconds: seconds()
    };
  } catch (error) {
    const state = error instanceof Skipped ? "skipped" : "failed";
    return {one, state, why: messageOf(error), seconds: seconds()};
  }
}

/** Writes the results to the table in docs/cluster.md. */
function write(): void {
  const file = `${root}/docs/cluster.md`;
  const inOrder = results.toSorted((a, b) => cases.indexOf(a.one) - cases.indexOf(b.one));
  const rows = inOrder.map(({one, state, rows, missing, doubled, retried, unsound, digest, why}) =>
    state === "passed"
      ? `| ${one.engine} | ${one.name} | ${one.shards} | ${retried} | ${unsound} | ${rows} | ${missing} | ${doubled} ` +
        `| \`${digest!.slice(0, 12)}\` |`
      : `| ${one.engine} | ${one.name} | ${one.shards} | ${state}: ${why} | | | | | |`
  );
  const table = [
    "| engine | what happens | shards | tried again | unsound | rows | missing | doubled | sorted rows |",
    "|---|---|---:|---:|---:|---:|---:|---:|---|",
    ...rows
  ].join("\n");
  if (!existsSync(file)) throw new Error(`there is no ${file}`);
  const text = readFileSync(file, "utf8");
  writeFileSync(file, text.replace(/(<!-- faults -->\n)[\s\S]*?(\n<!-- \/faults -->)/, `$1\n${table}\n$2`));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

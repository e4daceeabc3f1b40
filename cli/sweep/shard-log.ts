import {readdirSync, readFileSync} from "node:fs";
import type {Job} from "./engine.js";
import type {Folder} from "./folder.js";
import {shardName} from "./receipt.js";

const logs = "_sweep/logs";

/** The last lines of a shard's newest log; empty without a log. */
export function logOf(folder: Folder, jobs: readonly Job[], shard: number): string {
  if (!folder.has(logs)) return "";
  const ids = jobs.map(({id}) => id.split("+")[0]!);
  const names = readdirSync(folder.at(logs)).filter(
    (name) => name === `${shardName(shard)}.log` || ids.some((id) => isLogOf(name, id, shard))
  );
  const last = names.sort().at(-1);
  return last === undefined ? "" : lastLines(readFileSync(folder.at(`${logs}/${last}`), "utf8"));
}

function isLogOf(name: string, job: string, shard: number): boolean {
  return name === `ssh-${job}.log` || (name.startsWith(`array-${job}-`) && name.endsWith(`-${shard}.log`));
}

function lastLines(log: string): string {
  return log.trim().split("\n").slice(-20).join("\n");
}

import {spawn} from "node:child_process";
import {cpSync, mkdirSync, readFileSync, symlinkSync} from "node:fs";
import {jobManifest} from "../../cli/sweep/kubernetes.js";
import {root} from "../../scripts/paths.js";
import type {Outcome, Places} from "./cases.js";
import {begin} from "./sweeps.js";

const SHARDS = 6;

/**
 * Runs the commands in a Kubernetes job's manifest on the files that the Dockerfile copies: entry point, arguments,
 * JOB_COMPLETION_INDEX. Neither image nor cluster is involved.
 */
export async function asPods({folder}: Places): Promise<Outcome> {
  const own = begin(`${folder}/pods`, SHARDS);
  const image = `${folder}/image`;
  copyImage(image);
  const settings = {name: "pods", image: "token-factory", parallelism: 2, retries: 0, claim: "sweeps", folder: "pods"};
  const [container] = jobManifest({...settings, count: SHARDS}).spec.template.spec.containers;
  const [volume] = container!.volumeMounts;
  const {mountPath} = volume!;
  const args = container!.args.map((arg) => (arg.startsWith(mountPath) ? folder + arg.slice(mountPath.length) : arg));
  for (let index = 0; index < SHARDS; index += 2)
    await Promise.all([pod(image, args, index), pod(image, args, index + 1)]);
  return {folder: own, retried: 0, unsound: 0};
}

/** The files of the image, according to the Dockerfile's COPY lines, and the packages that it installs. */
function copyImage(image: string): void {
  mkdirSync(image);
  const copied = readFileSync(`${root}/cli/sweep/Dockerfile`, "utf8").matchAll(/^COPY (.+) \S+$/gm);
  for (const name of [...copied].flatMap(([, names]) => names!.split(" ")))
    cpSync(`${root}/${name}`, `${image}/${name}`, {recursive: true});
  symlinkSync(`${root}/node_modules`, `${image}/node_modules`);
}

function pod(image: string, args: readonly string[], index: number): Promise<void> {
  const env = {PATH: process.env.PATH, JOB_COMPLETION_INDEX: String(index)};
  const child = spawn(process.execPath, args, {cwd: image, env, stdio: ["ignore", "ignore", "pipe"]});
  let errors = "";
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  return new Promise((resolve, reject) =>
    child.on("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`pod ${index} ended with ${code}: ${errors}`))
    )
  );
}

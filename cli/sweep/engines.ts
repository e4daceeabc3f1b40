import {basename} from "node:path";
import type {Engine} from "./engine.js";
import {checkKubernetes, kubernetesEngine} from "./engine-kubernetes.js";
import {localEngine} from "./engine-local.js";
import {checkSlurm, slurmEngine} from "./engine-slurm.js";
import {checkParallel, sshEngine, type SshOptions} from "./engine-ssh.js";
import type {Folder} from "./folder.js";
import type {JobSettings} from "./kubernetes.js";

/** An engine with its own settings. */
export type EngineOptions = {
  /** Retries per shard. */
  retries: number;
} & (
  | {name: "local"; workers: number | undefined}
  | {name: "slurm"; flags: readonly string[]}
  | ({name: "ssh"} & SshOptions)
  | ({name: "kubernetes"} & Pick<JobSettings, "image" | "claim" | "namespace">)
);

/** Concurrent pods of a Kubernetes job. */
const parallelism = 100;

/**
 * Checks for the programs that an engine needs before a sweep begins. Throws an `InputError` if one is missing or the
 * cluster does not answer.
 */
export async function checkEngine(options: EngineOptions): Promise<void> {
  switch (options.name) {
    case "local":
      return;
    case "slurm":
      return checkSlurm();
    case "ssh":
      return checkParallel();
    case "kubernetes":
      return checkKubernetes(options);
  }
}

/** The engine for a folder with a planned sweep. Throws an `InputError` if the folder has none. */
export function engineOf(options: EngineOptions, folder: Folder): Engine {
  const {shards} = folder.knownPlan();
  switch (options.name) {
    case "local":
      return localEngine(folder, shards, options.workers);
    case "slurm":
      return slurmEngine(folder, shards, options.flags);
    case "ssh":
      return sshEngine(folder, shards, options);
    case "kubernetes":
      return kubernetesEngine(folder, {...options, count: shards, parallelism, folder: basename(folder.path)});
  }
}

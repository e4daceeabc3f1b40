import {stringify} from "yaml";
import {InputError} from "../../lib/sheet/index.js";
import {command} from "./command.js";
import type {Alive, Engine, Job} from "./engine.js";
import type {Folder} from "./folder.js";
import {indicesOf, jobManifest, type JobSettings} from "./kubernetes.js";

/**
 * A Kubernetes Indexed Job. The driver must see the workers' volume under the sweep's folder, where it reads which
 * shards are done. Kubernetes itself retries a shard; a resubmitted job requests all shards, and those already done end
 * at once.
 */
export function kubernetesEngine(folder: Folder, settings: Omit<JobSettings, "name">): Engine {
  return {
    name: "kubernetes",
    submit: async (shards, attempt) => {
      const name = `token-factory-${folder.plan!.spec.slice(0, 8)}-${attempt}`;
      const manifest = stringify(jobManifest({...settings, name}));
      folder.write(`_sweep/${name}.yaml`, manifest);
      const {code, errors} = await command("kubectl", ["apply", "-f", "-"], manifest);
      if (code !== 0)
        throw new InputError(`--engine kubernetes: kubectl: ${errors.trim()}\n  the manifest is _sweep/${name}.yaml`);
      return [{engine: "kubernetes", id: name, shards: [...shards], attempt}];
    },
    alive: async ({id, shards}: Job) => {
      const {code, output, errors} = await command("kubectl", ["get", "job", id, "-o", "json", ...spaced(settings)]);
      if (code !== 0) return /not ?found/i.test(errors) ? {running: [], pending: []} : undefined;
      return readStatus(output, shards);
    },
    cancel: async ({id}) => {
      await command("kubectl", [
        "delete",
        "job",
        id,
        "--cascade=foreground",
        "--ignore-not-found",
        ...spaced(settings)
      ]);
    }
  };
}

/** Throws an `InputError` if kubectl is missing, the cluster does not answer, or jobs are not permitted. */
export async function checkKubernetes(settings: Pick<JobSettings, "namespace">): Promise<void> {
  const {code, output, errors} = await command("kubectl", ["auth", "can-i", "create", "jobs", ...spaced(settings)]);
  const reason = errors.trim().split("\n").at(-1) || `may jobs be made? ${output.trim()}`;
  if (code !== 0) throw new InputError(`--engine kubernetes: kubectl: ${reason}: check the cluster and --namespace`);
}

function spaced({namespace}: Pick<JobSettings, "namespace">): string[] {
  return namespace === undefined ? [] : ["--namespace", namespace];
}

interface JobStatus {
  status?: {
    active?: number;
    completedIndexes?: string;
    failedIndexes?: string;
    conditions?: {type: string; status: string}[];
  };
}

/** The shards that have not ended according to a job's JSON; the first ones are assumed to be running. */
export function readStatus(json: string, shards: readonly number[]): Alive {
  const {active = 0, completedIndexes, failedIndexes, conditions = []} = (JSON.parse(json) as JobStatus).status ?? {};
  if (conditions.some(({type, status}) => ["Complete", "Failed"].includes(type) && status === "True"))
    return {running: [], pending: []};
  const ended = new Set([...indicesOf(completedIndexes), ...indicesOf(failedIndexes)]);
  const left = shards.filter((shard) => !ended.has(shard));
  return {running: left.slice(0, active), pending: left.slice(active)};
}

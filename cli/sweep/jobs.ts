import type {Engine, Job} from "./engine.js";
import type {Folder} from "./folder.js";
import {MOST_SHARDS} from "./plan.js";
import {readRecord} from "./record.js";

/**
 * The jobs submitted for a sweep to an engine, by this driver or an earlier one. Throws an `InputError` if their file
 * is damaged.
 */
export function jobsOf(folder: Folder, engine: Engine): Job[] {
  const jobs = readRecord(
    folder.at(jobsFile),
    (record) =>
      record.list().map((job) => ({
        engine: job.of("engine").text(/^\w+$/, "the name of an engine"),
        id: job.of("id").text(/^[\w][\w.+-]*$/, "the id of a job"),
        shards: job
          .of("shards")
          .list()
          .map((shard) => shard.whole(0, MOST_SHARDS - 1)),
        attempt: job.of("attempt").whole(0)
      })),
    "end the jobs that still run, remove the file and run the sweep with --resume"
  );
  return (jobs ?? []).filter((job) => job.engine === engine.name);
}

/** Saves the jobs for another driver. */
export function writeJobs(folder: Folder, jobs: readonly Job[]): void {
  folder.write(jobsFile, JSON.stringify(jobs));
}

const jobsFile = "_sweep/jobs.json";

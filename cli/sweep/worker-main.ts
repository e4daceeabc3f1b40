import {InputError} from "../../lib/sheet/index.js";
import {taskOf, work} from "./worker.js";

try {
  const task = taskOf(process.argv.slice(2), process.env);
  console.error(`shard ${task.index} of ${task.count}, attempt ${task.attempt}`);
  work(task);
} catch (error) {
  if (error instanceof InputError) console.error(error.message);
  else if ((error as NodeJS.ErrnoException).code === "ENOSPC")
    console.error("worker: disk full: free some space, then continue with --resume");
  else throw error;
  process.exitCode = 1;
}

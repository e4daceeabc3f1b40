import {readFileSync} from "node:fs";
import {DefinitionError, InputError} from "../lib/sheet/error.js";
import {root} from "../scripts/paths.js";
import {codeOf, reasonOf} from "./output/file-system.js";
import {Interrupted} from "./output/interrupt.js";
import {program} from "./program.js";

/**
 * Exit codes: 0 done; 1 a rule of the model is broken, or something differs; 2 invalid input or output that could not
 * be written, in which case nothing was written; 130 interrupted.
 */
process.stdout.on("error", (error: Error) => {
  console.error(`standard output: cannot be written: ${reasonOf(error) ?? error.message}`);
  process.exit(2);
});
process.stderr.on("error", () => undefined);
try {
  process.exitCode = await program(process.argv.slice(2));
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = error instanceof Interrupted ? error.exitCode : 2;
}

/** The message of an expected error, without its stack; other errors are thrown again. */
function messageOf(error: unknown): string {
  if (error instanceof InputError || error instanceof DefinitionError || error instanceof Interrupted)
    return error.message;
  const name = missingPackage(error);
  if (name !== undefined)
    return `this command needs the package ${name}, which is not installed\n  npm install ${name}@${versionOf(name)}`;
  const reason = error instanceof Error && "syscall" in error ? reasonOf(error) : undefined;
  if (reason === undefined) throw error;
  return `${pathOf(error)}: ${reason}`;
}

/** The path in a file-system error. */
function pathOf(error: unknown): string {
  return error instanceof Error && "path" in error ? String(error.path) : "file system";
}

function missingPackage(error: unknown): string | undefined {
  if (!(error instanceof Error) || codeOf(error) !== "ERR_MODULE_NOT_FOUND") return undefined;
  return /^Cannot find package '([^']+)'/.exec(error.message)?.[1];
}

function versionOf(name: string): string {
  const {dependencies = {}, peerDependencies = {}} = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as Record<
    "dependencies" | "peerDependencies",
    Record<string, string> | undefined
  >;
  return {...dependencies, ...peerDependencies}[name] ?? "latest";
}

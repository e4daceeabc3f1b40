import {readFileSync} from "node:fs";
import {DefinitionError, InputError} from "../lib/sheet/error.js";
import {root} from "../scripts/paths.js";
import {program} from "./program.js";

/** 0: done; 1: the model breaks one of its own rules; 2: the input was wrong, nothing was written. */
try {
  process.exitCode = await program(process.argv.slice(2));
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 2;
}

/** The message of an error that says all there is to say, without its stack; other errors are thrown again. */
function messageOf(error: unknown): string {
  if (error instanceof InputError || error instanceof DefinitionError) return error.message;
  const name = missingPackage(error);
  if (name === undefined) throw error;
  return `this command needs the package ${name}, which is not installed\n  npm install ${name}@${versionOf(name)}`;
}

function missingPackage(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error) || error.code !== "ERR_MODULE_NOT_FOUND") return undefined;
  return /^Cannot find package '([^']+)'/.exec(error.message)?.[1];
}

function versionOf(name: string): string {
  const {dependencies = {}, peerDependencies = {}} = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as Record<
    "dependencies" | "peerDependencies",
    Record<string, string> | undefined
  >;
  return {...dependencies, ...peerDependencies}[name] ?? "latest";
}

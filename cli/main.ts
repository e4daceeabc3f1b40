import {InputError} from "../lib/sheet/index.js";
import {program} from "./program.js";

/** 0: done; 1: the model breaks one of its own rules; 2: the input was wrong, nothing was written. */
try {
  process.exitCode = await program(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

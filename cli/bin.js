#!/usr/bin/env node
import {register} from "tsx/esm/api";

register();
try {
  await import("./main.js");
} catch (error) {
  // A wrong definition in lib/ shows when the model is put together: its drawing says all, the stack nothing.
  if (!(error instanceof Error) || error.name !== "DefinitionError") throw error;
  console.error(error.message);
  process.exitCode = 2;
}

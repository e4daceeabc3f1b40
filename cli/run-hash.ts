import {createHash} from "node:crypto";
import type {Project} from "../data-loaders/run/project.js";
import {modelHash} from "../scripts/hash.js";

/**
 * Hash of everything a result depends on, in hex: the model, the project's assumptions, and settings that JSON can
 * hold.
 */
export function runHashOf({folder}: Project, ...settings: readonly unknown[]): string {
  return createHash("sha256")
    .update(JSON.stringify([modelHash(folder.path), ...settings]))
    .digest("hex");
}

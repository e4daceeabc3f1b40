import {candidates, readAssumptions, type Assumptions} from "../../lib/model/index.js";
import {measuredInputs, validation} from "../../lib/validation/index.js";
import {published, readFolder} from "./files.js";

/**
 * Reads the measurements and the inputs needed to predict them. Throws an `InputError` with file, line, column and
 * value.
 */
export function loadValidation(folder = published): Assumptions {
  const given = {serving_option: candidates([], [])};
  const {inputs, sources} = readAssumptions(validation, readFolder(folder, ".csv"), {folder: folder.name, given});
  return {inputs: measuredInputs(inputs), sources};
}

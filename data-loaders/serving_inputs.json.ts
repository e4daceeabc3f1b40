import {explorerInputs} from "../lib/validation/index.js";
import {loadValidation} from "./run/validation.js";

process.stdout.write(JSON.stringify(explorerInputs(loadValidation().inputs)));

import {predictorInputs} from "../lib/validation/index.js";
import {loadValidation} from "./run/validation.js";

process.stdout.write(JSON.stringify(predictorInputs(loadValidation().inputs)));

import {projectInputs} from "../lib/finance/project-inputs.js";
import {REFERENCE} from "../lib/model/reference.js";
import {termsByScenario} from "../src/components/project/terms.js";
import {usual} from "../src/pages/invest/choices.js";
import {textOfRanges} from "../src/pages/invest/first-ranges.js";
import {projectTables} from "./project-tables.js";

/** Prints the ranges of the default project from a folder's tables, exactly as the page would draw them. */
const [, , folder = ""] = process.argv;
const terms = termsByScenario(await projectTables(folder))(REFERENCE);
console.log(textOfRanges(projectInputs(terms, usual(terms))));

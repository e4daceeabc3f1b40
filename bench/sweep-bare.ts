import {loadProject} from "../data-loaders/run/project.js";
import {sweepBase} from "../data-loaders/run/sweep.js";
import {resolveSweep, computeRuns, readSweep} from "../lib/sweep/index.js";
import {specOf} from "./sweep-spec.js";

const draws = Number(process.argv[2]);
const sweep = resolveSweep(readSweep(specOf(draws), "bench"), sweepBase(loadProject()));
const start = performance.now();
computeRuns(sweep, {from: 0, to: draws});
console.log((performance.now() - start) / 1000);

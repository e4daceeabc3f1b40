import {parseArgs} from "node:util";
import {loadProject} from "../../data-loaders/run/project.js";
import {kindsOf} from "./kinds.js";
import {tallyLine, tryKind} from "./try-kind.js";

/**
 * Tries hostile input for longer than the tests do: `npm run fuzz -- --seconds 1200 --inputs 10000 --seed 7`. The kinds
 * share the time, and each is limited to that number of inputs.
 */
const {values} = parseArgs({
  options: {
    inputs: {type: "string", default: "10000"},
    seconds: {type: "string", default: "1200"},
    seed: {type: "string", default: String(Date.now() % 1e6)},
    kind: {type: "string", default: ""}
  }
});
const seed = Number(values.seed);
console.log(`seed ${seed}`);
let failed = 0;
for (const kind of await kindsOf(loadProject(), {heavy: true})) {
  if (!kind.name.includes(values.kind)) continue;
  const budget = {
    seconds: Number(values.seconds) * kind.share,
    inputs: Number(values.inputs),
    seed
  };
  const tally = await tryKind(kind, budget);
  console.log(tallyLine(kind.name, tally));
  for (const fault of tally.faults) console.log(`  ${fault}`);
  failed += tally.faults.length;
}
process.exitCode = failed > 0 ? 1 : 0;

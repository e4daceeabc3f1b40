import type {Bundle} from "../lib/export/index.js";
import {incomplete} from "../lib/model/index.js";
import {modelHash} from "../scripts/hash.js";
import {loadProject} from "./project.js";

const {models, scenarios, correlations} = loadProject();
const {inputs, sources} = models.get("chain")!;
const bundle: Bundle = {
  model_hash: modelHash(),
  inputs: Object.fromEntries(Object.entries(inputs).filter(([table]) => !(table in incomplete))),
  scenarios: [...scenarios.values()].filter(({model}) => model === "chain"),
  correlations,
  sources
};
process.stdout.write(JSON.stringify(bundle));

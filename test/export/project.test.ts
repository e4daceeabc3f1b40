import {beforeAll, expect, it} from "vitest";
import {
  projectAmortisations,
  projectInputs,
  runProject,
  set,
  termsOfRun,
  usualChoice
} from "../../lib/finance/index.js";
import {project, reference} from "../model/project.js";
import {runsAtOnce} from "../oracles/runs-at-once.js";
import {disagreements, type ReadCell} from "./agreement.js";

const terms = termsOfRun(reference.run, {project_default: project.defaults});

const runs = projectAmortisations.map((amortisation) =>
  runProject(set(projectInputs(terms, {...usualChoice(terms), amortisation}), {balloon_share: 0.2}))
);
let cells: readonly ReadCell[];
beforeAll(async () => {
  cells = await runsAtOnce(runs);
});

it.each(projectAmortisations.map((way, i) => [way, i] as const))(
  "DuckDB computes every cell of an investor's project, its loan being %s",
  (_, i) => expect(disagreements(runs[i]!, cells[i]!)).toEqual([])
);

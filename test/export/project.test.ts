import {expect, it} from "vitest";
import {
  projectAmortisations,
  projectInputs,
  runProject,
  set,
  termsOfRun,
  usualChoice
} from "../../lib/finance/index.js";
import {project, reference} from "../model/project.js";
import {disagreements} from "./agreement.js";
import {SqlModel} from "./duckdb.js";

const terms = termsOfRun(reference.run, {project_default: project.defaults});

it.each(projectAmortisations)("DuckDB computes every cell of an investor's project, its loan being %s", async (way) => {
  const inputs = projectInputs(terms, {...usualChoice(terms), amortisation: way});
  const run = runProject(set(inputs, {balloon_share: 0.2}));
  const sql = await SqlModel.of(run);
  expect(disagreements(run, await sql.cells(run))).toEqual([]);
});

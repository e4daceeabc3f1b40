import type {Sweep} from "../../lib/sweep/index.js";

interface Field {
  name: string;
  type: "number" | "integer" | "string";
  description: string;
  unit?: string;
}

/** The data dictionary of a sweep as a data package (datapackage.org): tables, columns, units. */
export function packageOf(sweep: Sweep, small: readonly string[]) {
  const {spec, headline, quantiles} = sweep;
  const axes = [...sweep.structural, ...sweep.numeric].map(({name, cases}): Field => {
    const numeric = cases.every(({label}) => typeof label === "number");
    return {
      name,
      type: numeric ? "number" : "string",
      description: `Axis: ${[...new Set(cases.flatMap(namesOf))].join(", ")}`
    };
  });
  const point: Field = {name: "point", type: "integer", description: "Number of the combination of axes"};
  const month: Field = {name: "month", type: "integer", description: "Month of the run, from 0", unit: "month"};
  const output: Field = {name: "output", type: "string", description: "Figure"};
  const cuts = ["p05", "p25", "p50", "p75", "p95"].map((name): Field => ({
    name,
    type: "number",
    description: `${Number(name.slice(1))}th percentile over draws`
  }));
  const figures = headline.map(({name, unit, description}): Field => ({name, type: "number", unit, description}));
  const count: Field = {name: "runs", type: "integer", description: "Number of runs"};
  const run: Field = {name: "run", type: "integer", description: "Number of the run: point by point, draw by draw"};
  const draw: Field = {name: "draw", type: "integer", description: "Number of the draw: the same draws in every point"};
  const tables: Record<string, Field[]> = {
    runs: [run, point, draw, month, ...axes, ...figures],
    counts: [
      point,
      {name: "slice", type: "integer", description: "Number of the slice of draws"},
      month,
      output,
      {name: "value", type: "number", description: "Middle of a bucket, within 0.4 %"},
      {name: "count", type: "integer", description: "Draws in the bucket"}
    ],
    points: [point, ...axes],
    summary: [
      point,
      ...axes,
      month,
      output,
      {name: "unit", type: "string", description: "Unit of the figure"},
      count,
      {name: "known", type: "integer", description: "Runs in which the figure exists"},
      {name: "positive_share", type: "number", unit: "share", description: "Runs in which the figure is above 0"},
      {name: "mean", type: "number", description: "Mean over runs in which the figure exists"},
      ...cuts
    ],
    quantiles: [point, ...axes, output, month, count, ...cuts]
  };
  const kept = [...(headline.length > 0 ? ["runs"] : []), ...(quantiles.length > 0 ? ["counts"] : []), ...small];
  return {
    name: "sweep",
    title: spec.title,
    description: spec.description,
    licenses: [{name: "CC-BY-4.0", path: "https://creativecommons.org/licenses/by/4.0/"}],
    resources: kept.map((name) => ({
      name,
      path: name === "runs" || name === "counts" ? `${name}/**/*.parquet` : `${name}.parquet`,
      format: "parquet",
      schema: {fields: tables[name]!}
    }))
  };
}

/** What a case of an axis changes: cells, or the scenario. */
function namesOf({overrides, scenario}: Sweep["numeric"][number]["cases"][number]): string[] {
  return scenario ? ["scenario"] : overrides.map(({cell}) => cell);
}

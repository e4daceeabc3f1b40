import {applyScenario} from "../../lib/model/index.js";
import {evaluate, keysOf, numberAt, type Inputs, type Run} from "../../lib/sheet/index.js";
import {project} from "./project.js";

/** What a static changes: a cell, or all rows that a pattern with * names, by a value or a change of what is there. */
export type Cells = Readonly<Record<string, number | Change>>;
type Change = (value: number) => number;

export const times =
  (factor: number): Change =>
  (value) =>
    value * factor;
export const plus =
  (amount: number): Change =>
  (value) =>
    value + amount;

/** How a cell compares with the same cell without the change. */
export interface Claim {
  cell: string;
  holds: (after: number, before: number) => boolean;
  words: string;
  months?: readonly number[];
}

const claim =
  (words: string, holds: Claim["holds"]) =>
  (cell: string, months?: readonly number[]): Claim => ({cell, holds, words, ...(months && {months})});

const exactly = 1e-9;
export const higher = claim("higher", (after, before) => after > before + exactly * Math.abs(before));
export const lower = claim("lower", (after, before) => after < before - exactly * Math.abs(before));
export const same = claim("the same", (after, before) => Math.abs(after - before) <= exactly * Math.abs(before));
export const within = (low: number, high: number) =>
  claim(`between ${low} and ${high} times as high`, (after, before) => after >= low * before && after <= high * before);

export const everyMonth = Array.from({length: 60}, (_, month) => month);

/** The three scenarios in which a static must hold that names no other. */
export const scenarios = ["reference", "agentic-boom", "gpu-glut"];

/** Where claims do not hold, in words: empty where all do. */
export function broken(
  cells: Cells,
  claims: readonly Claim[],
  {
    of = scenarios,
    months = [24, 59],
    from = {}
  }: {of?: readonly string[]; months?: readonly number[]; from?: Cells} = {}
): string[] {
  return of.flatMap((scenario) => {
    const runs = [{...from, ...cells}, from].map((set) => runOf(scenario, set));
    return claims.flatMap((one) =>
      (one.months ?? months).flatMap((month) => {
        const [after, before] = runs.map((run) => value(run, one.cell, month));
        return one.holds(after!, before!)
          ? []
          : [
              `${scenario}, month ${month}: ${one.cell} is ${after!.toPrecision(5)} after ` +
                `${before!.toPrecision(5)}, not ${one.words}`
            ];
      })
    );
  });
}

/** A cell of a run: `table[row].column`, or `table.column` where the table has one row. */
export function value(run: Run, cell: string, month: number): number {
  const [, table, row, column] = parts(cell);
  return numberAt(run, `${table!}.${column!}`, row === undefined ? 0 : keysOf(run, table!).indexOf(row), month);
}

export function path(run: Run, cell: string): number[] {
  return everyMonth.map((month) => value(run, cell, month));
}

const runs = new Map<string, Run>();

/** A scenario with cells changed, all columns that statics ask for; the same run for the same question. */
export function runOf(scenario: string, cells: Cells = {}): Run {
  const base = project.models.get("chain")!;
  const own = project.scenarios.get(scenario)!;
  const {inputs} = applied(scenario);
  const overrides = Object.entries(cells).flatMap(([cell, change]) =>
    rowsOf(inputs, cell).map((one) => ({
      cell: one,
      value: String(typeof change === "number" ? change : change(typedIn(inputs, one))),
      place: "test"
    }))
  );
  const key = [scenario, ...overrides.map(({cell, value}) => `${cell}=${value}`)].join(";");
  const known = runs.get(key);
  if (known) return known;
  const {model, inputs: changed} = applyScenario(base, own, overrides);
  const run = evaluate(model, changed, {months: 60, start: own.start, only: watched});
  runs.set(key, run);
  return run;
}

const stated = new Map<string, ReturnType<typeof applyScenario>>();

/** A scenario without further changes, applied once. */
function applied(scenario: string): ReturnType<typeof applyScenario> {
  const known = stated.get(scenario) ?? applyScenario(project.models.get("chain")!, project.scenarios.get(scenario)!);
  stated.set(scenario, known);
  return known;
}

function rowsOf(inputs: Inputs, cell: string): string[] {
  const [, table, row, column] = parts(cell);
  if (!row?.includes("*")) return [cell];
  const pattern = new RegExp(`^${row.replaceAll("*", ".*")}$`);
  return inputs[table!]!.keys.filter((key) => pattern.test(key)).map((key) => `${table!}[${key}].${column!}`);
}

function typedIn(inputs: Inputs, cell: string): number {
  const [, table, row, column] = parts(cell);
  const {keys, columns} = inputs[table!]!;
  return Number(columns[column!]!.values[row === undefined ? 0 : keys.indexOf(row)]);
}

function parts(cell: string): readonly (string | undefined)[] {
  return /^(\w+)(?:\[(.*)\])?\.(\w+)$/.exec(cell)!;
}

/** The columns that statics and the tests of scenarios look at: only they are computed, and what they read. */
const watched = Object.entries({
  economy: [
    ...["tokens", "gpus", "users", "sold_share", "it_capacity", "investment", "resource_cost", "operational_carbon"],
    ...["neocloud_revenue", "neocloud_cost", "provider_revenue", "provider_cost", "application_revenue"],
    ...["application_cost", "productivity_value", "consumer_surplus", "energy_per_token", "cost_per_token"],
    "price_per_gpu_hour"
  ],
  market: [
    ...["spot_index", "contract_index", "clearing_index", "long_run_index", "cost_index", "crowding"],
    ...["memory_scarcity", "chip_premium", "memory_share"]
  ],
  comparison: [
    ...["neocloud_revenue_per_power", "neocloud_ebitda_margin", "vendor_margin", "electricity_share"],
    ...["provider_gross_margin", "application_gross_margin", "invested", "hours_saved_share"]
  ],
  parameter: ["compute_ceiling", "bandwidth_ceiling", "cash_months", "debt_share"],
  tier: ["price_index", "fixed_price_index", "competitive_index", "premium", "markup_index", "tightness"],
  neocloud: ["revenue", "profit", "lent_share", "lent_tenor"],
  application: [
    ...["profit", "payers", "cost", "metered_revenue", "gross_margin", "revenue_per_payer"],
    "laboratory_gross_margin"
  ],
  segment: [
    ...["productivity_value", "payers", "users", "subscriptions", "metered_bill", "bill_share", "fill", "use"],
    ...["full_bill", "energy_per_request"]
  ],
  cluster: [
    "new_cost",
    "levelised_cost",
    "expected_margin",
    "wanted_capacity",
    "value",
    "value_at_arrival",
    "retired",
    "value_ratio",
    "contract_value_ratio"
  ],
  fleet: [
    ...["hour_price", "relative_value", "chip_price", "running_cost_of_hour", "ordered", "new_cost", "attraction"],
    ...["used_price", "used_proceeds", "used_rent", "keeping_rent", "closure", "hardware_price", "retired", "resold"],
    ...["scrapped", "resale", "vendor_price_per_power"]
  ],
  deployment: [
    ...["compute_reached", "bandwidth_reached", "compute_share", "bandwidth_share", "software_index"],
    ...["bandwidth_part", "fill", "hours_per_token", "floor_index"]
  ],
  routing: ["demanded_hours", "fill"],
  contract: ["price_index", "new_index"],
  tenor: ["new_index"],
  accelerator: ["cost_to_make"],
  neocloud_statement: ["cash", "outlays", "equity", "owners_money", "loan_rate"],
  provider_statement: ["cash", "outlays", "equity", "owners_money"],
  application_statement: ["cash", "outlays", "equity", "owners_money"]
}).flatMap(([table, names]) => names.map((name) => `${table}.${name}`));

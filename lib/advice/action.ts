import type {Override} from "../model/index.js";
import {
  addressOf,
  boundsOf,
  cellName,
  InputError,
  parseUnit,
  resolveInputs,
  unknown,
  type Inputs,
  type Model,
  type TableInput,
  type Unit
} from "../sheet/index.js";
import {commensurable} from "../sheet/unit.js";
import {moved, type Move, type Range} from "../uncertainty/index.js";
import {rowsOf, type Company} from "./company-rows.js";
import type {Job} from "./run-variants.js";
import {companies, hows, parts, type LeverMoveRow} from "./action-definition.js";

/** An action as one company can take it. */
export interface Action extends Job {
  company: Company;
  /** Key of the action in the input table. */
  lever: string;
  /** Actions of one family exclude each other. */
  family: string;
}

/** The input tables of actions and of the cells that they change. */
export interface Levers {
  lever: TableInput;
  lever_move: TableInput;
}

/**
 * The actions open to a company: every action of its layer that changes one of its cells. Throws an `InputError` for a
 * cell, unit or keyword that the model does not have.
 */
export function actionsOf(model: Model, inputs: Inputs, levers: Levers, company: Company): Action[] {
  const rows = rowsOf(model, inputs, company);
  const moves = movesIn(levers);
  return records<{layer: string; family: string}>(levers.lever, ["layer", "family"]).flatMap(({key, layer, family}) => {
    checkWord(levers.lever, key, "layer", layer, Object.keys(companies));
    if (layer !== company.layer) return [];
    const own = moves.filter((move) => move.lever === key);
    const [main, side] = ["main", "side"].map((part) =>
      together(own.filter((move) => move.part === part).map((move) => partsOf(model, inputs, rows, move)))
    ) as [Job, Job];
    if (main.overrides.length + main.moves.length === 0) return [];
    return [{company, lever: key, family: family || key, ...together([main, side])}];
  });
}

/** Merges jobs: sets all references, then makes all moves, in order. */
export function together(actions: readonly Job[]): Job {
  return {
    overrides: actions.flatMap(({overrides}) => overrides),
    moves: actions.flatMap(({moves}) => moves)
  };
}

/**
 * An action as overrides that a scenario, `run --set` or a page accepts: central values, with the ranges shifted along.
 */
export function settingsOf(inputs: Inputs, {overrides, moves}: Job): Override[] {
  const ranges = new Map<string, Range>();
  const rangeOf = (cell: string): Range => ranges.get(cell) ?? typedRange(inputs, cell)!;
  for (const move of moves) {
    const before = rangeOf(move.cell);
    const to = (value: number): number => moved(value, move, move.amount.central);
    const after = {...before, low: to(before.low), central: to(before.central), high: to(before.high)};
    ranges.set(move.cell, after);
    if (move.other) ranges.set(move.other, shifted(rangeOf(move.other), before.central - after.central));
  }
  return [...overrides, ...[...ranges].map(([cell, range]) => ({cell, value: textOf(range), place: "lever"}))];
}

type MoveRecord = LeverMoveRow & {key: string; range: Range; place: string};

function movesIn({lever, lever_move}: Levers): MoveRecord[] {
  const names = ["lever", "part", "cell", "how", "amount", "unit", "other", "least", "most"] as const;
  return records<LeverMoveRow>(lever_move, names).map((move, row) => {
    const range = rangeAt(lever_move, "amount", row) ?? {low: NaN, central: NaN, high: NaN, family: "exact"};
    checkWord(lever_move, move.key, "part", move.part, parts);
    checkWord(lever_move, move.key, "how", move.how, hows);
    checkWord(lever_move, move.key, "lever", move.lever, lever.keys);
    return {...move, range, place: placeAt(lever_move, "cell", row)};
  });
}

/** The moves in one row of the input table, for the rows of a company. */
function partsOf(model: Model, inputs: Inputs, rows: ReadonlySet<string>, move: MoveRecord): Job {
  const places = resolveInputs({model, inputs}, move.cell, move.place);
  const {table, target, unit} = places[0]!.column;
  const own = places.filter(({key}) => table.single || rows.has(`${table.name}[${key}]`));
  const cells = own.map(({column, row}) => cellName({model, inputs}, column, row, 0));
  if (target) {
    const changed = cells.filter((cell) => typedValue(inputs, cell) !== move.other);
    return {overrides: changed.map((cell) => ({cell, value: move.other, place: move.place})), moves: []};
  }
  checkUnit(move, unit.text);
  const moves = cells.map((cell): Move => ({...moveOf(move, unit.text, unit.scale), cell}));
  return {overrides: [], moves: moves.filter((move) => doesMove(inputs, move))};
}

function moveOf({lever, how, range, unit, other, least, most, key}: MoveRecord, to: string, scale: number): Move {
  const bounds = boundsOf(to);
  const factor = how === "add" || how === "set" ? parseUnit(unit).scale / scale : 1;
  const amount = {
    ...range,
    low: range.low * factor,
    central: range.central * factor,
    high: range.high * factor
  };
  return {
    cell: "",
    how,
    amount,
    least: Math.max(bounds.least, Number.isFinite(least) ? least : -Infinity),
    most: Math.min(bounds.most, Number.isFinite(most) ? most : Infinity),
    name: how === "shift" ? `lever ${lever}` : `lever ${key}`,
    ...(how === "shift" && {other})
  };
}

/** Whether a move changes its cell in the central case; a cell without a value never moves. */
function doesMove(inputs: Inputs, move: Move): boolean {
  const value = typedValue(inputs, move.cell);
  if (typeof value !== "number") return false;
  return moved(value, move, move.amount.central) !== value;
}

function checkUnit({how, unit, cell, place}: MoveRecord, columnUnit: string): void {
  const expected = how === "add" || how === "set" ? columnUnit : "1";
  if (!commensurable(readUnit(unit, place), parseUnit(expected)))
    throw new InputError(`${place}: ${cell}: ${how}: expected an amount in ${expected}, got ${unit}`);
}

function checkWord(input: TableInput, key: string, column: string, word: string, known: readonly string[]): void {
  if (known.includes(word)) return;
  unknown(placeAt(input, column, input.keys.indexOf(key)), column, word, known);
}

/** Parses a unit from an input file. Throws an `InputError` for an unknown unit. */
export function readUnit(text: string, place: string): Unit {
  try {
    return parseUnit(text, place);
  } catch (cause) {
    throw new InputError(cause instanceof Error ? cause.message : String(cause), {cause});
  }
}

/** File and line of an input. */
export function placeAt({columns}: TableInput, column: string, row: number): string {
  return columns[column]?.provenance?.[row]?.place ?? column;
}

function typedValue(inputs: Inputs, cell: string): number | string | null {
  const {column, row} = placeOf(inputs, cell);
  return column?.values[row] ?? null;
}

function typedRange(inputs: Inputs, cell: string): Range | undefined {
  const {table, name, row} = placeOf(inputs, cell);
  return rangeAt(inputs[table]!, name, row);
}

function placeOf(inputs: Inputs, cell: string) {
  const {table, key, column: name} = addressOf(cell);
  const row = key === undefined ? 0 : (inputs[table]?.keys.indexOf(key) ?? -1);
  return {table, name, row, column: inputs[table]?.columns[name]};
}

/** An input with its range; undefined where it is empty. */
export function rangeAt({columns}: TableInput, name: string, row: number): Range | undefined {
  const {values, provenance} = columns[name]!;
  const central = values[row];
  if (typeof central !== "number") return undefined;
  const {low = central, high = central, family = "exact"} = provenance?.[row] ?? {};
  return {low, central, high, family};
}

/** The rows of a table as records; empty texts become "", empty numbers NaN. */
export function records<R extends object>(
  input: TableInput,
  names: readonly (keyof R & string)[]
): (R & {key: string})[] {
  return input.keys.map((key, row) => ({
    key,
    ...(Object.fromEntries(
      names.map((name) => {
        const {values, provenance} = input.columns[name]!;
        // Every text has provenance, even an empty one; a missing number has none.
        return [name, values[row] ?? (provenance?.[row] ? "" : NaN)];
      })
    ) as R)
  }));
}

function shifted({low, central, high, family}: Range, by: number): Range {
  return {low: low + by, central: central + by, high: high + by, family};
}

function textOf({low, central, high, family}: Range): string {
  const [from, middle, to] = [low, central, high].map((value) => Number(value.toPrecision(12)));
  const beyond = family === "beta" && !(low > 0 && high < 1);
  if (family === "exact" || !(high > low)) return `${middle!}`;
  return `${middle!} (${from!}..${to!}${family === "pert" || beyond ? "" : ` ${family}`})`;
}

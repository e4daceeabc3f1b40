export {boundedNumber, type NumberBounds} from "./bounded-number.js";
export {
  addressOf,
  cellAt,
  cellName,
  columnOfCell,
  find,
  resolve,
  resolveInput,
  resolveInputs,
  rowOf,
  type CellPlace,
  type Place
} from "./address.js";
export {boundsOf, fitsWithin, type Bounds} from "./bounds.js";
export {overrideFormulas, type FormulaOverride} from "./formula-override.js";
export {drawnColumns, ensemble, type Ensemble, type EnsembleOptions} from "./ensemble.js";
export {DefinitionError, InputError, draw, knownNames, nearest, oneOf, unknown} from "./error.js";
export {dependents, evaluate, needed, type RunOptions} from "./evaluate.js";
export {explain, type Explanation, type ReadCell} from "./explain.js";
export type {Fault} from "./fault.js";
export {define, mathematics, type Callable, type SheetFunction} from "./functions.js";
export {
  dateOf,
  families,
  monthsOf,
  type Family,
  type Inputs,
  type InputValues,
  type Provenance,
  type TableInput
} from "./inputs.js";
export {Memory} from "./memory.js";
export {linkedLater} from "./linked-later.js";
export {columnsOf, model, readersOf, rule, type Model, type ModelColumn} from "./model.js";
export {checkReferences, JUDGEMENT, readParameters, readTable, typedColumns} from "./read.js";
export {clock} from "./input.js";
export {tableBuilder, type Definitions, type Table, type Vocabulary} from "./table.js";
export {cellsAt, keysOf, numberAt, startOf, valueAt, type ColumnCells, type Run} from "./run.js";
export type {Slab} from "./slab.js";
export {parseUnit, SHARE, type Unit} from "./unit.js";

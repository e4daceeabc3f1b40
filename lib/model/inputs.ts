import {
  checkReferences,
  InputError,
  JUDGEMENT,
  readParameters,
  readTable,
  typedColumns,
  type Inputs,
  type Model,
  type TableInput
} from "../sheet/index.js";
import {readSources, type Source} from "./source.js";

/** The files of a folder of assumptions: name without ending, and text. */
export type Files = Readonly<Record<string, string>>;

/** The inputs of a model with the sources that they may cite. */
export interface Assumptions {
  inputs: Inputs;
  sources: Source[];
}

export interface ReadOptions {
  /** The folder's name, for messages. */
  folder: string;
  /** What table names begin with that file names do not. */
  prefix?: string;
  /** Sources beside the folder's own. */
  sources?: readonly Source[];
  /** Inputs that come from elsewhere. */
  given?: Inputs;
}

/**
 * Reads the inputs of a model from CSV texts, one file a table. Throws an `InputError` with file, line, column, value
 * and the way out.
 */
export function readAssumptions(
  model: Model,
  files: Files,
  {folder, prefix = "", sources: others = [], given = {}}: ReadOptions
): Assumptions {
  const sources = [...others, ...readSources(textOf(files, "source", folder), `${folder}/source.csv`)];
  const known = new Set([JUDGEMENT, ...sources.map(({id}) => id)]);
  const inputs: Record<string, TableInput> = {...given};
  for (const table of model.tables) {
    if (table.name in inputs || typedColumns(table).length === 0) continue;
    const file = table.name.slice(prefix.length);
    const read = table === model.parameter ? readParameters : readTable;
    inputs[table.name] = read(table, textOf(files, file, folder), `${folder}/${file}.csv`, known);
  }
  checkReferences(model, inputs);
  return {inputs, sources};
}

function textOf(files: Files, file: string, folder: string): string {
  const text = files[file];
  if (text !== undefined) return text;
  throw new InputError(
    `${folder}/${file}.csv: file not found: the model needs it, with a column for each of its inputs`
  );
}

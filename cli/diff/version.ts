import {existsSync, readFileSync, statSync} from "node:fs";
import {loadProject, publishedModel, type Project} from "../../data-loaders/run/project.js";
import {loadValidation} from "../../data-loaders/run/validation.js";
import {about} from "../../lib/export/about.js";
import {dictionary} from "../../lib/export/index.js";
import {toJson, type PublishedModel} from "../../lib/library/index.js";
import {InputError} from "../../lib/sheet/index.js";
import {validation} from "../../lib/validation/index.js";
import {modelHash} from "../../scripts/hash.js";
import {tableRows} from "../../scripts/table-rows.js";

/** A column of a model: its meaning and its rule. */
export interface Definition {
  table: string;
  column: string;
  kind: string;
  unit: string;
  formula: string;
}

/** A version of the model, as far as versions are compared. */
export interface Version {
  /** Where it was read. */
  place: string;
  /** Version number, such as `0.1.0`, if the place states it. */
  version?: string;
  /** Inputs and scenarios as JSON, without derived tables. */
  published: PublishedModel;
  /** Columns of all tables; undefined if the place has only inputs. */
  definitions?: readonly Definition[];
}

/** The version of a project. */
export function versionOf(project: Project): Version {
  const {folder} = project;
  const published = JSON.parse(toJson(publishedModel(project, modelHash(folder.path)))) as PublishedModel;
  return {place: folder.name, version: about.version, published, definitions: definitionsOf(project)};
}

function definitionsOf(project: Project): Definition[] {
  const measured = {model: validation, ...loadValidation(project.folder)};
  const {columns} = dictionary({models: [...project.models.values(), project.history, measured]});
  const text = (name: string, row: number): string =>
    String(columns.find((column) => column.name === name)?.values[row] ?? "");
  return Array.from(columns[0]!.values, (_, row) => ({
    table: text("table", row),
    column: text("column", row),
    kind: text("kind", row),
    unit: text("unit", row),
    formula: text("formula", row)
  }));
}

/**
 * Reads the version at a place: a built site's folder or address, its `published_model.json`, or a folder of
 * assumptions, which is then run with this program's own model. Throws an `InputError` if there is none.
 */
export async function versionAt(place: string): Promise<Version> {
  const folder = [`${place}/assumptions`, place].find((path) => existsSync(`${path}/parameter.csv`));
  if (folder !== undefined) return {...versionOf(loadProject({path: folder, name: folder})), place};
  const read = /^https?:\/\//.test(place) ? fetched : fromFile;
  const site = place.replace(/\/$/, "");
  for (const file of [...(place.endsWith(".json") ? [place] : []), `${site}/published_model.json`, modelOfSite(site)]) {
    const json = await read(file);
    if (json) return {place, published: modelIn(json, place), ...(await besides(file.replace(/[^/\\]*$/, ""), read))};
  }
  throw new InputError(
    `${place}: no published_model.json there or in its data/, and no assumptions\n` +
      "  name a built site's folder or address, its data/published_model.json, or a folder of assumptions"
  );
}

function modelOfSite(site: string): string {
  return `${site}/data/published_model.json`;
}

type Read = (place: string) => Promise<Uint8Array | undefined>;

/** Definitions and version number from the files beside a site's model and above its data folder. */
async function besides(data: string, read: Read): Promise<Pick<Version, "version" | "definitions">> {
  const [columns, descriptor] = [await read(`${data}columns.parquet`), await read(`${data}../datapackage.json`)];
  const {version} = descriptor ? (JSON.parse(new TextDecoder().decode(descriptor)) as {version?: string}) : {};
  return {...(version !== undefined && {version}), ...(columns && {definitions: await columnsIn(columns)})};
}

function modelIn(json: Uint8Array, place: string): PublishedModel {
  try {
    const model = JSON.parse(new TextDecoder().decode(json)) as Partial<PublishedModel>;
    if (model.inputs && model.scenarios && model.hash) return model as PublishedModel;
  } catch {
    // Any other content is reported below as not a model.
  }
  throw new InputError(`${place}: not a published model: inputs, scenarios and hash are missing`);
}

async function columnsIn(file: Uint8Array): Promise<Definition[]> {
  const all = (await tableRows(file)) as unknown as (Definition & {kind: string})[];
  return all.filter(({kind}) => kind !== "result");
}

async function fetched(address: string): Promise<Uint8Array | undefined> {
  const answer = await fetch(address).catch(() => undefined);
  return answer?.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined;
}

async function fromFile(path: string): Promise<Uint8Array | undefined> {
  return Promise.resolve(
    statSync(path, {throwIfNoEntry: false})?.isFile() ? new Uint8Array(readFileSync(path)) : undefined
  );
}

import type {Model, ModelColumn} from "../sheet/index.js";
import {about} from "./about.js";
import {exportName, titleOf, type ExportedRun} from "./exported-run.js";
import type {PublishedColumn, PublishedTable} from "./published.js";
import {sha256} from "./sha256.js";
import {slug} from "./text/file-name.js";

/** A file of an archive, with the table that it holds, if any. */
export interface ArchiveFile {
  path: string;
  bytes: Uint8Array;
  table?: PublishedTable;
}

/**
 * The descriptor of an archive's files (Data Package, version 2): tables with fields, units, keys and references, and
 * the length and hash of each file. Source: https://datapackage.org/standard/data-package/
 */
export async function dataPackage(exported: ExportedRun, files: readonly ArchiveFile[]): Promise<object> {
  const {scenario, run, sources, hash, commit, scenarioHash, created} = exported;
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: slug(`${about.name}-${exportName(exported)}`),
    title: titleOf(exported),
    description: scenario.description,
    version: about.version,
    created: created.toISOString(),
    keywords: about.keywords,
    contributors: [{title: about.authors, roles: ["creator"]}],
    licenses: [about.licence],
    sources: sources.map(({title, url}) => ({title, ...(url !== "" && {path: url})})),
    ...(commit && {commit}),
    modelHash: hash,
    ...(scenarioHash && {scenarioHash}),
    resources: await Promise.all(files.map((file) => resource(run.model, file, files)))
  };
}

const formats: Record<string, {mediatype: string; encoding?: string}> = {
  csv: {mediatype: "text/csv", encoding: "utf-8"},
  parquet: {mediatype: "application/vnd.apache.parquet"},
  arrow: {mediatype: "application/vnd.apache.arrow.file"},
  sql: {mediatype: "application/sql", encoding: "utf-8"},
  xlsx: {mediatype: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
  md: {mediatype: "text/markdown", encoding: "utf-8"},
  cff: {mediatype: "application/yaml", encoding: "utf-8"},
  txt: {mediatype: "text/plain", encoding: "utf-8"}
};

async function resource(
  model: Model,
  {path, bytes, table}: ArchiveFile,
  files: readonly ArchiveFile[]
): Promise<object> {
  const format = path.slice(path.lastIndexOf(".") + 1);
  return {
    name: path.toLowerCase().replaceAll(/[^a-z0-9_.]+/g, "-"),
    path,
    format,
    ...formats[format],
    bytes: bytes.length,
    ...(await hashOf(bytes)),
    ...(table && {
      type: "table",
      title: table.name,
      description: table.description,
      schema: schema(model, table, nameFor(path, files))
    })
  };
}

/** For each table, the resource that holds it in the same format as a path. */
function nameFor(path: string, files: readonly ArchiveFile[]): ReadonlyMap<string, string> {
  const ending = path.slice(path.lastIndexOf("."));
  const alike = files.filter((file) => file.table && file.path.endsWith(ending));
  return new Map(alike.map((file) => [file.table!.name, file.path.toLowerCase().replaceAll(/[^a-z0-9_.]+/g, "-")]));
}

function schema(model: Model, {name, columns}: PublishedTable, names: ReadonlyMap<string, string>): object {
  const isModels = model.tables.some((table) => table.name === name);
  const references = isModels ? [...model.columns.values()].filter(({table}) => table.name === name) : [];
  const foreignKeys = references.flatMap((column) => foreignKey(column, names));
  return {
    $schema: "https://datapackage.org/profiles/2.0/tableschema.json",
    fields: columns.map(field),
    missingValues: [""],
    ...(isModels && {primaryKey: keys.filter((key) => columns.some((column) => column.name === key))}),
    ...(foreignKeys.length > 0 && {foreignKeys})
  };
}

const keys = ["scenario", "key", "date"];

/**
 * A reference to a table with one row per key. A table with one row per month cannot be referenced: no field here names
 * the month.
 */
function foreignKey({name, target}: ModelColumn, names: ReadonlyMap<string, string>): object[] {
  const resource = target && names.get(target.name);
  if (resource === undefined || target!.single) return [];
  return [{fields: ["scenario", name], reference: {resource, fields: ["scenario", "key"]}}];
}

const types = {number: "number", text: "string", date: "yearmonth"} as const;

function field({name, type, unit, description}: PublishedColumn): object {
  return {name, type: types[type], description, ...(unit !== "" && {unit})};
}

/** Empty on a page served without TLS, where browsers offer no hashing. */
async function hashOf(bytes: Uint8Array): Promise<{hash?: string}> {
  const sum = await sha256(bytes);
  return sum === "" ? {} : {hash: `sha256:${sum}`};
}

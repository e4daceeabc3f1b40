import {readdirSync, statSync} from "node:fs";
import {about} from "../../lib/export/about.js";
import type {Descriptor, Resource} from "../../src/components/cite/ro-crate.js";
import {sumOf} from "../checksums.js";
import type {Edition} from "./edition.js";
import type {Column, Table} from "./published.js";

/**
 * The descriptor of the files in a built site's `data` folder (Data Package, version 2). It lies beside that folder, as
 * do the RO-Crate metadata derived from it.
 */
export function sitePackage(
  site: string,
  tables: readonly Table[],
  {version, model, commit, date}: Edition
): Descriptor {
  const byFile = new Map(tables.map((table) => [`${table.name}.parquet`, table]));
  const head = {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: about.name,
    title: `Tables of ${about.title}`,
    description: "Inputs with sources and ranges, scenarios, and every result of an open model of AI tokens.",
    version,
    created: date,
    keywords: about.keywords,
    contributors: [{title: about.authors, roles: ["creator"]}],
    licenses: [about.licence],
    ...(commit !== "" && {commit}),
    modelHash: model
  };
  const names = readdirSync(`${site}/data`).sort();
  return {...head, resources: names.map((name) => resource(`${site}/data`, name, byFile.get(name)))};
}

const mediatypes: Record<string, string> = {
  parquet: "application/vnd.apache.parquet",
  json: "application/json",
  SHA256SUMS: "text/plain"
};

function resource(folder: string, file: string, table: Table | undefined): Resource {
  const format = file.slice(file.lastIndexOf(".") + 1);
  return {
    ...{name: file.toLowerCase(), path: `data/${file}`, format: format.toLowerCase(), mediatype: mediatypes[format]},
    bytes: statSync(`${folder}/${file}`).size,
    hash: `sha256:${sumOf(`${folder}/${file}`)}`,
    ...(table && {
      type: "table",
      title: table.name,
      description: table.description,
      schema: {
        $schema: "https://datapackage.org/profiles/2.0/tableschema.json",
        fields: table.columns.map(field)
      }
    })
  };
}

const types = {number: "number", text: "string", date: "date"} as const;

function field({name, type, unit, description, single}: Column): object {
  const precise = single ? `${description} (stored to 7 digits)` : description;
  return {name, type: types[type], description: precise, ...(unit !== "" && {unit})};
}

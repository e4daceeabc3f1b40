import {about} from "../../lib/export/about.js";
import type {Edition} from "./edition.js";
import type {Column, Table} from "./published.js";

const creator = {"@type": "Organization", name: about.authors};

/**
 * Metadata of a table for data-set search engines (schema.org `Dataset`). Addresses are relative to its page, so that
 * they are valid on any host.
 */
export function dataset({name, description, columns, bytes, sha256}: Table, {version, model, date}: Edition): object {
  return {
    "@context": "https://schema.org/",
    "@type": "Dataset",
    "@id": `${name}.html`,
    name: `${name}, a table of ${about.title}`,
    description: `${description} Computed by ${about.title}, an open model of the economics of AI tokens.`,
    url: `${name}.html`,
    identifier: `sha256:${sha256}`,
    version: `${version}+${model.slice(0, 12)}`,
    datePublished: date,
    license: about.licence.path,
    creator,
    keywords: about.keywords,
    isAccessibleForFree: true,
    includedInDataCatalog: {"@type": "DataCatalog", "@id": "index.html", name: `Tables of ${about.title}`},
    distribution: [
      {
        "@type": "DataDownload",
        encodingFormat: "application/vnd.apache.parquet",
        contentUrl: `../data/${name}.parquet`,
        contentSize: `${bytes} B`,
        sha256
      }
    ],
    variableMeasured: columns.map(variable)
  };
}

function variable({name, description, unit}: Column): object {
  return {"@type": "PropertyValue", name, description, ...(unit !== "" && {unitText: unit})};
}

/** Metadata of the list of all tables. */
export function dataCatalog(tables: readonly Table[]): object {
  return {
    "@context": "https://schema.org/",
    "@type": "DataCatalog",
    "@id": "index.html",
    name: `Tables of ${about.title}`,
    license: about.licence.path,
    creator,
    dataset: tables.map(({name}) => ({"@type": "Dataset", "@id": `${name}.html`, name}))
  };
}

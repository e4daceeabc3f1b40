/** The part of a Data Package descriptor that a crate uses. */
export interface Descriptor {
  name: string;
  title: string;
  description: string;
  version: string;
  /** Day or time, in ISO 8601. */
  created: string;
  keywords: readonly string[];
  contributors: readonly {title: string}[];
  licenses: readonly {name: string; title: string; path: string}[];
  commit?: string;
  modelHash: string;
  scenarioHash?: string;
  resources: readonly Resource[];
}

/** A file listed by a descriptor. */
export interface Resource {
  path: string;
  title?: string;
  description?: string;
  mediatype?: string;
  bytes: number;
  /** `sha256:` followed by the checksum in hex. */
  hash: string;
}

/** The file name of a crate's metadata. */
export const CRATE_FILE = "ro-crate-metadata.json";

/**
 * RO-Crate metadata for the files that a descriptor lists, and for the descriptor itself, `datapackage.json`. Source:
 * https://www.researchobject.org/ro-crate/specification/1.1/
 */
export function roCrate(descriptor: Descriptor): object {
  const {licenses, contributors, resources} = descriptor;
  const files = [...resources.map(file), descriptorFile];
  return {
    // The context of version 1.1 predates the term.
    "@context": ["https://w3id.org/ro/crate/1.1/context", {sha256: "https://schema.org/sha256"}],
    "@graph": [
      {
        "@id": CRATE_FILE,
        "@type": "CreativeWork",
        conformsTo: {"@id": "https://w3id.org/ro/crate/1.1"},
        about: {"@id": "./"}
      },
      {...rootOf(descriptor), hasPart: files.map((one) => ({"@id": one["@id"]}))},
      ...contributors.map(({title}, i) => ({"@id": authorId(i), "@type": "Organization", name: title})),
      ...licenses.map(({name, title, path}) => ({
        "@id": path,
        "@type": "CreativeWork",
        name: title,
        identifier: name,
        url: path
      })),
      ...files
    ]
  };
}

function rootOf(descriptor: Descriptor) {
  const {name, title, description, version, created, keywords, contributors, licenses, modelHash} = descriptor;
  return {
    "@id": "./",
    "@type": "Dataset",
    name: title,
    description,
    identifier: `${name}-${version}+${modelHash.slice(0, 12)}`,
    version: descriptor.commit === undefined ? version : `${version}, commit ${descriptor.commit}`,
    datePublished: created,
    keywords: keywords.join(", "),
    author: contributors.map((_, i) => ({"@id": authorId(i)})),
    license: licenses.map(({path}) => ({"@id": path}))
  };
}

function authorId(i: number): string {
  return `#author-${i + 1}`;
}

function file({path, title, description, mediatype, bytes, hash}: Resource) {
  return {
    "@id": encodeURI(path),
    "@type": "File",
    name: title ?? path,
    ...(description !== undefined && {description}),
    ...(mediatype !== undefined && {encodingFormat: mediatype}),
    contentSize: String(bytes),
    sha256: hash.replace(/^sha256:/, "")
  };
}

const descriptorFile = {
  "@id": "datapackage.json",
  "@type": "File",
  name: "datapackage.json",
  description: "Meaning and unit of every column of the tables, as a Data Package",
  encodingFormat: "application/json"
};

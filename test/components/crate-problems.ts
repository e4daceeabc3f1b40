/** An entity of a crate's graph. */
type Entity = Record<string, unknown> & {"@id": string};

/**
 * Problems with the metadata of an RO-Crate 1.1 for files with these paths. The graph must contain what its root refers
 * to, and every file except the metadata must be described and be part of the root.
 */
export function crateProblems(crate: object, paths: readonly string[]): string[] {
  const {"@graph": graph} = crate as {"@graph": Entity[]};
  const byId = new Map(graph.map((entity) => [entity["@id"], entity]));
  const root: Entity = byId.get("./") ?? {"@id": "./"};
  const {"ro-crate-metadata.json": descriptor} = Object.fromEntries(byId);
  const isDescriptor = ids(descriptor?.conformsTo).includes("https://w3id.org/ro/crate/1.1");
  const parts = ids(root.hasPart);
  const files = paths.filter((path) => path !== "ro-crate-metadata.json").map((path) => encodeURI(path));
  return [
    ...(isDescriptor && ids(descriptor?.about).includes("./") ? [] : ["no descriptor of version 1.1"]),
    ...wanted.filter((name) => empty(root[name])).map((name) => `root has no ${name}`),
    ...[...ids(root.author), ...ids(root.license), ...parts].filter((id) => !byId.has(id)).map((id) => `no ${id}`),
    ...files
      .filter((path) => !parts.includes(path) || !isFile(byId.get(path)))
      .map((path) => `${path} is not described`),
    ...parts.filter((part) => !files.includes(part)).map((part) => `${part} is not there`)
  ];
}

const wanted = ["name", "description", "datePublished", "license", "author", "identifier"];

function ids(value: unknown): string[] {
  return ([value ?? []].flat() as Entity[]).map((entity) => entity["@id"]);
}

function empty(value: unknown): boolean {
  return value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
}

function isFile(entity: Entity | undefined): boolean {
  return entity?.["@type"] === "File" && typeof entity.name === "string";
}

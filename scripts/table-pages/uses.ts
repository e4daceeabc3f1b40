import {existsSync, readFileSync, readdirSync} from "node:fs";
import {listed} from "../pages.js";
import {root} from "../paths.js";

/** The users of a table: the site's pages that load its file, and the tables whose columns read one of its own. */
export interface Uses {
  pages: {name: string; address: string}[];
  tables: string[];
}

/** The part of a row of the published table `columns` that is needed here. */
export interface Definition {
  table: string;
  column: string;
  kind: string;
  formula: string;
  /** Columns that the formula reads, `cluster.price, parameter.step`. */
  inputs: string;
}

/** The users of each table, by name. */
export function tableUses(definitions: readonly Definition[]): (table: string) => Uses {
  const pages = listed.map(({name, path}) => {
    const page = path === "/" ? "index" : path.slice(1);
    return {name, address: `${page}.html`, loaded: loadedBy(page)};
  });
  return (table) => ({
    pages: pages.filter(({loaded}) => loaded.has(table)).map(({name, address}) => ({name, address})),
    tables: readersOf(table, definitions)
  });
}

function loadedBy(page: string): Set<string> {
  // The Overview's code is in a folder of that name.
  const folder = `${root}src/pages/${page === "index" ? "overview" : page}`;
  const code = existsSync(folder) ? readdirSync(folder).map((name) => `${folder}/${name}`) : [];
  const texts = [`${root}src/${page}.md`, ...code].map((file) => readFileSync(file, "utf8"));
  return new Set(texts.flatMap((text) => Array.from(text.matchAll(/\/(\w+)\.parquet"/g), ([, name = ""]) => name)));
}

function readersOf(table: string, definitions: readonly Definition[]): string[] {
  const reads = ({inputs}: Definition): boolean => inputs.split(", ").some((read) => read.startsWith(`${table}.`));
  const readers = new Set(definitions.filter(reads).map((reader) => reader.table));
  return [...readers].filter((name) => name !== table).sort();
}

import {readdirSync, readFileSync, writeFileSync} from "node:fs";
import {building, root} from "./paths.js";
import {run} from "./run.js";

/** Packages in the site that Framework does not list as modules: its own client, and what is vendored. */
const beside = [
  "@duckdb/duckdb-wasm",
  "@observablehq/framework",
  "@observablehq/inspector",
  "@observablehq/runtime",
  "highs",
  "minisearch"
];

/** Writes the licences of all packages that the site ships, and its bill of materials as a CycloneDX document. */
export async function writeThirdParties() {
  writeFileSync(`${building}/third-party-licences.txt`, licences(shipped()));
  await writeBillOfMaterials(`${building}/sbom.cdx.json`);
}

/**
 * A package at the version that the site ships.
 * @typedef {{name: string, version: string, folder: string}} Package
 */

/** @returns {Package[]} */
function shipped() {
  const installed = packages();
  const modules = moduleFolders().map((folder) => {
    const at = folder.lastIndexOf("@");
    return find(installed, folder.slice(0, at), folder.slice(at + 1));
  });
  const rest = beside.map((name) => find(installed, name));
  return [...new Set([...modules, ...rest])].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The packages whose modules the site contains, as `name@version`. */
function moduleFolders() {
  const modules = `${building}/_node`;
  return readdirSync(modules).flatMap((name) =>
    name.startsWith("@") ? readdirSync(`${modules}/${name}`).map((inner) => `${name}/${inner}`) : [name]
  );
}

/** @returns {Package[]} */
function packages() {
  /** @type {{packages: Record<string, {version?: string}>}} */
  const lock = JSON.parse(readFileSync(`${root}package-lock.json`, "utf8"));
  return Object.entries(lock.packages).flatMap(([folder, {version = ""}]) => {
    const name = folder.split("node_modules/").at(-1) ?? "";
    return name === "" ? [] : [{name, version, folder: `${root}${folder}`}];
  });
}

/**
 * @param {readonly Package[]} installed
 * @param {string} name
 * @param {string} [version]
 */
function find(installed, name, version) {
  const match = installed.find((one) => one.name === name && (version === undefined || one.version === version));
  if (!match) throw new Error(`package-lock.json has no ${name}${version === undefined ? "" : ` ${version}`}`);
  return match;
}

/** @param {readonly Package[]} all */
function licences(all) {
  return all
    .map(({name, version, folder}) => `${name} ${version}\n\n${licenceOf(name, folder)}\n`)
    .join(`\n${rule}\n\n`);
}

const rule = "-".repeat(80);

/**
 * @param {string} name
 * @param {string} folder
 */
function licenceOf(name, folder) {
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  if (file !== undefined) return readFileSync(`${folder}/${file}`, "utf8").trim();
  const {license, author} = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
  if (license === undefined) throw new Error(`${name} states no licence: the site must not ship it`);
  const by = typeof author === "string" ? author : author?.name;
  return `${license}${by === undefined ? "" : `, ${by}`} (as its package.json states; it has no file of its licence)`;
}

/**
 * The site's packages, without details that change from run to run or between machines: npm names the site after its
 * folder and states its own version. Its `--omit=dev` also leaves out development dependencies.
 * @param {string} file
 */
async function writeBillOfMaterials(file) {
  await run("npm", ["sbom", "--sbom-format=cyclonedx", "--package-lock-only"], {to: file});
  /** @type {Bill} */
  const {metadata, components, dependencies, ...head} = JSON.parse(readFileSync(file, "utf8"));
  const needed = components.filter(({properties}) => !properties.some(({name}) => name === development));
  const refs = new Set(needed.map((component) => component["bom-ref"]));
  const bill = {
    ...head,
    serialNumber: undefined,
    metadata: {
      ...metadata,
      timestamp: undefined,
      tools: undefined,
      component: {...metadata.component, name: siteName()}
    },
    components: needed,
    dependencies: dependencies
      .filter(({ref}) => refs.has(ref))
      .map(({ref, dependsOn = []}) => ({ref, dependsOn: dependsOn.filter((other) => refs.has(other))}))
  };
  writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`);
}

function siteName() {
  return JSON.parse(readFileSync(`${root}package.json`, "utf8")).name;
}

const development = "cdx:npm:package:development";

/**
 * The part of a CycloneDX document that is changed.
 * @typedef {object} Bill
 * @property {string} [serialNumber]
 * @property {{component: object}} metadata
 * @property {{"bom-ref": string, properties: {name: string}[]}[]} components
 * @property {{ref: string, dependsOn?: string[]}[]} dependencies
 */

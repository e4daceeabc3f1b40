/** A page to cite, in its present state, on a site made from one model. */
export interface Cited {
  /** Title of the page. */
  page: string;
  /** Title of the site. */
  site: string;
  /** Full address, including the reader's choices; undefined if the host is not known. */
  url?: string;
  /** Version of the project, `0.1.0`. */
  version: string;
  /** Hash of the model, `4e622aa3c550`. */
  model: string;
  /** Commit of the project; empty if unknown. */
  commit: string;
  /** Day of access, `2026-11-29`; the edition's month if there is no address. */
  accessed: string;
}

/** A citation format: its label, file extension and writer. */
export interface CitationFormat {
  label: string;
  extension: string;
  write: (cited: Cited) => string;
}

/** Citation formats by name: plain text, BibTeX, RIS and CSL-JSON. */
export const citationFormats: Readonly<Record<"text" | "bibtex" | "ris" | "csl", CitationFormat>> = {
  text: {label: "Text", extension: "txt", write: text},
  bibtex: {label: "BibTeX", extension: "bib", write: bibtex},
  ris: {label: "RIS", extension: "ris", write: ris},
  csl: {label: "CSL-JSON", extension: "json", write: csl}
};

const AUTHOR = "The AI Token Factory authors";

function text(cited: Cited): string {
  const {page, site, url, accessed} = cited;
  const where = url === undefined ? "" : ` ${url} (accessed ${accessed}).`;
  return `${AUTHOR} (${yearOf(cited)}). ${page}. ${site}, ${edition(cited)}.${where}`;
}

function bibtex(cited: Cited): string {
  const {page, site, url, version, accessed} = cited;
  const fields = {
    author: `{${AUTHOR}}`,
    title: `{${escaped(page)}}. ${escaped(site)}`,
    year: yearOf(cited),
    version,
    ...(url !== undefined && {url, urldate: accessed}),
    note: noteOf(cited)
  };
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}}`);
  return `@${url === undefined ? "misc" : "online"}{${keyOf(cited)},\n${lines.join(",\n")}\n}`;
}

function ris(cited: Cited): string {
  const {page, site, url, version, accessed} = cited;
  return [
    "TY  - DATA",
    `AU  - ${AUTHOR}`,
    `TI  - ${page}`,
    `T2  - ${site}`,
    `PY  - ${yearOf(cited)}`,
    `ET  - ${version}`,
    ...(url === undefined ? [] : [`UR  - ${url}`, `Y2  - ${accessed.replaceAll("-", "/")}`]),
    `N1  - ${noteOf(cited)}`,
    "ER  - "
  ].join("\r\n");
}

function csl(cited: Cited): string {
  const {page, site, url, version, accessed} = cited;
  const [year, month, day] = accessed.split("-").map(Number);
  const work = {
    id: keyOf(cited),
    type: "dataset",
    title: page,
    "container-title": site,
    author: [{literal: AUTHOR}],
    issued: {"date-parts": [[year]]},
    version,
    note: noteOf(cited),
    ...(url !== undefined && {accessed: {"date-parts": [[year, month, day]]}, URL: url})
  };
  return JSON.stringify([work], null, 2);
}

function edition({version, model, commit}: Cited): string {
  return `version ${version}${commit === "" ? "" : `, commit ${commit}`}, model ${model}`;
}

function noteOf({model, commit}: Cited): string {
  return commit === "" ? `Model ${model}` : `Model ${model}, commit ${commit}`;
}

function yearOf({accessed}: Cited): string {
  return accessed.slice(0, 4);
}

/** `token-factory-inference-4e622aa3`: the key differs for the same page of another model. */
function keyOf({page, model}: Cited): string {
  const words = page.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  return `token-factory-${words.replace(/^-|-$/g, "")}-${model.slice(0, 8)}`;
}

/** Escapes text so that TeX reads no commands in it. */
function escaped(words: string): string {
  return words.replace(/[&%$#_{}]/g, (sign) => `\\${sign}`);
}

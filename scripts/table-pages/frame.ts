import {readFileSync} from "node:fs";
import {POLICY} from "../strict/policy.js";
import {escaped} from "./html.js";

/** The content of a framed page: title, description, JSON-LD for programs, and HTML. */
export interface Content {
  title: string;
  description: string;
  data: object;
  main: string;
}

/**
 * Frames content with the menu and footer of a built page, for pages in another folder. These pages run only the
 * scripts of menu and search; all their content is in the HTML.
 */
export function frameOf(site: string): (content: Content) => string {
  const page = readFileSync(`${site}/library.html`, "utf8");
  const name = /<title>[^<|]*\| ([^<]*)<\/title>/.exec(page)?.[1] ?? "";
  const bare = removals.reduce((text, part) => text.replaceAll(part, ""), page);
  const frame = bare.replaceAll(/(href|src)="\.\//g, '$1="../');
  return ({title, description, data, main}) =>
    frame
      .replace(/<title>[^<]*<\/title>/, () => `<title>${escaped(title)} | ${name}</title>`)
      .replace(/<meta charset="utf-8">/, (charset) => `${charset}\n${POLICY_TAG}`)
      .replace("</head>", () => `${headOf(description, data)}</head>`)
      .replace(/(<main[^>]*>)[\s\S]*<\/main>/, (_, start: string) => `${start}\n${main}\n</main>`);
}

const POLICY_TAG = `<meta http-equiv="Content-Security-Policy" content="${POLICY}; style-src 'self'; img-src 'self'">`;

/** Parts specific to the original page: its policy for charts, scripts, contents, neighbours and citation. */
const removals = [
  /<meta http-equiv="Content-Security-Policy"[^>]*>\n?/g,
  /<meta name="description"[^>]*>/g,
  /<script type="module"[^>]*><\/script>\n?/g,
  /<aside id="observablehq-toc"[\s\S]*?<\/aside>\n?/g,
  /(?<=<footer[^>]*>\s*)<nav>[\s\S]*?<\/nav>\n?/g,
  /<span>\s*<span class="cite-page">[\s\S]*?<\/span><\/span>/g
];

function headOf(description: string, data: object): string {
  return [
    `<meta name="description" content="${escaped(description)}">`,
    // Data rather than a script, so no policy blocks it.
    `<script type="application/ld+json">${JSON.stringify(data).replaceAll("<", "\\u003c")}</script>`,
    ""
  ].join("\n");
}

import {readFileSync} from "node:fs";
import {POLICY} from "../strict/policy.js";
import {escaped} from "./html.js";

/** What stands in the frame of a page: its title, a sentence, what programs read (JSON-LD), and its content as HTML. */
export interface Content {
  title: string;
  description: string;
  data: object;
  main: string;
}

/**
 * The menu and footer of a site's built page, around other content, for pages in a folder of their own. They run the
 * scripts of menu and search only: all that they say stands in them.
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

/** What only the page itself needs: its policy for charts, its scripts, its contents, its neighbours, its citation. */
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
    // Data, not a script: no policy refuses it.
    `<script type="application/ld+json">${JSON.stringify(data).replaceAll("<", "\\u003c")}</script>`,
    ""
  ].join("\n");
}

import {readFileSync} from "node:fs";
import {siteNames} from "./scripts/fork.js";
import {glossaryLinks} from "./scripts/glossary.js";
import {modelHash} from "./scripts/hash.js";
import {idioms} from "./scripts/idioms.js";
import {interpreter} from "./scripts/interpreter.js";
import {listed, pages} from "./scripts/pages.js";
import {searched} from "./scripts/search.js";
import {otherPages} from "./scripts/sidebar.js";
import {sqlFences} from "./scripts/sql-fences.js";
import {anchorOf, glossary} from "./src/components/words/glossary.js";

const {version} = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8")) as {version: string};
const hash = modelHash();
const model = hash.slice(0, 12);

export default {
  root: "src",
  output: "dist.new",
  // Not every static host adds the extension.
  preserveExtension: true,
  ...siteNames(hash),
  head:
    `<meta name="token-factory" content="${version} ${model}">` +
    '<link rel="icon" href="/favicon.svg" type="image/svg+xml"><script type="module" ' +
    'src="/components/live/banner.js"></script><script type="module" src="/components/cite/footer.js"></script>',
  pages: [...pages, ...otherPages(listed)],
  style: "style.css",
  globalStylesheets: [],
  search: {index: () => searched()},
  toc: {show: true, label: "On this page"},
  footer:
    `Every number has its <a href="/assumptions">source and range</a>, every table can be <a ` +
    `href="/sql">queried and downloaded</a>. Version ${version}, model <code>${model}</code>, code MIT, data ` +
    `CC BY 4.0; <a href="/third-party-licences.txt" target="_blank">licences of others</a>.`,
  interpreters: {".ts": interpreter},
  markdownIt: <M extends Parameters<typeof idioms>[0] & Parameters<typeof glossaryLinks>[0]>(markdown: M) =>
    glossaryLinks(idioms(sqlFences(markdown)), glossary, anchorOf)
};

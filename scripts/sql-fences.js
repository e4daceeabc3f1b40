/**
 * Makes Markdown's ```sql fences run through the site's own DuckDB client: each becomes a ```js fence that calls `sql`
 * of components/database/sql. `id=name` declares the rows under that name and shows them only with `display`; without
 * an id they are shown unless `display=false`; ${…} is a parameter; `run=false` leaves the text unchanged.
 * @template {{core: {ruler: {push(name: string, rule: (state: {tokens: Token[]}) => void): void}}}} Markdown
 * @param {Markdown} markdown
 * @returns {Markdown}
 */
export function sqlFences(markdown) {
  markdown.core.ruler.push("sql", ({tokens}) => {
    const fences = tokens.filter(runs);
    for (const fence of fences) rewrite(fence);
    if (fences[0]) fences[0].content = importSql + fences[0].content;
  });
  return markdown;
}

/** @typedef {{type: string, info: string, content: string}} Token */

const importSql = `import {sql as runSql, resultTable as showSql} from "/components/database/sql.js";\n`;

/** @param {Token} token */
function runs({type, info}) {
  return type === "fence" && /^sql\b/.test(info) && attributesOf(info).run !== "false";
}

/** @param {Token} fence */
function rewrite(fence) {
  const {id, display, echo} = attributesOf(fence.info);
  const shown = display === undefined ? id === undefined : display !== "false";
  fence.content = statement(`await runSql\`${escape(fence.content)}\``, id, shown);
  fence.info = echo === undefined ? "js" : `js echo=${echo}`;
}

/**
 * @param {string} call
 * @param {string | undefined} id
 * @param {boolean} shown
 */
function statement(call, id, shown) {
  if (id === undefined) return shown ? `display(showSql(${call}));` : `${call};`;
  return shown ? `const ${id} = ${call};\ndisplay(showSql(${id}));` : `const ${id} = ${call};`;
}

/**
 * @param {string} info
 * @returns {Record<string, string>}
 */
function attributesOf(info) {
  const pairs = Array.from(info.slice("sql".length).matchAll(/(\w+)(?:=("[^"]*"|\S+))?/g));
  return Object.fromEntries(pairs.map(([, key, value = "true"]) => [key, value.replaceAll('"', "")]));
}

/** @param {string} source */
function escape(source) {
  return source.trim().replace(/[\\`]/g, "\\$&");
}

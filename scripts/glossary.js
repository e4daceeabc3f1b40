/**
 * Links technical terms to the glossary at their first use in a page's prose, outside headings, links and code, and
 * writes the glossary itself where a page has a fence of that name.
 * @template {{core: {ruler: {push(name: string, rule: (state: State) => void): void}}}} Markdown
 * @param {Markdown} markdown
 * @param {readonly Term[]} terms
 * @param {(term: string) => string} anchorOf
 * @returns {Markdown}
 */
export function glossaryLinks(markdown, terms, anchorOf) {
  markdown.core.ruler.push("glossary", (state) => {
    const fence = state.tokens.find(({type, info}) => type === "fence" && info.trim() === "glossary");
    if (fence) Object.assign(fence, {type: "html_block", content: list(terms, anchorOf)});
    else linkFirstUses(state, terms, anchorOf);
  });
  return markdown;
}

/**
 * @typedef {{term: string, forms: readonly string[], meaning: string}} Term
 * @typedef {{type: string, info: string, content: string, children: Token[] | null,
 *   attrs: [string, string][] | null}} Token
 * @typedef {{tokens: Token[], Token: new (type: string, tag: string, nesting: 0 | 1 | -1) => Token}} State
 */

/**
 * @param {State} state
 * @param {readonly Term[]} terms
 * @param {(term: string) => string} anchorOf
 */
function linkFirstUses(state, terms, anchorOf) {
  const unused = new Map(terms.flatMap((term) => term.forms.map((form) => [form.toLowerCase(), term])));
  /** @param {string} text @returns {Token[]} */
  const linked = (text) => {
    const match = patternOf([...unused.keys()])?.exec(text);
    const term = match && unused.get(match[0].toLowerCase());
    if (!term) return text === "" ? [] : [textToken(state, text)];
    for (const form of term.forms) unused.delete(form.toLowerCase());
    const rest = linked(text.slice(match.index + match[0].length));
    return [...plain(state, text.slice(0, match.index)), ...link(state, match[0], term, anchorOf), ...rest];
  };
  state.tokens.forEach((token, i) => {
    if (token.type !== "inline" || state.tokens[i - 1]?.type === "heading_open") return;
    token.children = linkedChildren(token.children ?? [], linked);
  });
}

/**
 * @param {readonly Token[]} children
 * @param {(text: string) => Token[]} linked
 */
function linkedChildren(children, linked) {
  let depth = 0;
  return children.flatMap((child) => {
    if (child.type === "link_open") depth++;
    if (child.type === "link_close") depth--;
    return child.type === "text" && depth === 0 ? linked(child.content) : [child];
  });
}

/**
 * Longest form first, so that `prefill` is not linked within `disaggregated prefill`.
 * @param {readonly string[]} forms
 */
function patternOf(forms) {
  const longestFirst = forms.toSorted((a, b) => b.length - a.length);
  return forms.length === 0 ? undefined : new RegExp(`(?<![\\w-])(?:${longestFirst.join("|")})(?![\\w-])`, "i");
}

/**
 * @param {State} state
 * @param {string} text
 * @param {Term} term
 * @param {(term: string) => string} anchorOf
 */
function link(state, text, {term, meaning}, anchorOf) {
  const open = Object.assign(new state.Token("link_open", "a", 1), {
    attrs: /** @type {[string, string][]} */ ([
      ["href", `/glossary#${anchorOf(term)}`],
      ["class", "term"],
      ["title", meaning]
    ])
  });
  return [open, textToken(state, text), new state.Token("link_close", "a", -1)];
}

/**
 * @param {State} state
 * @param {string} text
 */
function plain(state, text) {
  return text === "" ? [] : [textToken(state, text)];
}

/**
 * @param {State} state
 * @param {string} content
 */
function textToken(state, content) {
  return Object.assign(new state.Token("text", "", 0), {content});
}

/**
 * @param {readonly Term[]} terms
 * @param {(term: string) => string} anchorOf
 */
function list(terms, anchorOf) {
  const entries = terms.map(
    ({term, meaning}) => `<dt id="${anchorOf(term)}"><strong>${term}</strong></dt><dd>${meaning}</dd>`
  );
  return `<dl class="glossary">\n${entries.join("\n")}\n</dl>\n`;
}

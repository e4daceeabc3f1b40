/** The styles of single elements, collected in one sheet for all pages. */
export class Sheet {
  /** @type {string[]} */
  #styles = [];

  /**
   * A page whose elements have classes in place of styles.
   * @param {string} html
   */
  taken(html) {
    return html.replaceAll(/<[a-z][^\s>]*(?:\s+[^\s=>]+(?:="[^"]*")?)+/gi, (tag) =>
      tag.replace(/ style="([^"]*)"/, (_, style) => ` data-s="${this.#numberOf(style)}"`)
    );
  }

  /** The sheet's rules, as text. */
  get rules() {
    return this.#styles.map((style, number) => `[data-s="${number}"]:not(#_) { ${unescaped(style)} }\n`).join("");
  }

  /** @param {string} style */
  #numberOf(style) {
    const known = this.#styles.indexOf(style);
    return known >= 0 ? known : this.#styles.push(style) - 1;
  }
}

/** @param {string} text */
function unescaped(text) {
  return text.replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}

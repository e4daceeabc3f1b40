import type MiniSearch from "minisearch";
import type {SearchOptions} from "minisearch";

/** The index entry of a page, a table or a model. */
export interface Document {
  id: string;
  title: string;
}

/** The query, and the matching words of a page. */
export interface FoundWords {
  asked: readonly string[];
  terms: readonly string[];
}

/** A search result with its words. */
export type Found = Document & FoundWords;

/** No one reads more results than this. */
const MOST = 40;

const options: SearchOptions = {
  boost: {title: 4, keywords: 4},
  // A page explains what a table only names.
  boostDocument: (id) => (String(id).startsWith("/tables/") ? 0.1 : 1),
  fuzzy: 0.15,
  prefix: true
};

/** Results with all words of a text, followed by those with some. */
export function foundIn(index: MiniSearch<Document>, text: string): Found[] {
  const all = index.search(text, {...options, combineWith: "AND"});
  const known = new Set(all.map(({id}) => id as string));
  const some = index.search(text, options).filter(({id}) => !known.has(id as string));
  return [...all, ...some].slice(0, MOST).map(({id, title, terms, queryTerms}) => ({
    id: id as string,
    title: String(title),
    terms,
    asked: queryTerms
  }));
}

import type MiniSearch from "minisearch";
import type {SearchOptions} from "minisearch";

/** What the index holds of a page, a table or a model. */
export interface Document {
  id: string;
  title: string;
}

/** What was asked for, and the words of a page that are like it. */
export interface FoundWords {
  asked: readonly string[];
  terms: readonly string[];
}

/** Something that was found, with its words. */
export type Found = Document & FoundWords;

/** More than these nobody reads. */
const MOST = 40;

const options: SearchOptions = {
  boost: {title: 4, keywords: 4},
  // A page says what a table only names.
  boostDocument: (id) => (String(id).startsWith("/tables/") ? 0.1 : 1),
  fuzzy: 0.15,
  prefix: true
};

/** What has all words of a text, and after it what has some. */
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

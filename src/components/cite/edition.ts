/** The edition of the site that a page belongs to, from its head. */
export interface Edition {
  version: string;
  /** First twelve digits of the model's hash. */
  model: string;
  /** Commit of the project; empty if unknown at build time. */
  commit: string;
}

/** The edition of this page. */
export function editionHere(): Edition {
  const [version = "", model = ""] = metaOf("token-factory").split(" ");
  return {version, model, commit: metaOf("commit")};
}

function metaOf(name: string): string {
  return document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? "";
}

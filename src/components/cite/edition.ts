/** Which edition of the site a page is of, as its head says. */
export interface Edition {
  version: string;
  /** Hash of the model, its first twelve digits. */
  model: string;
  /** Of the project; empty where that was not known. */
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

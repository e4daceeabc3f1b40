import entry from "../../styles/workbench/entry.css";
import notebook from "../../styles/workbench/notebook.css";
import cells from "../../styles/workbench/sheet.css";

let sheet: CSSStyleSheet | undefined;

/** Gives a document the styles of a sheet, once: it asks no policy for an exception, and no page for a link. */
export function adoptStyles(target: Document): void {
  sheet ??= new CSSStyleSheet();
  if (target.adoptedStyleSheets.includes(sheet)) return;
  sheet.replaceSync([cells, entry, notebook].join("\n"));
  target.adoptedStyleSheets.push(sheet);
}

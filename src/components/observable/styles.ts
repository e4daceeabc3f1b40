import styles from "../../styles/observable.css";

let adopted: CSSStyleSheet | undefined;

/** Gives a document the styles of all elements, once: it asks no policy for an exception, and no page for a link. */
export function adoptStyles(target: Document): void {
  adopted ??= new CSSStyleSheet();
  if (target.adoptedStyleSheets.includes(adopted)) return;
  adopted.replaceSync(styles);
  target.adoptedStyleSheets.push(adopted);
}

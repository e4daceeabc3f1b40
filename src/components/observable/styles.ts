import styles from "../../styles/observable.css";

let adopted: CSSStyleSheet | undefined;

/** Adds the styles of all elements to a document once, without a policy exception or a link. */
export function adoptStyles(target: Document): void {
  adopted ??= new CSSStyleSheet();
  if (target.adoptedStyleSheets.includes(adopted)) return;
  adopted.replaceSync(styles);
  target.adoptedStyleSheets.push(adopted);
}

/**
 * The address of a page of this site, with the extension that all static hosts understand; `rest` is a query or hash.
 */
export function pageAddress(name: string, rest = ""): string {
  return `./${name}.html${rest}`;
}

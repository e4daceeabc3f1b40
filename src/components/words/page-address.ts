/** The address of a page of this site as every static host has it, with its extension; `rest` is a query or a hash. */
export function pageAddress(name: string, rest = ""): string {
  return `./${name}.html${rest}`;
}

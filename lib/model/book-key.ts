/**
 * A table of the double-entry books: every payment, payments by sector and good, what each sector takes in and pays.
 */
export type Book = keyof typeof names;

const names = {
  ledger: ["payer_sector", "payer", "payee_sector", "payee", "good"],
  flow: ["payer_sector", "payee_sector", "good"],
  account: ["sector"]
} as const;

const SEPARATOR = " > ";

export function isBook(table: string): table is Book {
  return table in names;
}

/** What names a row of the books, `Users > Applications > subscriptions`; nothing for a table that is none of them. */
export function bookKey(table: string, row: object): string | undefined {
  const fields = row as Record<string, unknown>;
  return isBook(table) ? names[table].map((name) => String(fields[name])).join(SEPARATOR) : undefined;
}

/** The row of the books that a record is, with its fields in braces: `account[{sector}]`. */
export function bookRow(book: Book): string {
  return `${book}[${names[book].map((name) => `{${name}}`).join(SEPARATOR)}]`;
}

/** Whether an address, `flow[Users > Applications > subscriptions].amount`, names a number of the books. */
export function isBooked(cell: string): boolean {
  return isBook(/^\w+/.exec(cell)?.[0] ?? "");
}

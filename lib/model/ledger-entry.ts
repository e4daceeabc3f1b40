import {InputError, unknown} from "../sheet/error.js";
import {addressOf, cellName, monthAt} from "../sheet/address.js";
import type {Run} from "../sheet/run.js";
import {bookKey, isBook, type Book} from "./book-key.js";
import {effects, ledger, paidCells, type AccountColumn, type Entry} from "./ledger.js";

/** A number of the books (tables `ledger`, `flow` and `account`), with what it adds up. */
export interface Booked {
  /** `flow[Users > Applications > subscriptions].amount@12` */
  cell: string;
  doc: string;
  unit: string;
  value: number;
  month: number;
  /** What is added up, in a phrase: `sum(segment.revenue)`. */
  formula: string;
  /** What is added up, with its sign: cells of the model, or numbers of the books. */
  terms: readonly Term[];
  /** The books' numbers that it goes into. */
  readers: readonly string[];
  /** The number in every month. */
  path: readonly number[];
}

export interface Term {
  cell: string;
  value: number;
}

/** Finds a number of the books in a run. Throws an `InputError` for one that is not there. */
export function ledgerValue(run: Run, text: string): Booked {
  const place = placeOf(run, text);
  const {table, key, column, month} = place;
  const entries = ledger(run).filter((entry) => isOf(place, entry));
  const first = entries[0];
  if (!first) throw new InputError(`${text}: nothing is paid between these`);
  const terms = termsOf(run, place, month);
  return {
    cell: `${table}[${key}].${column}@${month}`,
    doc: docOf(place, first),
    unit: column === "quantity" ? first.unit : "USD/month",
    value: sumOf(terms),
    month,
    formula: formulaOf(place, terms),
    terms,
    readers: readersOf(place, first),
    path: Array.from({length: run.months}, (_, at) => sumOf(termsOf(run, place, at)))
  };
}

interface BookPlace {
  table: Book;
  key: string;
  column: string;
  month: number;
}

const columns: Readonly<Record<Book, readonly string[]>> = {
  ledger: ["amount", "quantity"],
  flow: ["amount"],
  account: Object.keys(effects)
};

function placeOf(run: Run, text: string): BookPlace {
  const {table, key = "", column, month = "0"} = addressOf(text);
  if (!isBook(table))
    throw new InputError(
      `${text}: not a number of the books\n  use ledger[row].amount, flow[row].amount or account[row].column`
    );
  if (!columns[table].includes(column)) unknown(text, "column", column, columns[table]);
  return {table, key, column, month: monthAt(run, text, month)};
}

function isOf({table, key}: BookPlace, entry: Entry): boolean {
  if (table === "account") return entry.payer_sector === key || entry.payee_sector === key;
  return bookKey(table, entry) === key;
}

function termsOf(run: Run, place: BookPlace, month: number): Term[] {
  return place.table === "account" ? paymentsOf(run, place, month) : cellsOf(run, place, month);
}

function cellsOf(run: Run, place: BookPlace, month: number): Term[] {
  const measure = place.column === "quantity" ? "quantity" : "amount";
  return paidCells(run, month, measure)
    .filter(({entry}) => isOf(place, entry) && entry[measure] !== 0)
    .map(({column, row, entry}) => ({cell: cellName(run, column, row, month), value: entry[measure]}));
}

/** The payments of a sector that count in a column of its account, by sector and good. */
function paymentsOf(run: Run, place: BookPlace, month: number): Term[] {
  const sums = new Map<string, number>();
  for (const entry of ledger(run)) {
    if (entry.month !== month || !isOf(place, entry)) continue;
    const sign = signOf(place, entry);
    const cell = `flow[${bookKey("flow", entry)!}].amount@${month}`;
    if (sign !== 0) sums.set(cell, (sums.get(cell) ?? 0) + sign * entry.amount);
  }
  return [...sums].map(([cell, value]) => ({cell, value}));
}

function signOf({key, column}: BookPlace, entry: Entry): number {
  const [payer, payee] = effects[column as AccountColumn](entry);
  return (entry.payer_sector === key ? payer : 0) + (entry.payee_sector === key ? payee : 0);
}

function docOf({table, key, column}: BookPlace, {payer_sector, payer, payee_sector, payee, good}: Entry): string {
  if (table === "account") return `${key}: ${accountDocs[column as AccountColumn]}`;
  const [from, to] = table === "flow" ? [payer_sector, payee_sector] : [payer, payee];
  return column === "quantity" ? `${good} from ${to} to ${from}` : `Paid by ${from} to ${to} for ${good}`;
}

const accountDocs: Readonly<Record<AccountColumn, string>> = {
  inflow: "all that the sector is paid",
  outflow: "all that the sector pays",
  profit: "inflow less outflow",
  value_added: "sales less purchases, what the sector adds to what it buys"
};

function formulaOf({table, column}: BookPlace, terms: readonly Term[]): string {
  if (table === "account") return `sum(flow.amount), ${accountDocs[column as AccountColumn]}`;
  const read = new Set(terms.map(({cell}) => cell.replace(/\[.*\]/, "").replace(/@.*/, "")));
  return [...read].map((id) => `sum(${id})`).join(" + ");
}

function readersOf({table, column, month}: BookPlace, entry: Entry): string[] {
  if (table === "account" || column === "quantity") return [];
  if (table === "ledger") return [`flow[${bookKey("flow", entry)!}].amount@${month}`];
  const sides = [entry.payer_sector, entry.payee_sector];
  return sides.flatMap((sector, side) =>
    Object.entries(effects).flatMap(([name, effect]) =>
      effect(entry)[side] === 0 ? [] : [`account[${sector}].${name}@${month}`]
    )
  );
}

function sumOf(terms: readonly Term[]): number {
  return terms.reduce((sum, {value}) => sum + value, 0);
}

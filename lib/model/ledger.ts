import {keysOf, numberAt, valueAt, type ModelColumn, type Run} from "../sheet/index.js";
import {postings, type Kind, type Posting, type Sector} from "./posting.js";

/** One payment a month, over all rows of a table between the same two parties. */
export interface Entry {
  month: number;
  payer_sector: Sector;
  payer: string;
  payee_sector: Sector;
  payee: string;
  good: string;
  kind: Kind;
  /** How much of the good, where it is counted, and in what unit. */
  quantity: number;
  unit: string;
  /** USD/month. */
  amount: number;
}

/** What a sector takes in and pays in a month, USD/month. */
export interface Account {
  month: number;
  sector: Sector;
  inflow: number;
  outflow: number;
  /** Inflow less outflow. */
  profit: number;
  /** Sales less purchases: what the sector adds to what it buys. */
  value_added: number;
}

/**
 * The double-entry ledger of a run: every payment once, with its payer and its payee. Over all sectors, value added is
 * final spending (`final` and `investment`). An amount that can't be computed is NaN in its entry.
 */
export function ledger(run: Run): readonly Entry[] {
  let entries = entered.get(run);
  if (!entries) entered.set(run, (entries = enterAll(run)));
  return entries;
}

/** A cell of the model that an entry adds up, with what it pays. */
export interface PaidCell {
  column: ModelColumn;
  row: number;
  entry: Entry;
}

/** The cells behind a month's amounts, or behind the quantities that are counted. */
export function paidCells(run: Run, month: number, measure: "amount" | "quantity"): PaidCell[] {
  return postings.flatMap((posting) => {
    const column = run.model.columns.get(`${posting.table}.${posting[measure] ?? ""}`);
    return column ? paid(run, posting, month).map((entry, row) => ({column, row, entry})) : [];
  });
}

/** Several tables and all rules read the ledger of a run: it is entered once. */
const entered = new WeakMap<Run, Entry[]>();

function enterAll(run: Run): Entry[] {
  return Array.from({length: run.months}, (_, month) =>
    postings.flatMap((posting) => enter(run, posting, month))
  ).flat();
}

/** The accounts of all sectors, month by month. */
export function accounts(entries: readonly Entry[]): Account[] {
  const byKey = new Map<string, Account>();
  const account = (month: number, sector: Sector): Account => {
    const key = `${month} ${sector}`;
    if (!byKey.has(key)) byKey.set(key, {month, sector, inflow: 0, outflow: 0, profit: 0, value_added: 0});
    return byKey.get(key)!;
  };
  for (const entry of entries) {
    const sides = [account(entry.month, entry.payer_sector), account(entry.month, entry.payee_sector)];
    for (const [column, effect] of Object.entries(effects) as [AccountColumn, Effect][])
      effect(entry).forEach((sign, side) => {
        if (sign !== 0) sides[side]![column] += sign * entry.amount;
      });
  }
  return [...byKey.values()];
}

export type AccountColumn = "inflow" | "outflow" | "profit" | "value_added";
type Effect = (entry: Entry) => readonly [payer: number, payee: number];

/** How a payment counts in the accounts of its payer and its payee. */
export const effects: Readonly<Record<AccountColumn, Effect>> = {
  inflow: () => [0, 1],
  outflow: () => [1, 0],
  profit: () => [-1, 1],
  value_added: ({kind}) => [kind === "purchase" ? -1 : 0, kind === "income" || kind === "asset" ? 0 : 1]
};

function enter(run: Run, posting: Posting, month: number): Entry[] {
  const byKey = new Map<string, Entry>();
  for (const entry of paid(run, posting, month)) {
    const key = `${entry.payer}\n${entry.payee}`;
    const before = byKey.get(key) ?? {amount: 0, quantity: 0};
    const amount = before.amount + entry.amount;
    const quantity = before.quantity + entry.quantity;
    byKey.set(key, {...entry, amount, quantity});
  }
  return [...byKey.values()].filter(({amount}) => amount !== 0);
}

/** What each row of a posting's table pays. */
function paid(run: Run, posting: Posting, month: number): Entry[] {
  const {table, from, to, good, kind, amount, quantity} = posting;
  const unit = quantity ? run.model.columns.get(`${table}.${quantity}`)!.unit.text : "";
  return keysOf(run, table).map((key, row) => ({
    month,
    payer_sector: from[0],
    payer: actor(run, posting, from, key, row, month),
    payee_sector: to[0],
    payee: actor(run, posting, to, key, row, month),
    good,
    kind,
    quantity: quantity ? numberAt(run, `${table}.${quantity}`, row, month) : NaN,
    unit,
    amount: numberAt(run, `${table}.${amount}`, row, month)
  }));
}

function actor(
  run: Run,
  {table}: Posting,
  [sector, column]: [Sector, string?],
  key: string,
  row: number,
  month: number
): string {
  if (!column) return sector;
  const name = column === "key" ? key : valueAt(run, `${table}.${column}`, row, month);
  return typeof name === "string" ? name : sector;
}

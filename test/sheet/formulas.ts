interface Row {
  count: number;
  price: number;
  site: "owned" | "rented";
}

interface Functions {
  max: (...values: number[]) => number;
  known: (value: number, fallback: number) => number;
}

/** Formulas as people write them, to be mangled by transpilers. */
export const formulas = {
  product: (row: Row) => row.count * row.price,
  parameter: (row: Row, p: {rate: number}) => row.count * p.rate + 1000,
  call: (row: Row, _: object, {max}: Functions) => max(row.count, 1),
  renamed: (row: Row, _: object, {max: most, known}: Functions) => most(known(row.count, 0), row.price),
  member: (row: Row, _: object, f: Functions) => f.max(row.count, row.price),
  destructured: ({count, price: each}: Row, {rate}: {rate: number}) => (count * each) / rate,
  choice: (row: Row) => (row.site === "owned" && row.count > 0 ? row.price : 0),
  truth: (row: Row) => row.count > 0 || !(row.price <= 1),
  block: (row: Row) => {
    return row.count - (row.price satisfies number);
  },
  power: (row: Row) => (-row.count) ** 2
};

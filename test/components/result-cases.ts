/**
 * Values of a type as SQL, their text on screen, their JSON, and their types in Parquet (as DuckDB reads it) and Arrow.
 */
export type Case = [type: string, values: string[], screen: string[], json: string[], parquet: string, arrow: string];

const BIG = "170141183460469231731687303715884105727";
/** At least one for each of DuckDB's types. */
export const cases: Case[] = [
  ["BOOLEAN", ["true"], ["true"], ["true"], "BOOLEAN", "Bool"],
  ["TINYINT", ["-128"], ["-128"], ["-128"], "TINYINT", "Int8"],
  ["SMALLINT", ["-5"], ["-5"], ["-5"], "SMALLINT", "Int16"],
  ["UTINYINT", ["250"], ["250"], ["250"], "UINTEGER", "Uint8"],
  ["UINTEGER", ["4294967295"], ["4294967295"], ["4294967295"], "UINTEGER", "Uint32"],
  ["BIGINT", ["9223372036854775807"], ["9223372036854775807"], ["9223372036854775807"], "BIGINT", "Int64"],
  ["UBIGINT", ["18446744073709551615"], ["18446744073709551615"], ["18446744073709551615"], "UBIGINT", "Uint64"],
  ["HUGEINT", ["-12"], ["-12"], ['"-12"'], "DECIMAL(38,0)", "Decimal[38e0]"],
  ["HUGEINT", [BIG], [BIG], [`"${BIG}"`], "VARCHAR", "Utf8"],
  ["DECIMAL(5,2)", ["1.10", "-0.05"], ["1.10", "-0.05"], ['"1.10"', '"-0.05"'], "DECIMAL(5,2)", "Decimal[5e+2]"],
  ["FLOAT", ["0.1"], ["0.1"], ["0.1"], "FLOAT", "Float32"],
  [
    "DOUBLE",
    ["0.1", "'nan'::DOUBLE", "'infinity'", "'-infinity'", "'-0'"],
    ["0.1", "nan", "inf", "-inf", "-0.0"],
    ["0.1", '"NaN"', '"Infinity"', '"-Infinity"', "-0.0"],
    "DOUBLE",
    "Float64"
  ],
  ["VARCHAR", ["''", "'a,\"b'"], ["", 'a,"b'], ['""', '"a,\\"b"'], "VARCHAR", "Utf8"],
  ["BLOB", ["'a\\x00\\xFF\\x5C'"], ["a\\x00\\xFF\\x5C"], ['"YQD/XA=="'], "BLOB", "Binary"],
  ["BIT", ["'0101'"], ["0101"], ['"0101"'], "VARCHAR", "Utf8"],
  [
    "UUID",
    ["'12345678-1234-1234-1234-123456789abc'"],
    ["12345678-1234-1234-1234-123456789abc"],
    ['"12345678-1234-1234-1234-123456789abc"'],
    "UUID",
    "Utf8"
  ],
  ["ENUM('a', 'b')", ["'b'"], ["b"], ['"b"'], "VARCHAR", "Dictionary<Uint8, Utf8>"],
  [
    "DATE",
    ["'2026-02-28'", "'1600-02-29'", "'0044-03-15 (BC)'"],
    ["2026-02-28", "1600-02-29", "0044-03-15 (BC)"],
    ['"2026-02-28"', '"1600-02-29"', '"0044-03-15 (BC)"'],
    "DATE",
    "Date32<DAY>"
  ],
  ["DATE", ["'infinity'", "'-infinity'"], ["infinity", "-infinity"], ['"infinity"', '"-infinity"'], "VARCHAR", "Utf8"],
  ["TIME", ["'01:02:03.5'"], ["01:02:03.5"], ['"01:02:03.5"'], "TIME", "Time64<MICROSECOND>"],
  ["TIME WITH TIME ZONE", ["'01:02:03+02'"], ["01:02:03+02"], ['"01:02:03+02"'], "VARCHAR", "Utf8"],
  [
    "TIMESTAMP",
    ["'2026-11-28 13:14:15.123456'", "'0044-03-15 (BC) 01:02:03'"],
    ["2026-11-28 13:14:15.123456", "0044-03-15 (BC) 01:02:03"],
    ['"2026-11-28T13:14:15.123456"', '"0044-03-15 (BC) 01:02:03"'],
    "TIMESTAMP",
    "Timestamp<MICROSECOND>"
  ],
  [
    "TIMESTAMP_S",
    ["'1969-12-31 23:59:59'"],
    ["1969-12-31 23:59:59"],
    ['"1969-12-31T23:59:59"'],
    "TIMESTAMP",
    "Timestamp<SECOND>"
  ],
  [
    "TIMESTAMP_NS",
    ["'2026-11-28 13:14:15.123456789'"],
    ["2026-11-28 13:14:15.123456789"],
    ['"2026-11-28T13:14:15.123456789"'],
    "VARCHAR",
    "Timestamp<NANOSECOND>"
  ],
  [
    "TIMESTAMP WITH TIME ZONE",
    ["'2026-11-28 13:14:15+02'"],
    ["2026-11-28 11:14:15+00"],
    ['"2026-11-28T11:14:15Z"'],
    "TIMESTAMP WITH TIME ZONE",
    "Timestamp<MICROSECOND, UTC>"
  ],
  ["TIMESTAMP", ["'infinity'"], ["infinity"], ['"infinity"'], "VARCHAR", "Utf8"],
  [
    "INTERVAL",
    ["'14 months 2 days 3 seconds'"],
    ["1 year 2 months 2 days 00:00:03"],
    ['"1 year 2 months 2 days 00:00:03"'],
    "VARCHAR",
    "Utf8"
  ],
  ["INTERVAL", ["'-1 month'"], ["-1 month"], ['"-1 month"'], "VARCHAR", "Utf8"],
  ["INTEGER[]", ["[1, NULL, 3]", "[]"], ["[1, NULL, 3]", "[]"], ["[1,null,3]", "[]"], "INTEGER[]", "List<Int32>"],
  ["DECIMAL(3,1)[2]", ["[1.5, 2.0]"], ["[1.5, 2.0]"], ['["1.5","2.0"]'], "DECIMAL(3,1)[]", "List<Decimal[3e+1]>"],
  [
    'STRUCT(a BIGINT, "b c" VARCHAR[])',
    ["{'a': 9007199254740993, 'b c': ['x', '']}"],
    ["{'a': 9007199254740993, 'b c': [x, '']}"],
    ['{"a":9007199254740993,"b c":["x",""]}'],
    'STRUCT(a BIGINT, "b c" VARCHAR[])',
    "Struct<{a:Int64, b c:List<Utf8>}>"
  ],
  [
    "MAP(VARCHAR, TIME)",
    ["MAP {'k': TIME '01:00:00'}"],
    ["{k='01:00:00'}"],
    ['[["k","01:00:00"]]'],
    "MAP(VARCHAR, TIME)",
    "Map<{key:Utf8, value:Time64<MICROSECOND>}>"
  ]
];

const most = Math.max(...cases.map(([, values]) => values.length));

/** The rows of the query; the last has no values. */
export const rows = Array.from({length: most + 1}, (_, row) => row);

/** All values, one column per case: `c0`, `c1` and so on. */
export const query = rows
  .map(
    (row) => `SELECT ${cases.map(([type, values], i) => `CAST(${values[row] ?? "NULL"} AS ${type}) AS c${i}`).join()}`
  )
  .join(" UNION ALL ");

/** The text on screen, column by column. */
export const screens = cases.map(([, , screen]) => rows.map((row) => screen[row] ?? null));

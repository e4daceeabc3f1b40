import {SQLDialect} from "@codemirror/lang-sql";

const keywords =
  `all and any as asc between by case cast cross desc describe distinct else end except exclude ` +
  `exists explain
  false filter first following from full group having ilike in inner intersect interval is join lateral last left ` +
  `like limit
  not null nulls offset on or order outer over partition pivot preceding qualify range recursive replace right ` +
  `rows sample
  select semi show summarize table then true unbounded union unnest unpivot using values when where window with`;

const types = "bigint boolean date decimal double float integer struct text timestamp varchar";

/** DuckDB's SQL for syntax highlighting; column names such as `key` are not keywords. */
export const duckdbDialect = SQLDialect.define({
  keywords,
  types,
  doubleQuotedStrings: false,
  doubleDollarQuotedStrings: true,
  operatorChars: "+-*/<>=~!@#%^&|"
});

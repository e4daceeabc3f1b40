import {FileAttachment} from "observablehq:stdlib";
import type {RowOf, Rows} from "../../components/rows/table-types.js";
import {load} from "../../components/rows/tables.js";

/** What a paying user pays, and where it goes. */
export const planColumns = [
  "key",
  "users",
  "payers",
  "plan_price",
  "price",
  "subscriptions",
  "metered_revenue",
  "revenue",
  "token_cost",
  "hosting_cost",
  "payment_cost",
  "support_cost",
  "service_cost",
  "development_cost",
  "administration_cost",
  "acquisition",
  "retention_cost",
  "cost",
  "profit"
] as const;

/** What a paying user is worth. */
export const lifetimeColumns = [
  "key",
  "payers",
  "new_payers",
  "churn",
  "lifetime",
  "gross_margin",
  "acquisition_cost",
  "lifetime_value"
] as const;

/** What the page reads of a segment, whose table is the widest of the model's. */
const segmentColumns = [
  ...new Set([
    ...(["scenario", "date", "application", "paying_share", "growth"] as const),
    ...(["use", "use_ceiling", "fill", "requests"] as const),
    ...planColumns,
    ...lifetimeColumns
  ])
];

/** A row of the table `segment`, as far as it is read. */
export type Segment = Pick<RowOf<"segment">, (typeof segmentColumns)[number]>;

/** The rows of the table `segment`, as far as they are read. */
export type Segments = Rows<Segment>;

/** What the page reads of an application. */
const applicationColumns = [
  ...(["scenario", "date", "key", "name", "subscriptions", "metered_revenue", "revenue"] as const),
  ...(["tokens", "token_cost", "token_share", "gross_margin", "profit"] as const)
] as const;

/** A row of the table `application`, as far as it is read. */
export type Application = Pick<RowOf<"application">, (typeof applicationColumns)[number]>;

/** The tables that the page draws. */
export const tables = () =>
  load(
    {scenario: FileAttachment("../../data/scenario.parquet").href},
    {
      application: {href: FileAttachment("../../data/application.parquet").href, columns: applicationColumns},
      segment: {href: FileAttachment("../../data/segment.parquet").href, columns: segmentColumns},
      headline: FileAttachment("../../data/headline.parquet").href,
      parameter: {
        href: FileAttachment("../../data/parameter.parquet").href,
        columns: ["scenario", "date", "token_budget", "metered_markup", "bill_ceiling", "usage_growth"]
      }
    }
  );

import {FileAttachment} from "observablehq:stdlib";
import type {RowOf} from "../../components/rows/table-types.js";
import {load} from "../../components/rows/tables.js";

/** What the page reads of a segment. */
const segmentColumns = [
  ...(["scenario", "date", "key", "task", "workers", "assisted_hours", "everyday_effect", "compensation"] as const),
  ...(["hours_saved", "realised_hours", "face_value", "productivity_value"] as const),
  ...(["users", "work_share", "plan_price", "revenue", "consumer_surplus"] as const)
] as const;

/** What the page reads of an assumption. */
const assumptionColumns = ["table", "key", "column", "unit", "description", "central", "low", "high"] as const;

export type Assumption = Pick<RowOf<"assumption">, (typeof assumptionColumns)[number]>;

export type Segment = Pick<RowOf<"segment">, (typeof segmentColumns)[number]>;

/** The tables that the page draws. */
export const tables = () =>
  load(
    {
      scenario: FileAttachment("../../data/scenario.parquet").href,
      assumption: {
        href: FileAttachment("../../data/assumption.parquet").href,
        columns: assumptionColumns,
        where: {table: ["parameter", "study", "task"]}
      }
    },
    {
      task: FileAttachment("../../data/task.parquet").href,
      study: FileAttachment("../../data/study.parquet").href,
      segment: {href: FileAttachment("../../data/segment.parquet").href, columns: segmentColumns},
      headline: FileAttachment("../../data/headline.parquet").href,
      economy: FileAttachment("../../data/economy.parquet").href
    }
  );

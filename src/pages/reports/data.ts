import {FileAttachment} from "observablehq:stdlib";
import {load} from "../../components/rows/tables.js";
import type {ReportTables} from "./report-tables.js";

/** The tables that the page draws. */
export const tables = () =>
  load({
    scenario: FileAttachment("../../data/scenario.parquet").href,
    headline: FileAttachment("../../data/headline.parquet").href
  });

/** The tables that reports are made from. They are fetched when the first report is made. */
export const tablesOfReports = (): Promise<ReportTables> =>
  load({
    scenario: FileAttachment("../../data/scenario.parquet").href,
    headline: FileAttachment("../../data/headline.parquet").href,
    flow: FileAttachment("../../data/flow.parquet").href,
    account: FileAttachment("../../data/account.parquet").href,
    economy: FileAttachment("../../data/economy.parquet").href,
    accelerator: FileAttachment("../../data/accelerator.parquet").href,
    region: FileAttachment("../../data/region.parquet").href,
    facility: FileAttachment("../../data/facility.parquet").href,
    neocloud: FileAttachment("../../data/neocloud.parquet").href,
    cluster: FileAttachment("../../data/cluster.parquet").href,
    provider: FileAttachment("../../data/provider.parquet").href,
    deployment: FileAttachment("../../data/deployment.parquet").href,
    application: FileAttachment("../../data/application.parquet").href,
    segment: FileAttachment("../../data/segment.parquet").href,
    neocloud_statement: FileAttachment("../../data/neocloud_statement.parquet").href,
    provider_statement: FileAttachment("../../data/provider_statement.parquet").href,
    application_statement: FileAttachment("../../data/application_statement.parquet").href,
    plan: FileAttachment("../../data/plan.parquet").href,
    plan_action: FileAttachment("../../data/plan_action.parquet").href,
    plan_limit: FileAttachment("../../data/plan_limit.parquet").href,
    assumption: FileAttachment("../../data/assumption.parquet").href,
    swing: FileAttachment("../../data/swing.parquet").href,
    driver: FileAttachment("../../data/driver.parquet").href,
    source: FileAttachment("../../data/source.parquet").href
  });

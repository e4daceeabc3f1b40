import {FileAttachment} from "observablehq:stdlib";
import {load} from "../../components/rows/tables.js";

/** The tables that the page draws. */
export const tables = () =>
  load({
    bridge: FileAttachment("../../data/bridge.parquet").href,
    readme_total: FileAttachment("../../data/readme_total.parquet").href,
    readme_datacenter: FileAttachment("../../data/readme_datacenter.parquet").href,
    readme_provider: FileAttachment("../../data/readme_provider.parquet").href,
    readme_application: FileAttachment("../../data/readme_application.parquet").href,
    readme_segment: FileAttachment("../../data/readme_segment.parquet").href
  });

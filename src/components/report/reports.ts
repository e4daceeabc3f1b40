import {executive} from "./executive.js";
import {financial} from "./financial.js";
import {application, inference, materials, neocloud, value} from "./layers.js";
import type {Report, ReportTables} from "./report.js";

/** All reports on a scenario: an executive one, one a layer, a financial one. */
export function reports(tables: ReportTables): Report[] {
  return [executive, materials, neocloud, inference, application, value, financial].map((make) => make(tables));
}

export {bridge, type BridgeElement, type BridgeStep} from "./bridge.js";
export {fan, type FanElement, type FanOptions} from "./fan.js";
export {inspector, type InspectorElement} from "./inspector.js";
export {lines, type LinesOptions} from "./lines.js";
export {sankey, type SankeyOptions} from "./sankey.js";
export {sheetIn, sheetOf, type HeldSheet, type SheetElement, type SheetOptions} from "./sheet-element.js";
export type {NotebookScenario, SheetRun} from "./sheet-run.js";
export {tables, type ResultRow, type TablesClient, type TablesOptions} from "./tables.js";

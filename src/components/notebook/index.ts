export {bridge, type BridgeStep} from "./bridge.js";
export {lines, type LinesOptions} from "./lines.js";
export {sheet, type SheetElement, type SheetOptions} from "./sheet-element.js";
export type {NotebookScenario, SheetRun} from "./sheet-run.js";

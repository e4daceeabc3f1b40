/** The module that pages load to save a report. */
export {reportFiles} from "./files.js";
export {reportHtml} from "./html.js";
export {identified} from "./identified.js";
export {browserPainter} from "./picture.js";

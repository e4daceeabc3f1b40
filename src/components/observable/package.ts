import {published} from "../../lib/library/package/index.js";
import * as elements from "./index.js";
import {adoptStyles} from "./styles.js";

/** A spreadsheet of the published model: `view(sheet({tables: ["cluster"], levers: ["parameter.hurdle"]}))`. */
export const sheet = styled((options: elements.SheetOptions = {}) => elements.sheetOf(published(), options));
export const bridge = styled(elements.bridge);
export const fan = styled(elements.fan);
export const inspector = styled(elements.inspector);
export const lines = styled(elements.lines);
export const sankey = styled(elements.sankey);
export {tables} from "./index.js";

/** Wraps the maker of an element so that the page has its styles. */
function styled<Given extends unknown[], Made>(make: (...given: Given) => Made): (...given: Given) => Made {
  return (...given) => {
    adoptStyles(document);
    return make(...given);
  };
}

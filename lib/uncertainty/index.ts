export {draw, type Range} from "./distribution.js";
export {quantiles} from "./quantile.js";
export {stream, type Random} from "./random.js";
export {sample} from "./sample.js";
export {ranges, type CellRange, type RangeOptions} from "./range.js";

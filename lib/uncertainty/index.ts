export {breakEven} from "./break-even.js";
export {checkCorrelations, independent, readCorrelations, type Correlation} from "./correlation.js";
export {draw, quantileOf, type Distribution, type Range} from "./distribution.js";
export {driversOf, reaches, type Driver} from "./driver.js";
export {quantiles} from "./quantile.js";
export {stream, type Random} from "./random.js";
export {joined, outputOf, ranges, type CellRange} from "./range.js";
export {split, type Split} from "./regional.js";
export {sobolIndices, type Index, type SobolIndices} from "./saltelli.js";
export {sample} from "./sample.js";
export {spreads, uniforms, type Design, type Spread} from "./sampler.js";
export {RELATIVE_ERROR, Sketches, type PackedSketches} from "./sketch.js";
export {
  drawInputs,
  prepare,
  type DrawnInputs,
  type Draws,
  type PreparedStudy,
  type Scheme,
  type Study,
  type StudyChanges
} from "./study.js";
export {notableDrivers, swingsIn, tornado, type OutputSwings, type Swing} from "./tornado.js";

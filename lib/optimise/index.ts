export {engineOf, type Engine, type Outcome} from "./engine.js";
export {matrixOf, Program, type Constraint, type Matrix, type Term, type Variable, type Words} from "./program.js";
export {solve, type ShadowPrice, type Solution} from "./solve.js";

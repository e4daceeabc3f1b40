import loadHighs from "highs";
import {engineOf, type Engine} from "../../lib/optimise/index.js";

let loaded: Promise<Engine> | undefined;

/** HiGHS in this process, loaded on first use. */
export function highs(): Promise<Engine> {
  return (loaded ??= loadHighs().then(engineOf));
}

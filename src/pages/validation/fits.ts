import type {Option} from "../../components/form/controls.js";
import type {Fit} from "../../components/rows/accuracy.js";

/** The predictions to choose from, by the measurements on which their factors are fitted. */
export const fits: readonly Option<Fit>[] = [
  {value: "held_out", title: "without the point's model on its accelerator"},
  {value: "fitted", title: "on all points, including this one"}
];

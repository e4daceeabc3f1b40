import {FileAttachment} from "observablehq:stdlib";
import {loadJson} from "../../components/load/until-loaded.js";
import type {Option} from "../../components/form/controls.js";
import type {Inputs} from "../../lib/sheet/inputs.js";

/** The assumptions by which a demand is served. */
export const servingInputs = () =>
  loadJson<Inputs>("the inference model's inputs", FileAttachment("../../data/serving_inputs.json").href);

/** The models that may be served. */
export function modelOptions({language_model}: Inputs): Option[] {
  const {keys, columns} = language_model!;
  return keys.map((value, row) => ({value, title: String(columns.name!.values[row])}));
}

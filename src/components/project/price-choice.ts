import {choice, type Control, type Option} from "../form/controls.js";

/** Whether prices follow the scenario or stay constant. */
export type PricePathKind = "path" | "flat";

/** The choice between a scenario's GPU-hour prices and constant ones, remembered as ?prices=. */
export function priceChoice(): Control<PricePathKind> {
  return choice("prices", "GPU-hour prices", options);
}

const options: Option<PricePathKind>[] = [
  {value: "path", title: "scenario path"},
  {value: "flat", title: "constant"}
];

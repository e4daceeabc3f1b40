import {tableBuilder, type Table} from "../sheet/index.js";

/** Terms of projects that no table of the chain has. */
interface ProjectDefault {
  utilisation: number;
  build_time: number;
  price_drift: number;
}

export const projectDefault: Table<ProjectDefault> = tableBuilder<ProjectDefault, object>()<ProjectDefault>(
  "project_default",
  "What a project is taken to be, where the model says nothing.",
  ({input}) => ({
    utilisation: input("share", "GPU-hours sold of those that can be sold"),
    build_time: input("month", "Months from the first payment to the first GPU-hour"),
    price_drift: input("1/yr", "Logarithmic change a year of the price of a GPU-hour, on top of a scenario's path")
  }),
  {single: true}
);

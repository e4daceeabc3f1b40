import type {Definitions, Vocabulary} from "../sheet/index.js";
import type {Functions} from "./functions.js";
import type {Parameter} from "./parameter.js";

/** Running costs of a cluster, or of an investment in one, apart from property tax and overhead. */
export interface RunningCosts {
  colocation_rent: number;
  electricity_cost: number;
  water_cost: number;
  operation_cost: number;
  staff_cost: number;
  licence_cost: number;
  maintenance_cost: number;
  insurance_cost: number;
}

/** The accelerators and the site that cost this much to run. */
interface Running {
  /** Accelerators at work and those that are being fitted. */
  attended_gpus: number;
  /** IT power of both. */
  housed_capacity: number;
  grid_energy: number;
  site_water: number;
  hardware: number;
  tenure: string;
  colocation_rate: number;
  power_price: number;
  water_price: number;
  staff: number;
  licence: number;
}

type Rates = Pick<
  Parameter,
  "facility_operation" | "engineer_compensation" | "wage_index" | "hardware_maintenance" | "insurance"
>;

type Words = Pick<Vocabulary<Running & RunningCosts, Rates, Functions>, "formula">;

/** The columns of `RunningCosts`. */
export function runningCosts({formula}: Words): Definitions<RunningCosts> {
  return {
    colocation_rent: formula("USD/month", "Rent of a colocated site", (c) =>
      c.tenure === "colocated" ? c.housed_capacity * c.colocation_rate : 0
    ),
    electricity_cost: formula("USD/month", "Electricity", (c) => c.grid_energy * c.power_price),
    water_cost: formula("USD/month", "On-site water", (c) => c.site_water * c.water_price),
    operation_cost: formula("USD/month", "Operation of an owned facility without energy", (c, p) =>
      c.tenure === "owned" ? c.housed_capacity * p.facility_operation : 0
    ),
    staff_cost: formula(
      "USD/month",
      "Cluster engineers",
      (c, p) => c.attended_gpus * c.staff * p.engineer_compensation * p.wage_index
    ),
    licence_cost: formula("USD/month", "Licence of the orchestrator", (c) => c.attended_gpus * c.licence),
    maintenance_cost: formula("USD/month", "Maintenance and spares", (c, p) => c.hardware * p.hardware_maintenance),
    insurance_cost: formula("USD/month", "Insurance of the hardware", (c, p) => c.hardware * p.insurance)
  };
}

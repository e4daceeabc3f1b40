import {monthly} from "./appraise.js";
import {monthlyRate, npv} from "./npv.js";
import type {Run} from "../sheet/index.js";

/** A part of the levelised cost of a GPU-hour. */
export interface CostPart {
  name: string;
  /** USD/GPU-hour. */
  cost: number;
  /** The columns of the table `project` that it is made of. */
  columns: readonly string[];
}

/** What each cost is called, and its column. */
const running = [
  ["electricity", "electricity_cost"],
  ["water", "water_cost"],
  ["colocation rent", "colocation_rent"],
  ["facility operation", "operation_cost"],
  ["property tax", "property_tax"],
  ["engineers", "staff_cost"],
  ["licences", "licence_cost"],
  ["maintenance", "maintenance_cost"],
  ["insurance", "insurance_cost"]
] as const;

/**
 * What the levelised cost of a GPU-hour is made of, before tax: each cost over all hours, both at present value, at the
 * cost of capital. Hardware and building are what is paid for them less what they are sold for; overhead is a share of
 * the price. The parts add up to `levelised_cost`; those that a project has none of are left out.
 */
export function costStack(run: Run): CostPart[] {
  const rate = monthlyRate(monthly(run, "discount_rate")[0]!);
  const hours = npv(rate, monthly(run, "sold_hours"));
  const worth = (flows: readonly number[]): number => npv(rate, flows) / hours;
  const parts: CostPart[] = [
    {name: "hardware", cost: worth(capital(run, "hardware")), columns: ["purchases", "hardware_cost", "sale"]},
    {name: "building", cost: worth(capital(run, "building")), columns: ["purchases", "building_cost", "sale"]},
    ...running.map(([name, column]) => ({name, cost: worth(monthly(run, column)), columns: [column]}))
  ];
  const share = monthly(run, "neocloud_overhead")[0]!;
  const before = parts.reduce((sum, {cost}) => sum + cost, 0);
  const overhead = {name: "overhead", cost: (before * share) / (1 - share), columns: ["neocloud_overhead"]};
  return [...parts, overhead].filter(({cost}) => cost !== 0);
}

/** What is paid each month for hardware or building, less what it is sold for. */
function capital(run: Run, what: "hardware" | "building"): number[] {
  const [investment, hardware, purchases, sale, resale, resold] = [
    "investment",
    "hardware_cost",
    "purchases",
    "sale",
    "resale_value",
    "hardware_resale"
  ].map((column) => monthly(run, column)) as [number[], number[], number[], number[], number[], number[]];
  const part = (whole: number, ofHardware: number): number => (what === "hardware" ? ofHardware : whole - ofHardware);
  return purchases.map((paid, month) => {
    const bought = (paid * hardware[month]!) / investment[month]!;
    const sold = resale[month]! > 0 ? (sale[month]! * resold[month]!) / resale[month]! : 0;
    return part(paid, bought) - part(sale[month]!, sold);
  });
}

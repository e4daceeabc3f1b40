import type {Definitions} from "../../sheet/index.js";
import type {Fleet} from "../fleet.js";
import type {Words} from "../parameter.js";

/** Prices and manufacturing costs of what is delivered, and the hardware in use at purchase prices. */
export interface Hardware {
  server_surcharge: number;
  system_price: number;
  memory_surcharge: number;
  chip_price: number;
  hardware_price: number;
  chip_purchases: number;
  system_purchases: number;
  vendor_price: number;
  vendor_price_per_power: number;
  vendor_sales: number;
  making_cost: number;
  wafer_cost: number;
  memory_spending: number;
  assembly_cost: number;
  making_carbon: number;
  making_water: number;
  wafers: number;
  start_hardware: number;
  hardware: number;
  servers: number;
  start_fitting_hardware: number;
  fitting_hardware: number;
  next_fitting_hardware: number;
  hardware_retired: number;
  next_hardware: number;
}

/** The columns of `Hardware`. */
export function hardware({formula, previous}: Words<Fleet>): Definitions<Hardware> {
  return {
    server_surcharge: formula(
      "USD/GPU",
      "Increase in the cost of a server's memory and flash since servers were quoted",
      (f, p) => f.initial_server_surcharge * p.memory_relief
    ),
    system_price: formula(
      "USD/GPU",
      "Server, network and storage per accelerator, with dearer memory and flash",
      (f, p) => f.initial_system_price * p.hardware_price_index + f.server_surcharge
    ),
    memory_surcharge: formula(
      "USD/GPU",
      "Increase in the memory cost of a good accelerator since the outset; vendors pass it on",
      (f, p) => ((f.contract_price * f.memory_scarcity - f.memory_price) * f.memory_installed) / p.assembly_yield
    ),
    chip_price: formula(
      "USD/GPU",
      "Price of an accelerator: its list price, a surcharge while orders exceed supply, and higher memory cost",
      (f, p) => f.unit_price * p.hardware_price_index * f.chip_premium + f.memory_surcharge
    ),
    hardware_price: formula(
      "USD/GPU",
      "Accelerator with its share of server, network and storage",
      (f) => f.chip_price + f.system_price
    ),
    chip_purchases: formula("USD/month", "Payments for accelerators", (f) => f.bought * f.chip_price),
    system_purchases: formula(
      "USD/month",
      "Payments for servers, network and storage",
      (f) => f.bought * f.system_price
    ),
    vendor_price: formula(
      "USD/GPU",
      "What the vendor of accelerators gets for one: its price, its cluster network and, where it is sold as a rack, " +
        "the rest of the rack without flash",
      (f, p) => f.chip_price + (p.network_cost + f.initial_rack_price) * p.hardware_price_index
    ),
    vendor_price_per_power: formula(
      "MUSD/MW",
      "This, of the power of the site that one needs",
      (f) => f.vendor_price / (f.provisioned_power * f.site_ratio)
    ),
    vendor_sales: formula("USD/month", "Revenue of vendors of accelerators", (f) => f.bought * f.vendor_price),
    making_cost: formula(
      "USD/month",
      "Manufacturing cost of the accelerators bought",
      (f) => f.bought * (f.cost_to_make + f.memory_surcharge)
    ),
    wafer_cost: formula(
      "USD/month",
      "Logic wafers in the accelerators bought",
      (f, p) => (f.bought * f.logic_cost) / p.assembly_yield
    ),
    memory_spending: formula(
      "USD/month",
      "Memory in the accelerators bought",
      (f, p) => f.bought * (f.memory_cost / p.assembly_yield + f.memory_surcharge)
    ),
    assembly_cost: formula(
      "USD/month",
      "Packaging and test of the accelerators bought",
      (f) => f.making_cost - f.wafer_cost - f.memory_spending
    ),
    making_carbon: formula(
      "tCO2e/month",
      "Embodied greenhouse gas emissions of the accelerators bought",
      (f) => f.bought * f.embodied_carbon
    ),
    making_water: formula(
      "m3/month",
      "Water used in manufacturing the accelerators bought",
      (f) => f.bought * f.embodied_water
    ),
    wafers: formula("wafer/month", "Logic wafers in the accelerators bought", (f) => f.bought * f.wafers_per_gpu),
    start_hardware: formula(
      "USD",
      "Purchase price of the hardware in use at the outset, bought before server memory and flash became dearer",
      (f) => f.gpus * (f.hardware_price - f.server_surcharge)
    ),
    hardware: previous("next_hardware", "start_hardware", "Purchase price of the hardware in use"),
    servers: formula(
      "USD",
      "Purchase price of accelerators and servers in use: hardware less its part of cluster network and storage",
      (f, p) => f.hardware * (1 - ((p.network_cost + p.storage_cost) * p.hardware_price_index) / f.hardware_price)
    ),
    start_fitting_hardware: formula(
      "USD",
      "Purchase price of the hardware on site that is being fitted at the outset",
      (f) => f.in_fitting * f.hardware_price
    ),
    fitting_hardware: previous(
      "next_fitting_hardware",
      "start_fitting_hardware",
      "Purchase price of the hardware on site that is being fitted"
    ),
    next_fitting_hardware: formula(
      "USD",
      "Purchase price of the hardware that is being fitted next month",
      (f, p) => f.fitting_hardware + (f.bought * f.hardware_price - f.fitting_hardware * f.pace) * p.step
    ),
    hardware_retired: formula("USD/month", "Purchase price of the hardware retired", (f) =>
      f.gpus > 0 ? (f.hardware * f.retired) / f.gpus : 0
    ),
    next_hardware: formula(
      "USD",
      "Purchase price of the hardware in use next month",
      (f, p) => f.hardware + (f.fitting_hardware * f.pace - f.hardware_retired) * p.step
    )
  };
}

import type {Table} from "../sheet/index.js";
import {table} from "./parameter.js";

/** A generation of logic manufacturing. */
export interface ProcessNode {
  name: string;
  wafer_price: number;
  defect_density: number;
  wafer_carbon: number;
  wafer_water: number;
  wafer_electricity: number;
}

/** A generation of accelerator memory. */
export interface Memory {
  name: string;
  price: number;
  carbon: number;
  contract_price: number;
}

/** Accelerators that share a design, and the shares of their peaks that serving software reaches on them. */
export interface AcceleratorFamily {
  name: string;
  compute_efficiency: number;
  bandwidth_efficiency: number;
  layer_latency: number;
  expert_latency: number;
  reduce_latency: number;
  link_efficiency: number;
  software_maturity: number;
  device_idle_share: number;
}

/** A kind of accelerator: what it can do, what it costs to make and to buy, what its making used up. */
export interface Accelerator {
  vendor: string;
  name: string;
  release: number;
  process_node: ProcessNode;
  memory: Memory;
  accelerator_family: AcceleratorFamily;
  dies: number;
  die_area: number;
  memory_capacity: number;
  memory_spare: number;
  memory_bandwidth: number;
  bf16: number;
  fp8: number;
  fp4: number;
  link_bandwidth: number;
  scaleup_domain: number;
  tdp: number;
  unit_price: number;
  base_cost: number;
  packaging_cost: number;
  test_cost: number;
  harvested_share: number;
  server_power: number;
  server_price: number;
  flash_cost: number;
  cpu_memory: number;

  wafer_price: number;
  defect_density: number;
  memory_price: number;
  contract_price: number;
  wafer_carbon: number;
  wafer_water: number;
  wafer_electricity: number;
  memory_carbon: number;
  compute_efficiency: number;
  bandwidth_efficiency: number;
  layer_latency: number;
  expert_latency: number;
  reduce_latency: number;
  link_efficiency: number;
  software_maturity: number;
  device_idle_share: number;

  gross_dies: number;
  defect_free: number;
  die_yield: number;
  die_cost: number;
  logic_cost: number;
  memory_installed: number;
  memory_cost: number;
  parts_cost: number;
  cost_to_make: number;
  memory_share: number;
  vendor_margin: number;
  server_surcharge: number;
  system_price: number;
  rack_price: number;
  rack_memory_share: number;
  provisioned_power: number;
  loaded_power: number;
  wafers: number;
  embodied_carbon: number;
  embodied_water: number;
  embodied_electricity: number;

  work: number;
  compute_work: number;
  spot_price: number;
  rent_reference: Accelerator;
  reference_rent: number;
  reference_work: number;
  on_demand_price: number;
}

export const processNode: Table<ProcessNode> = table<ProcessNode>(
  "process_node",
  "Generations of logic manufacturing.",
  ({text, input}) => ({
    name: text("Name of the process"),
    wafer_price: input("USD/wafer", "Price of a processed wafer"),
    defect_density: input("defect/cm2", "Killer defects per area"),
    wafer_carbon: input("kgCO2e/wafer", "Greenhouse gas emissions of making a wafer"),
    wafer_water: input("L/wafer", "Water used in making a wafer"),
    wafer_electricity: input("kWh/wafer", "Electricity used in making a wafer")
  })
);

export const memory: Table<Memory> = table<Memory>(
  "memory",
  "Generations of accelerator memory.",
  ({text, input, formula}) => ({
    name: text("Name of the memory"),
    price: input("USD/GB", "Price that accelerator makers pay at the outset"),
    carbon: input("kgCO2e/GB", "Greenhouse gas emissions of making it"),
    contract_price: formula(
      "USD/GB",
      "Price that accelerator makers pay in the month",
      (m, p) => m.price * p.memory_price_index
    )
  })
);

export const acceleratorFamily: Table<AcceleratorFamily> = table<AcceleratorFamily>(
  "accelerator_family",
  "Accelerators that share a design: how much of their peaks serving reaches, fitted on published measurements.",
  ({text, input}) => ({
    name: text("Vendor and design"),
    compute_efficiency: input("share", "Share of the dense peak that matrix multiplications and attention reach"),
    bandwidth_efficiency: input("share", "Share of the memory bandwidth that reading reaches"),
    layer_latency: input("ms/layer", "Fixed time of a layer on one accelerator"),
    expert_latency: input("1", "Further launches of a layer with experts, of a layer's fixed time"),
    reduce_latency: input("ms/layer", "Waiting for the others when the parts of a split matrix are added up"),
    link_efficiency: input("share", "Share of the links' bandwidth that exchange reaches"),
    software_maturity: input(
      "1/yr",
      "Continuous growth rate (per year) of the shares of peak that serving software reaches"
    ),
    device_idle_share: input("share", "Power of an accelerator that holds a model and waits, of its rated power")
  })
);

export const accelerator: Table<Accelerator> = table<Accelerator>(
  "accelerator",
  "Accelerators: specifications, cost to make against price paid, what their making uses up.",
  ({text, date, ref, input, lookup, lookups, formula}) => ({
    vendor: text("Who designs and sells it"),
    name: text("Name and form factor"),
    release: date("First shipments"),
    process_node: ref(() => processNode, "Process of the compute dies"),
    memory: ref(() => memory, "Kind of memory"),
    accelerator_family: ref(() => acceleratorFamily, "Design that it shares with others"),
    dies: input("die/GPU", "Compute dies in a package"),
    die_area: input("mm2/die", "Area of a compute die"),
    memory_capacity: input("GB/GPU", "Memory that software can use"),
    memory_spare: input("GB/GPU", "Memory that is installed beyond that, as spare"),
    memory_bandwidth: input("TB/GPU-s", "Memory bandwidth"),
    bf16: input("TFLOP/GPU-s", "Dense peak at 16 bits"),
    fp8: input("TFLOP/GPU-s", "Dense peak at 8 bits"),
    fp4: input("TFLOP/GPU-s", "Dense peak at 4 bits"),
    link_bandwidth: input("GB/GPU-s", "Bandwidth into the scale-up network, both directions"),
    scaleup_domain: input("GPU", "Accelerators in a scale-up domain"),
    tdp: input("W/GPU", "Thermal design power"),
    unit_price: input("USD/GPU", "Price that operators pay"),
    base_cost: input("USD/GPU", "Wafer cost of the input-output dies that carry compute dies, where it has such"),
    packaging_cost: input("USD/GPU", "Cost of advanced packaging"),
    test_cost: input("USD/GPU", "Cost of test and assembly"),
    harvested_share: input("share", "Share of dies with a defect that are sold, where it is not that of other designs"),
    server_power: input("W/GPU", "Power that a site provides for one with its share of server or rack, where stated"),
    server_price: input(
      "USD/GPU",
      "Server, links and network cards that come with it as a rack, where it is sold as one"
    ),
    flash_cost: input("USD/GPU", "Flash of the rack at its price, where it is sold as a rack"),
    cpu_memory: input("GB/GPU", "Memory of the rack's processors, where it is sold as a rack"),

    ...lookups("process_node", "wafer_price", "defect_density"),
    memory_price: lookup("memory", "price"),
    contract_price: lookup("memory", "contract_price"),
    ...lookups("process_node", "wafer_carbon", "wafer_water", "wafer_electricity"),
    memory_carbon: lookup("memory", "carbon"),
    ...lookups("accelerator_family", "compute_efficiency", "bandwidth_efficiency", "layer_latency"),
    ...lookups("accelerator_family", "expert_latency", "reduce_latency", "link_efficiency", "software_maturity"),
    ...lookups("accelerator_family", "device_idle_share"),

    gross_dies: formula("die/wafer", "Compute dies on a wafer, before yield", (a, p, f) =>
      f.gross_dies(a.die_area, p.wafer_diameter)
    ),
    defect_free: formula("share", "Share of dies without a defect", (a, p, f) =>
      f.die_yield(a.die_area, a.defect_density, p.yield_clustering)
    ),
    die_yield: formula(
      "share",
      "Share of dies that are sold, with and without a defect",
      (a, p, {known}) => a.defect_free + (1 - a.defect_free) * known(a.harvested_share, p.harvested_share)
    ),
    die_cost: formula(
      "USD/die",
      "Wafer cost of a die that is sold",
      (a) => a.wafer_price / (a.gross_dies * a.die_yield)
    ),
    logic_cost: formula(
      "USD/GPU",
      "Wafer cost of the logic dies",
      (a, _, {known}) => a.dies * a.die_cost + known(a.base_cost, 0)
    ),
    memory_installed: formula("GB/GPU", "Memory in the package", (a) => a.memory_capacity + a.memory_spare),
    memory_cost: formula("USD/GPU", "Cost of the memory", (a) => a.memory_installed * a.memory_price),
    parts_cost: formula(
      "USD/GPU",
      "Logic, memory, packaging and test of a package, before what is lost in assembly",
      (a) => a.logic_cost + a.memory_cost + a.packaging_cost + a.test_cost
    ),
    cost_to_make: formula(
      "USD/GPU",
      "Logic, memory, packaging and test, per package that is good in the end",
      (a, p) => a.parts_cost / p.assembly_yield
    ),
    memory_share: formula(
      "share",
      "Memory in a package, of the cost to make, in which what is lost in assembly counts apart",
      (a) => a.memory_cost / a.cost_to_make
    ),
    vendor_margin: formula(
      "1",
      "Share of the price that is not cost to make",
      (a) => 1 - a.cost_to_make / a.unit_price
    ),
    server_surcharge: formula(
      "USD/GPU",
      "Increase in the cost of its server's memory and flash since the quotes; a rack's price is of the outset",
      (a, p, {known}) => (known(a.server_price, 0) > 0 ? 0 : p.server_surcharge)
    ),
    system_price: formula(
      "USD/GPU",
      "Server, network and storage that go with it, as quoted",
      (a, p, {known}) => known(a.server_price, p.server_cost) + p.network_cost + p.storage_cost
    ),
    rack_price: formula(
      "USD/GPU",
      "What its vendor sells with it in a rack: processors, links and network cards, without flash; 0 where it is " +
        "sold alone",
      (a, _, {known}) => known(a.server_price, 0) - known(a.flash_cost, 0)
    ),
    rack_memory_share: formula(
      "share",
      "Memory of accelerators and processors and flash at what they cost in the month, of the price of a rack then",
      (a, p) =>
        (a.memory_installed * a.contract_price + a.cpu_memory * p.cpu_memory_price + a.flash_cost) /
        (a.unit_price + a.server_price + a.memory_installed * (a.contract_price - a.memory_price))
    ),
    provisioned_power: formula(
      "W/GPU",
      "Power that a site provides for one with its share of server or rack",
      (a, p, {known}) => known(a.server_power, a.tdp * p.provisioned_power_ratio)
    ),
    loaded_power: formula(
      "W/GPU",
      "Power that one draws with its share of a loaded server, at most what the site provides",
      (a, p, {min}) => min(a.tdp * p.server_power_ratio, a.provisioned_power)
    ),
    wafers: formula(
      "wafer/GPU",
      "Logic wafers used up, per package that is good in the end",
      (a, p) => a.dies / (a.gross_dies * a.die_yield * p.assembly_yield)
    ),
    embodied_carbon: formula(
      "kgCO2e/GPU",
      "Greenhouse gas emissions of making logic and memory",
      (a, p) => a.wafers * a.wafer_carbon + (a.memory_installed * a.memory_carbon) / p.assembly_yield
    ),
    embodied_water: formula("L/GPU", "Water used in making the logic", (a) => a.wafers * a.wafer_water),
    embodied_electricity: formula(
      "kWh/GPU",
      "Electricity used in making the logic",
      (a) => a.wafers * a.wafer_electricity
    ),

    work: formula(
      "1",
      "Tokens that it gives at the shares of its peaks that software reaches, relative to an H100",
      (a, p, {known}) =>
        1 /
        ((p.compute_bound_share * p.reference_compute) / (known(a.fp8, a.bf16) * a.compute_efficiency) +
          ((1 - p.compute_bound_share) * p.reference_bandwidth) / (a.memory_bandwidth * a.bandwidth_efficiency))
    ),
    compute_work: formula(
      "1",
      "Arithmetic at 8 bits, or at 16 where it has none, that software reaches on it, relative to an H100",
      (a, p, {known}) => (known(a.fp8, a.bf16) * a.compute_efficiency) / p.reference_compute
    ),
    spot_price: input(
      "USD/GPU-hour",
      "Traded price of an hour on demand at the outset: the level of all, times what indices that quote both tell"
    ),
    rent_reference: ref(() => accelerator, "Accelerator with quotes whose rent its own follows where it has none"),
    reference_rent: lookup("rent_reference", "spot_price", "Price of an hour of the accelerator that its rent follows"),
    reference_work: lookup("rent_reference", "work", "Work of the accelerator that its rent follows"),
    on_demand_price: formula(
      "USD/GPU-hour",
      "Price of an hour on demand at the outset: as quoted, or by the work that it does",
      (a, p, {known}) =>
        p.rent_level * known(a.spot_price, a.reference_rent * (a.work / a.reference_work) ** p.value_exponent)
    )
  })
);

import type {Table} from "../sheet/index.js";
import {market, type Market} from "./market.js";
import {cluster, type Cluster} from "./cluster.js";
import {hardware, type Hardware} from "./fleet/hardware.js";
import {installed, type Installed} from "./fleet/installed.js";
import {newCost, type NewCost} from "./fleet/new-cost.js";
import {offtake, type Offtake} from "./fleet/offtake.js";
import {pipeline, type Pipeline} from "./fleet/pipeline.js";
import {used, type Used} from "./fleet/used.js";
import type {Neocloud} from "./neocloud.js";
import {table} from "./parameter.js";
import {accelerator, type Accelerator, type Memory} from "./silicon.js";

/** The accelerators of one kind in a cluster, from the order to the sale. */
export interface Fleet extends Pipeline, Installed, Hardware, NewCost, Used, Offtake {
  cluster: Cluster;
  accelerator: Accelerator;
  market: Market;
  neocloud: Neocloud;
  present: number;
  from: number;
  order: number;

  accelerator_vendor: string;
  unit_price: number;
  tdp: number;
  provisioned_power: number;
  loaded_power: number;
  initial_system_price: number;
  initial_server_surcharge: number;
  initial_rack_price: number;
  compute_work: number;
  memory: Memory;
  memory_price: number;
  contract_price: number;
  memory_installed: number;
  work: number;
  on_demand_price: number;
  cost_to_make: number;
  logic_cost: number;
  memory_cost: number;
  embodied_carbon: number;
  embodied_water: number;
  wafers_per_gpu: number;
  count: number;
  contract_share: number;
  start_work: number;
  start_on_demand_price: number;
  order_book: number;
  generations: number;
  spot_index: number;
  attraction_sum: number;
  tenure: string;
  pue: number;
  site_ratio: number;
  power_price: number;
  construction_cost: number;
  colocation_rate: number;
  staff: number;
  licence: number;
  allocatable_share: number;
  active_share: number;
  rate: number;
  life: number;
  wanted_capacity: number;
  memory_share: number;
  memory_scarcity: number;
  chip_premium: number;
  power_premium: number;
  power_share: number;
  used_index: number;
  mean_allocatable_share: number;
  mean_active_share: number;
  mean_energy_price: number;
  mean_attendance: number;
  mean_place_cost: number;
  resale_share: number;
}

export const fleet: Table<Fleet> = table<Fleet>(
  "fleet",
  "Accelerators of one kind in a cluster: ordered, in the making, in use, retired, and what they cost.",
  (words) => {
    const {ref, date, input, lookup, lookups} = words;
    return {
      cluster: ref(() => cluster, "Where they are"),
      accelerator: ref(() => accelerator, "What they are"),
      market: ref(() => market, "Market in which they are bought"),
      neocloud: lookup("cluster", "neocloud"),
      present: input("1", "1 for what the cluster holds at the start, 0 for a later generation"),
      from: date("Month from which on they are ordered"),
      order: input("1", "How many generations it is ahead of what is installed initially"),

      accelerator_vendor: lookup("accelerator", "vendor"),
      ...lookups("accelerator", "provisioned_power", "loaded_power", "memory", "memory_price"),
      initial_system_price: lookup("accelerator", "system_price"),
      initial_server_surcharge: lookup("accelerator", "server_surcharge"),
      initial_rack_price: lookup("accelerator", "rack_price"),
      compute_work: lookup("accelerator", "compute_work"),
      contract_price: lookup("memory", "contract_price"),
      ...lookups("accelerator", "unit_price", "tdp", "memory_installed", "work", "on_demand_price"),
      ...lookups("accelerator", "cost_to_make", "logic_cost", "memory_cost", "embodied_carbon", "embodied_water"),
      wafers_per_gpu: lookup("accelerator", "wafers"),
      ...lookups("cluster", "count", "contract_share"),
      ...lookups("cluster", "start_work", "start_on_demand_price", "order_book"),
      ...lookups("market", "generations", "spot_index"),
      attraction_sum: lookup("cluster", "attraction"),
      site_ratio: lookup("cluster", "site_ratio"),
      ...lookups("cluster", "tenure", "pue", "power_price", "construction_cost", "colocation_rate", "staff", "licence"),
      ...lookups("cluster", "allocatable_share", "active_share", "rate", "life", "wanted_capacity"),
      ...lookups("market", "memory_share", "memory_scarcity", "chip_premium"),
      ...lookups("cluster", "power_share", "power_premium"),
      ...lookups("market", "used_index", "mean_allocatable_share", "mean_active_share", "mean_energy_price"),
      ...lookups("market", "mean_attendance", "mean_place_cost", "resale_share"),

      ...pipeline(words),
      ...installed(words),
      ...hardware(words),
      ...newCost(words),
      ...used(words),
      ...offtake(words)
    };
  }
);

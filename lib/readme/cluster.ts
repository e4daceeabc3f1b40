import type {Table} from "../sheet/index.js";
import {datacenter, type Datacenter} from "./datacenter.js";
import {table} from "./parameter.js";

/** Accelerators of one kind on a site. */
export interface Cluster {
  datacenter: Datacenter;
  gpu: string;
  count: number;
  tdp: number;
  unit_price: number;
  utilization: number;
  rental_price: number;
  hardware: number;
  rented: number;
  it_power: number;
  revenue: number;
}

/** Clusters: cost, power and revenue. */
export const cluster: Table<Cluster> = table<Cluster>(
  "readme_cluster",
  "Clusters of the earlier program's neoclouds.",
  ({ref, text, input, formula}) => ({
    datacenter: ref(() => datacenter, "Site of the cluster"),
    gpu: text("Kind of accelerator"),
    count: input("GPU", "Accelerators installed"),
    tdp: input("W/GPU", "Power of an accelerator in use"),
    unit_price: input("USD/GPU", "Price of an accelerator"),
    utilization: input("share", "Share of time for which an accelerator is rented"),
    rental_price: input("USD/GPU-hour", "Rental price of an accelerator"),
    hardware: formula("USD", "Price of the accelerators", (c) => c.count * c.unit_price),
    rented: formula("GPU", "Accelerators rented out, on average", (c) => c.count * c.utilization),
    it_power: formula("kW", "Average power of the accelerators", (c) => c.rented * c.tdp),
    revenue: formula("USD/month30", "Rental revenue", (c) => c.rented * c.rental_price)
  })
);

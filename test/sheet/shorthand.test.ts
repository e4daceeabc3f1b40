import {expect, it} from "vitest";
import {accelerator, cluster, table, type Cluster, type Market} from "./five-rows.js";

interface Rack {
  gpu: Cluster["gpu"];
  tdp: number;
  installed: number;
}

it("lookups equal single lookups", () =>
  void table<Rack>("rack", "", ({ref, lookup, lookups}) => {
    const gpu = ref(() => accelerator, "");
    const short = {gpu, ...lookups("gpu", "tdp", "installed")};
    const long = {gpu, tdp: lookup("gpu", "tdp"), installed: lookup("gpu", "installed")};
    expect(Object.entries(short)).toEqual(Object.entries(long));
    return short;
  }));

it("sums equal single rollups", () =>
  void table<Pick<Market, "energy_cost"> & {count: number}>("total", "", ({rollup, sums}) => {
    const rows = () => cluster;
    const short = sums(rows, "energy_cost", "count");
    expect(Object.entries(short)).toEqual(
      Object.entries({energy_cost: rollup(rows, "energy_cost", "sum"), count: rollup(rows, "count", "sum")})
    );
    return short;
  }));

import {describe, expect, it} from "vitest";
import {broken, higher, lower, same, times} from "./statics.js";

const calm = ["reference", "gpu-glut"];

describe("speeds at which models are sold", () => {
  it("a slower mid-size model costs providers less, and a prompt takes less energy, since batches are larger", () =>
    expect(
      broken(
        {"deployment[meridian-medium].tpot_limit": times(1.25)},
        [
          higher("comparison.provider_gross_margin"),
          higher("application[assistant].laboratory_gross_margin"),
          lower("segment[assistant-free].energy_per_request"),
          lower("economy.gpus")
        ],
        {months: [0]}
      )
    ).toEqual([]));
  it("drafted tokens lower what serving at such speeds costs and draws", () =>
    expect(
      broken(
        {"provider[meridian].speculation": 1.5},
        [lower("segment[assistant-free].energy_per_request"), lower("deployment[meridian-medium].hours_per_token")],
        {from: {"provider[meridian].speculation": 1.2}, months: [0]}
      )
    ).toEqual([]));
});

describe("what the inputs of one layer do to the figures that others publish", () => {
  it("a dearer cluster network makes racks dearer, too, and earns their vendor more for a MW", () =>
    expect(
      broken(
        {"parameter.network_cost": times(1.4)},
        [higher("fleet[atlas-b200-rubin].hardware_price"), higher("fleet[atlas-b200-rubin].vendor_price_per_power")],
        {months: [0, 12]}
      )
    ).toEqual([]));
  it("more requests of a company's developers raise their bill and the seller's revenue for each", () =>
    expect(
      broken(
        {"segment[coder-team].requests_per_user": times(1.3)},
        [higher("segment[coder-team].full_bill"), higher("application[coder].revenue_per_payer")],
        {of: calm, months: [0, 12]}
      )
    ).toEqual([]));
  it("more hours with the tool save more of them, with the same tokens", () =>
    expect(
      broken(
        {"task[general].assisted_hours": times(0.7)},
        [lower("comparison.hours_saved_share"), lower("economy.productivity_value"), same("economy.tokens")],
        {months: [0, 24]}
      )
    ).toEqual([]));
});

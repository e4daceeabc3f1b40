import {readdirSync, readFileSync} from "node:fs";
import {expect, it} from "vitest";
import {scaledUnits} from "../../data-loaders/run/check-assumptions.js";
import {unitNotes} from "../../lib/sheet/unit-notes.js";
import {project} from "../model/project.js";

const tables = project.models.get("chain")!.model.tables;
const notesOf = (name: string, change: (text: string) => string): string[] => {
  const text = readFileSync(`assumptions/${name}.csv`, "utf8");
  return unitNotes(
    tables.find((table) => table.name === name)!,
    change(text),
    `${name}.csv`
  );
};

it("a header in another unit than its column's is noted, with an example and a hint", () =>
  expect(notesOf("accelerator", (text) => text.replace("tdp [W/GPU]", "tdp [kW/GPU]"))).toEqual([
    "accelerator.csv:1: tdp is in kW/GPU, the model's in W/GPU: 300 of v100 is read as 300,000 W/GPU\n" +
      "  if the numbers are already in W/GPU, use tdp [W/GPU]"
  ]));

it("a parameter's unit is noted likewise, with its line", () => {
  const lines = readFileSync("assumptions/parameter.csv", "utf8").split("\n");
  const at = lines.findIndex((line) => line.includes(",USD/GB,"));
  const [key] = lines[at]!.split(",");
  const [note = "", ...others] = notesOf("parameter", (text) => text.replace(",USD/GB,", ",USD/TB,"));
  expect(note).toContain(`parameter.csv:${at + 1}: ${key} is in USD/TB, the model's in USD/GB: `);
  expect(note).toContain("use the unit USD/GB");
  expect(others).toEqual([]);
});

it("the project's own files are in the units of their columns", () => {
  expect(readdirSync("assumptions").length).toBeGreaterThan(50);
  expect(scaledUnits(project)).toEqual([]);
});

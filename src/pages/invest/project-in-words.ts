import type {Choice} from "../../lib/finance/project-inputs.js";

/** A time of payback, of which not all projects have one. */
export function yearsInWords(years: number, format: (years: number) => string): string {
  return Number.isFinite(years) ? `${format(years)} years` : "not recovered";
}

/** A project by its keys: `4,096 b200 in texas (a site like council-bluffs)`. */
export function projectInWords(
  {accelerator, facility, region}: Pick<Choice, "accelerator" | "facility" | "region">,
  count: number
): string {
  const place = region === "site" ? `at ${facility}` : `in ${region} (a site like ${facility})`;
  return `${count.toLocaleString("en-US")} ${accelerator} ${place}`;
}

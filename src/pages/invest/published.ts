import {costStack} from "../../lib/finance/cost-stack.js";
import {monthly} from "../../lib/finance/appraise.js";
import type {Run} from "../../lib/sheet/run.js";

/** A row of a table of published figures: what is needed of it. */
export interface PublishedFigure {
  key: string;
  published: number;
  published_low: number;
  published_high: number;
  basis: string;
  as_of: string;
  source: string;
  url: string;
}

/** A part of the cost of an hour owned, USD/GPU-hour; `share` of all. */
export interface OwnerPart {
  name: OwnerPartName;
  cost: number;
  share: number;
}

export const ownerParts = ["hardware", "building and rent", "electricity", "other running cost"] as const;
export type OwnerPartName = (typeof ownerParts)[number];

const partOf: Readonly<Record<string, OwnerPartName>> = {
  hardware: "hardware",
  building: "building and rent",
  "colocation rent": "building and rent",
  electricity: "electricity"
};

/**
 * What an hour owned costs, as published models count it: the levelised cost without selling and administration, per
 * hour that the accelerator exists, not per hour sold.
 */
export function ownerCost(run: Run): OwnerPart[] {
  const sold = monthly(run, "utilisation")[0]! * monthly(run, "allocatable_share")[0]!;
  const costs = new Map<OwnerPartName, number>(ownerParts.map((name) => [name, 0]));
  for (const {name, cost} of costStack(run).filter((part) => part.name !== "overhead")) {
    const part = partOf[name] ?? "other running cost";
    costs.set(part, costs.get(part)! + cost * sold);
  }
  const total = [...costs.values()].reduce((sum, cost) => sum + cost, 0);
  return [...costs].map(([name, cost]) => ({name, cost, share: cost / total}));
}

/** A published model of what an hour costs: only its total is published. */
export interface PublishedTotal extends Omit<PublishedFigure, "key" | "published"> {
  name: string;
}

/** The published cost of owning an accelerator for an hour; nothing where none is known. */
export function publishedTotal(figures: readonly PublishedFigure[], accelerator: string): PublishedTotal | undefined {
  const found = figures.find(({key}) => key === `owner-${accelerator}`);
  return found && {...found, name: "SemiAnalysis, total only"};
}

/** A published model of how the cost of owning is divided. */
export interface PublishedShares extends Pick<PublishedFigure, "as_of" | "source" | "url" | "basis"> {
  name: string;
  parts: {name: OwnerPartName | "not divided further"; share: number}[];
}

/** How Epoch AI divides the cost of a site of 1 GW. */
export function publishedShares(figures: readonly PublishedFigure[]): PublishedShares | undefined {
  const [hardware, electricity] = ["server-share-tco", "power-share-tco"].map((key) =>
    figures.find((figure) => figure.key === key)
  );
  if (!hardware || !electricity) return undefined;
  const rest = 1 - hardware.published - electricity.published;
  return {
    ...hardware,
    name: "Epoch AI, site of 1 GW",
    parts: [
      {name: "hardware", share: hardware.published},
      {name: "electricity", share: electricity.published},
      {name: "not divided further", share: rest}
    ]
  };
}

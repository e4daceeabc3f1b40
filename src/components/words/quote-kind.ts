/** `reserved-1-year` as readers know it: `reserved 1 year`; `on-demand` keeps its hyphen. */
export function contractName(contract: string): string {
  return contract === "on-demand" ? contract : contract.replaceAll("-", " ");
}

/** A class of sellers as readers know it: `neocloud` is `neoclouds`. */
export function sellersName(seller: string): string {
  return sellers[seller] ?? `${seller}s`;
}

const sellers: Readonly<Record<string, string>> = {
  all: "all except cost models",
  index: "indices",
  "tco-model": "cost models"
};

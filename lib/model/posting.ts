/** Who pays and is paid. */
export const sectors = [
  "Users",
  "Applications",
  "Providers",
  "Neoclouds",
  "Investors",
  "Chip vendors",
  "System vendors",
  "Builders",
  "Foundries",
  "Memory makers",
  "Packaging houses",
  "Power suppliers",
  "Water suppliers",
  "Landlords",
  "Dealers",
  "Service suppliers",
  "Workers",
  "Governments"
] as const;
export type Sector = (typeof sectors)[number];

/**
 * `final`: by users, private or at work; `investment`: in capital; `purchase`: passed on in the buyer's product;
 * `income`: wages and taxes; `asset`: for what was made before, so that it adds no value.
 */
export type Kind = "final" | "investment" | "purchase" | "income" | "asset";

/** A payment that the model makes each month: who pays whom for what, and the columns that say how much. */
export interface Posting {
  table: string;
  /** A sector, and the column that names the actor within it: a reference, or `key` for the row itself. */
  from: [Sector, string?];
  to: [Sector, string?];
  good: string;
  kind: Kind;
  amount: string;
  quantity?: string;
}

const investors: [Sector, string] = ["Investors", "neocloud"];
const neoclouds: [Sector, string] = ["Neoclouds", "neocloud"];
const providers: [Sector, string] = ["Providers", "provider"];
const applications: [Sector, string] = ["Applications", "application"];

export const postings: readonly Posting[] = [
  {
    table: "segment",
    from: ["Users", "key"],
    to: applications,
    good: "subscriptions",
    kind: "final",
    amount: "subscriptions",
    quantity: "payers"
  },
  {
    table: "segment",
    from: ["Users", "key"],
    to: applications,
    good: "metered use",
    kind: "final",
    amount: "metered_revenue"
  },
  {
    table: "segment",
    from: applications,
    to: ["Service suppliers"],
    good: "payment processing",
    kind: "purchase",
    amount: "payment_cost"
  },
  {
    table: "segment",
    from: applications,
    to: ["Service suppliers"],
    good: "hosting",
    kind: "purchase",
    amount: "hosting_cost"
  },
  {
    table: "segment",
    from: applications,
    to: ["Service suppliers"],
    good: "marketing",
    kind: "purchase",
    amount: "acquisition"
  },
  {
    table: "segment",
    from: applications,
    to: ["Service suppliers"],
    good: "delivery",
    kind: "purchase",
    amount: "service_cost"
  },
  {
    table: "segment",
    from: applications,
    to: ["Workers"],
    good: "account management",
    kind: "income",
    amount: "retention_cost"
  },
  {
    table: "segment",
    from: applications,
    to: ["Workers"],
    good: "customer support",
    kind: "income",
    amount: "support_cost"
  },
  {
    table: "segment",
    from: applications,
    to: ["Workers"],
    good: "product development",
    kind: "income",
    amount: "development_cost"
  },
  {
    table: "segment",
    from: applications,
    to: ["Workers"],
    good: "administration",
    kind: "income",
    amount: "administration_cost"
  },
  {
    table: "routing",
    from: applications,
    to: providers,
    good: "tokens",
    kind: "purchase",
    amount: "spending",
    quantity: "tokens"
  },
  {
    table: "deployment",
    from: providers,
    to: neoclouds,
    good: "GPU-hours",
    kind: "purchase",
    amount: "home_rent",
    quantity: "home_hours"
  },
  {
    table: "deployment",
    from: providers,
    to: neoclouds,
    good: "GPU-hours not used",
    kind: "purchase",
    amount: "unused_rent"
  },
  {
    table: "trade",
    from: providers,
    to: neoclouds,
    good: "GPU-hours elsewhere",
    kind: "purchase",
    amount: "rent"
  },
  {
    table: "deployment",
    from: providers,
    to: ["Service suppliers"],
    good: "network traffic",
    kind: "purchase",
    amount: "egress",
    quantity: "output_tokens"
  },
  {
    table: "deployment",
    from: providers,
    to: ["Workers"],
    good: "research, sales and administration",
    kind: "income",
    amount: "overhead"
  },
  {
    table: "cluster",
    from: neoclouds,
    to: ["Power suppliers"],
    good: "electricity",
    kind: "purchase",
    amount: "electricity_cost",
    quantity: "grid_energy"
  },
  {
    table: "cluster",
    from: neoclouds,
    to: ["Water suppliers"],
    good: "water",
    kind: "purchase",
    amount: "water_cost",
    quantity: "site_water"
  },
  {
    table: "cluster",
    from: neoclouds,
    to: ["Landlords"],
    good: "colocation",
    kind: "purchase",
    amount: "colocation_rent",
    quantity: "it_capacity"
  },
  {
    table: "cluster",
    from: neoclouds,
    to: investors,
    good: "use of hardware",
    kind: "purchase",
    amount: "hardware_charge",
    quantity: "gpus"
  },
  {
    table: "cluster",
    from: neoclouds,
    to: investors,
    good: "capital in hardware being fitted",
    kind: "purchase",
    amount: "fitting_charge"
  },
  {
    table: "cluster",
    from: neoclouds,
    to: investors,
    good: "use of buildings",
    kind: "purchase",
    amount: "building_charge"
  },
  {
    table: "cluster",
    from: neoclouds,
    to: ["Service suppliers"],
    good: "maintenance",
    kind: "purchase",
    amount: "maintenance_cost"
  },
  {
    table: "cluster",
    from: neoclouds,
    to: ["Service suppliers"],
    good: "insurance",
    kind: "purchase",
    amount: "insurance_cost"
  },
  {
    table: "cluster",
    from: neoclouds,
    to: ["Service suppliers"],
    good: "software licences",
    kind: "purchase",
    amount: "licence_cost"
  },
  {table: "cluster", from: neoclouds, to: ["Workers"], good: "cluster engineers", kind: "income", amount: "staff_cost"},
  {
    table: "cluster",
    from: neoclouds,
    to: ["Service suppliers"],
    good: "facility operation",
    kind: "purchase",
    amount: "operation_cost"
  },
  {
    table: "cluster",
    from: neoclouds,
    to: ["Workers"],
    good: "sales and administration",
    kind: "income",
    amount: "overhead"
  },
  {
    table: "cluster",
    from: neoclouds,
    to: ["Governments"],
    good: "property tax",
    kind: "income",
    amount: "property_tax"
  },
  {
    table: "fleet",
    from: investors,
    to: ["Chip vendors", "accelerator_vendor"],
    good: "accelerators",
    kind: "investment",
    amount: "chip_purchases",
    quantity: "bought"
  },
  {
    table: "cluster",
    from: investors,
    to: ["System vendors"],
    good: "servers, network, storage",
    kind: "investment",
    amount: "system_purchases"
  },
  {
    table: "cluster",
    from: investors,
    to: ["Builders"],
    good: "buildings",
    kind: "investment",
    amount: "building_purchases"
  },
  {
    table: "fleet",
    from: ["Dealers"],
    to: investors,
    good: "used accelerators",
    kind: "asset",
    amount: "resale",
    quantity: "resold"
  },
  {
    table: "fleet",
    from: ["Chip vendors", "accelerator_vendor"],
    to: ["Foundries"],
    good: "logic wafers",
    kind: "purchase",
    amount: "wafer_cost",
    quantity: "wafers"
  },
  {
    table: "fleet",
    from: ["Chip vendors", "accelerator_vendor"],
    to: ["Memory makers"],
    good: "memory",
    kind: "purchase",
    amount: "memory_spending"
  },
  {
    table: "fleet",
    from: ["Chip vendors", "accelerator_vendor"],
    to: ["Packaging houses"],
    good: "packaging and test",
    kind: "purchase",
    amount: "assembly_cost"
  }
];

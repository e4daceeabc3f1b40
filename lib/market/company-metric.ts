/** A figure of a layer's companies that a reader can compare. */
export interface Metric {
  key: string;
  title: string;
  unit: string;
  /** Whether more or less of it is better for the company. */
  better: "more" | "less";
  /** The part of a gap to which it belongs. */
  part: string;
  /** Plausible minimum and maximum for a company: a value beyond them has a wrong number or unit. */
  range: readonly [low: number, high: number];
}

/** The figures of a company, by metric. */
export type Figures = Readonly<Record<string, number>>;

/** A layer's companies: the figures compared, the margin that they explain, and their counterparts in the model. */
export interface Yardstick {
  title: string;
  metrics: readonly Metric[];
  /** The margin to be explained: profit as a share of revenue. */
  margin: (figures: Figures) => number;
  /** The model's table whose rows are companies, and how figures follow from its columns. */
  table: string;
  columns: readonly string[];
  figures: (cell: (column: string) => number) => Figures;
}

export const HOURS_PER_YEAR = 8766;
const MONTH = HOURS_PER_YEAR / 12;

/** Earnings of a neocloud per available GPU-hour. */
const neocloud: Yardstick = {
  title: "Neocloud",
  metrics: [
    {
      key: "price",
      title: "Price of a GPU-hour",
      unit: "USD/GPU-hour",
      better: "more",
      part: "price",
      range: [0.01, 1000]
    },
    {
      key: "utilisation",
      title: "Utilisation: share of available GPU-hours sold",
      unit: "share",
      better: "more",
      part: "utilisation",
      range: [0.001, 1]
    },
    {key: "pue", title: "PUE", unit: "1", better: "less", part: "power", range: [1, 5]},
    {
      key: "power_price",
      title: "Price of electricity",
      unit: "USD/kWh",
      better: "less",
      part: "power",
      range: [0.001, 5]
    },
    {key: "power", title: "IT power of a GPU", unit: "kW/GPU", better: "less", part: "power", range: [0.01, 50]},
    {
      key: "hardware",
      title: "Hardware and building of a GPU",
      unit: "USD/GPU",
      better: "less",
      part: "capital",
      range: [100, 10_000_000]
    },
    {
      key: "capital_charge",
      title: "Capital charge, of hardware and building",
      unit: "1/yr",
      better: "less",
      part: "capital",
      range: [0.001, 2]
    },
    {
      key: "operation",
      title: "Other running cost of a GPU-hour",
      unit: "USD/GPU-hour",
      better: "less",
      part: "operation",
      range: [0, 1000]
    },
    {
      key: "overhead",
      title: "Overhead, as a share of revenue",
      unit: "share",
      better: "less",
      part: "overhead",
      range: [0, 1]
    }
  ],
  margin: (f) => {
    const hourly =
      (f.hardware! * f.capital_charge!) / HOURS_PER_YEAR + f.power! * f.pue! * f.power_price! + f.operation!;
    return 1 - f.overhead! - hourly / (f.price! * f.utilisation!);
  },
  table: "cluster",
  columns: [
    "price",
    "sold_share",
    "pue",
    "power_price",
    "it_energy",
    "allocatable_hours",
    "hardware",
    "building",
    "hardware_charge",
    "fitting_charge",
    "building_charge",
    "cost",
    "electricity_cost",
    "overhead",
    "revenue",
    "profit"
  ],
  figures: (cell) => {
    // The available GPUs, running around the clock.
    const gpus = cell("allocatable_hours") / MONTH;
    const capital = cell("hardware") + cell("building");
    const charge = cell("hardware_charge") + cell("fitting_charge") + cell("building_charge");
    return {
      price: cell("price"),
      utilisation: cell("sold_share"),
      pue: cell("pue"),
      power_price: cell("power_price"),
      power: (1000 * cell("it_energy")) / MONTH / gpus,
      hardware: capital / gpus,
      capital_charge: (12 * charge) / capital,
      operation: (cell("cost") - charge - cell("electricity_cost") - cell("overhead")) / cell("allocatable_hours"),
      overhead: cell("overhead") / cell("revenue")
    };
  }
};

/** Earnings of an inference provider per million tokens of all kinds. */
const inference: Yardstick = {
  title: "Inference provider",
  metrics: [
    {
      key: "price",
      title: "Price of a million tokens, all kinds",
      unit: "USD/Mtok",
      better: "more",
      part: "price",
      range: [0.0001, 10_000]
    },
    {
      key: "utilisation",
      title: "Share of rented GPU-hours that compute",
      unit: "share",
      better: "more",
      part: "utilisation",
      range: [0.001, 1]
    },
    {
      key: "throughput",
      title: "Tokens per computing GPU-hour",
      unit: "Mtok/GPU-hour",
      better: "more",
      part: "throughput",
      range: [0.0001, 10_000]
    },
    {
      key: "gpu_price",
      title: "GPU rental cost, per hour",
      unit: "USD/GPU-hour",
      better: "less",
      part: "compute",
      range: [0.01, 1000]
    },
    {
      key: "network",
      title: "Network for a million tokens",
      unit: "USD/Mtok",
      better: "less",
      part: "network",
      range: [0, 1000]
    },
    {
      key: "overhead",
      title: "Overhead, as a share of revenue",
      unit: "share",
      better: "less",
      part: "overhead",
      range: [0, 1]
    }
  ],
  margin: (f) => {
    const cost = f.gpu_price! / (f.throughput! * f.utilisation!) + f.network!;
    return 1 - f.overhead! - cost / f.price!;
  },
  table: "deployment",
  columns: ["revenue", "served_tokens", "busy_hours", "rented_hours", "rent", "egress", "overhead", "profit"],
  figures: (cell) => ({
    price: cell("revenue") / cell("served_tokens"),
    utilisation: cell("busy_hours") / cell("rented_hours"),
    throughput: cell("served_tokens") / cell("busy_hours"),
    gpu_price: cell("rent") / cell("rented_hours"),
    network: cell("egress") / cell("served_tokens"),
    overhead: cell("overhead") / cell("revenue")
  })
};

/** Earnings of an application per paying user in a month. */
const application: Yardstick = {
  title: "Application",
  metrics: [
    {
      key: "arpu",
      title: "Revenue of a paying user (ARPU)",
      unit: "USD/user-month",
      better: "more",
      part: "price",
      range: [0.01, 1_000_000]
    },
    {
      key: "tokens",
      title: "Tokens for a paying user",
      unit: "USD/user-month",
      better: "less",
      part: "tokens",
      range: [0, 1_000_000]
    },
    {
      key: "churn",
      title: "Paying users who leave in a month",
      unit: "1/month",
      better: "less",
      part: "churn",
      range: [0, 1]
    },
    {
      key: "growth",
      title: "Growth of paying users in a month",
      unit: "1/month",
      better: "more",
      part: "growth",
      range: [-1, 10]
    },
    {
      key: "cac",
      title: "Cost of winning a paying user (CAC)",
      unit: "USD/user",
      better: "less",
      part: "acquisition",
      range: [0, 10_000_000]
    },
    {
      key: "operation",
      title: "Payment, hosting and support, as a share of revenue",
      unit: "share",
      better: "less",
      part: "operation",
      range: [0, 1]
    },
    {
      key: "overhead",
      title: "Development and administration, as a share of revenue",
      unit: "share",
      better: "less",
      part: "overhead",
      range: [0, 1]
    }
  ],
  margin: (f) => 1 - f.operation! - f.overhead! - (f.tokens! + (f.churn! + f.growth!) * f.cac!) / f.arpu!,
  table: "segment",
  columns: [
    "revenue",
    "payers",
    "token_cost",
    "churn",
    "new_payers",
    "acquisition_cost",
    "payment_cost",
    "hosting_cost",
    "support_cost",
    "service_cost",
    "development_cost",
    "administration_cost",
    "retention_cost",
    "profit"
  ],
  figures: (cell) => ({
    arpu: cell("revenue") / cell("payers"),
    tokens: cell("token_cost") / cell("payers"),
    churn: cell("churn"),
    growth: cell("new_payers") / cell("payers") - cell("churn"),
    cac: cell("acquisition_cost"),
    operation:
      (cell("payment_cost") + cell("hosting_cost") + cell("support_cost") + cell("service_cost")) / cell("revenue"),
    overhead: (cell("development_cost") + cell("administration_cost") + cell("retention_cost")) / cell("revenue")
  })
};

/** Yardsticks by layer. */
export const yardsticks = {neocloud, inference, application} as const;

export type MeasuredLayer = keyof typeof yardsticks;

/** The margin that the other figures explain. */
export const MARGIN: Metric = {
  key: "margin",
  title: "Profit after capital charges, as a share of revenue",
  unit: "1",
  better: "more",
  part: "margin",
  range: [-100, 1]
};

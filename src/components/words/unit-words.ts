/** A unit in a sentence: `GPU-hour/month` becomes `GPU-hours a month` or, for a single one, `GPU-hour a month`. */
export function unitWords(unit: string, isOne = false): string {
  const [counted = "", ...per] = unit.split("/");
  const plural = numerators[counted] ?? counted;
  return [isOne && plural === `${counted}s` ? counted : plural, ...per.map(denominator)].join(" ").trim();
}

function denominator(unit: string): string {
  const [, thing = unit, time = ""] = /^(?:(.*)-)?(month|yr|s)$/.exec(unit) ?? [];
  if (time === "") return `per ${singular[thing] ?? thing}`;
  return thing === unit ? times[time]! : `per ${singular[thing] ?? thing} ${times[time]!}`;
}

const times: Readonly<Record<string, string>> = {month: "a month", yr: "a year", s: "per second"};

const singular: Readonly<Record<string, string>> = {
  Mtok: "million tokens",
  ktok: "thousand tokens",
  kGPU: "thousand GPUs",
  m3: "m³",
  mm2: "mm²"
};

const numerators: Readonly<Record<string, string>> = {
  "1": "",
  Mtok: "million tokens",
  ktok: "thousand tokens",
  token: "tokens",
  tok: "tokens",
  hour: "hours",
  "GPU-hour": "GPU-hours",
  GPU: "GPUs",
  user: "users",
  request: "requests",
  wafer: "wafers",
  die: "dies",
  quote: "quotes",
  month: "months",
  yr: "years",
  day: "days",
  L: "litres",
  m3: "m³",
  mm2: "mm²",
  tCO2e: "t CO₂e",
  gCO2e: "g CO₂e"
};

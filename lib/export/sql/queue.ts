/**
 * The search of `queueUtilisation` as macros: halving an interval sixty times is adding halves as long as they fit.
 */
export const queueMacros: readonly string[] = [
  "halves(whole) AS list_transform(range(1, 61), lambda i: whole * pow(2e0, -i))",
  `erlang_c(servers, load) AS (
  servers * list_reduce(range(1, servers::BIGINT + 1)::DOUBLE[], lambda b, n: load * b / (n + load * b), 1e0)
) / (servers - load * (1 - list_reduce(range(1, servers::BIGINT + 1)::DOUBLE[], lambda b, n: load * b / (n + load * b), 1e0)))`,
  `normal_hazard(b) AS exp(-b * b / 2) / sqrt(2 * pi()) / (1 - exp(-b * b / 2) / sqrt(2 * pi()) * (
  0.31938153e0 * pow(1 + 0.2316419e0 * b, -1) - 0.356563782e0 * pow(1 + 0.2316419e0 * b, -2) +
  1.781477937e0 * pow(1 + 0.2316419e0 * b, -3) - 1.821255978e0 * pow(1 + 0.2316419e0 * b, -4) +
  1.330274429e0 * pow(1 + 0.2316419e0 * b, -5)))`,
  `queue_slack(waiting) AS list_reduce(halves(40e0), lambda low, step:
  CASE WHEN waiting < 1 / (1 + (low + step) / normal_hazard(low + step)) THEN low + step ELSE low END, 0e0)`,
  `queue_utilisation(places, waiting) AS CASE WHEN places >= 1 AND waiting > 0 AND waiting < 1 THEN
  CASE WHEN places > 30 THEN 1 - queue_slack(waiting) / sqrt(places)
  ELSE list_reduce(halves(1e0), lambda low, step:
    CASE WHEN erlang_c(floor(places), (low + step) * floor(places)) < waiting THEN low + step ELSE low END, 0e0) END END`
];

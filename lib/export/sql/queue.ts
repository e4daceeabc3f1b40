/**
 * `queueUtilisation` as macros. Servers are added one at a time in a list whose state is Erlang's B, Erlang's C and,
 * once there are enough servers, their number. Bisecting an interval sixty times becomes adding each half that fits.
 */
export const queueMacros: readonly string[] = [
  "halves(whole) AS list_transform(range(1, 61), lambda i: whole * pow(2e0, -i))",
  "erlang_b(servers, load, blocked) AS load * blocked / (servers + load * blocked)",
  `erlang_c(servers, load, blocked) AS
  CASE WHEN servers > load THEN servers * blocked / (servers - load * (1 - blocked)) ELSE 1e0 END`,
  `next_server(load, waiting, servers, blocked, last) AS [blocked, erlang_c(servers, load, blocked),
  CASE WHEN erlang_c(servers, load, blocked) <= waiting THEN
    servers - (waiting - erlang_c(servers, load, blocked)) / (last - erlang_c(servers, load, blocked)) ELSE 0e0 END]`,
  `queue_servers(load, waiting) AS list_reduce(
  list_prepend([1e0, 1e0, 0e0], list_transform(range(1, ceil(load + 10 * sqrt(load) + 10)::BIGINT), lambda n: ` +
    `[n::DOUBLE])),
  lambda state, n: CASE WHEN state[3] > 0 THEN state
    ELSE next_server(load, waiting, n[1], erlang_b(n[1], load, state[1]), state[2]) END)[3]`,
  `normal_hazard(b) AS exp(-b * b / 2) / sqrt(2 * pi()) / (1 - exp(-b * b / 2) / sqrt(2 * pi()) * (
  0.31938153e0 * pow(1 + 0.2316419e0 * b, -1) - 0.356563782e0 * pow(1 + 0.2316419e0 * b, -2) +
  1.781477937e0 * pow(1 + 0.2316419e0 * b, -3) - 1.821255978e0 * pow(1 + 0.2316419e0 * b, -4) +
  1.330274429e0 * pow(1 + 0.2316419e0 * b, -5)))`,
  `queue_slack(waiting) AS list_reduce(halves(40e0), lambda low, step:
  CASE WHEN waiting < 1 / (1 + (low + step) / normal_hazard(low + step)) THEN low + step ELSE low END, 0e0)`,
  `queue_utilisation(load, waiting) AS CASE WHEN load >= 1 AND waiting > 0 AND waiting < 1 THEN
  CASE WHEN load > 100 THEN 1 / (1 + queue_slack(waiting) / sqrt(load)) ELSE load / queue_servers(load, waiting) ` +
    `END END`
];

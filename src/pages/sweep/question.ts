/** How often each build-out pays on the worst and on the best price path. */
export const question =
  `SELECT region, accelerator, min(positive_share) AS least_share, max(positive_share) AS ` +
  `greatest_share,
  round(min(median) / 1000) AS worst_median_usd_each, round(max(median) / 1000) AS best_median_usd_each
FROM sweep_summary WHERE figure = 'unlevered_npv'
GROUP BY region, accelerator ORDER BY greatest_share DESC, least_share DESC LIMIT 12`;

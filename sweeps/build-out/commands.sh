npx token-factory sweep sweeps/build-out.yaml --engine local --shards 12 --out build-out
npx token-factory query build-out "select region, accelerator, price_path, output, unit, runs, known, positive_share,
  mean, p05, p50, p95 from summary order by point, output" > sweeps/build-out/summary.csv
cp build-out/manifest.json build-out/datapackage.json sweeps/build-out/

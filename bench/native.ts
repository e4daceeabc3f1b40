import {execFileSync} from "node:child_process";
import {mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {answer, type Contestant} from "./measure.js";
import {columnName, expression, INPUTS, steps} from "./synthetic.js";

const last = `f${steps.length - 1}`;

/** The formulas in C, in blocks of 512 rows that stay in cache; nothing, with a message, without gcc. */
export function c(rows: number): Contestant[] {
  const folder = mkdtempSync(`${tmpdir()}/bench-`);
  writeFileSync(`${folder}/sheet.c`, program(rows));
  if (!works("gcc", ["-O3", "-march=native", "-o", `${folder}/sheet`, `${folder}/sheet.c`])) return [];
  return [{name: "C, gcc -O3 -march=native, blocks", rows, run: () => answer(`${folder}/sheet`, [])}];
}

/**
 * The formulas in NumPy: over whole arrays and over blocks, once, as in a script, and with memory left by an earlier
 * round; nothing, with a message, without NumPy.
 */
export function numpy(rows: number): Contestant[] {
  const folder = mkdtempSync(`${tmpdir()}/bench-`);
  if (!works(python, ["-c", "import numpy"])) return [];
  const ways = [
    ["NumPy, whole arrays, once", rows, 1],
    ["NumPy, whole arrays, memory reused", rows, 3],
    ["NumPy, blocks of 4,096, memory reused", 4096, 3]
  ] as const;
  return ways.map(([name, block, rounds], i) => {
    writeFileSync(`${folder}/${i}.py`, script(rows, block, rounds));
    return {name, rows, run: () => answer(python, [`${folder}/${i}.py`])};
  });
}

const python = "/usr/bin/python3";

function program(rows: number): string {
  const formulas = steps.map((step, i) => {
    const text = expression(
      step,
      (place) => `${columnName(place)}[k]`,
      (name) => `${name}_of`
    );
    return `      for (int k = 0; k < B; ++k) f${i}[k] = ${text};`;
  });
  return `#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#define N ${rows}
#define B 512
static inline double min_of(double a, double b) { return a < b ? a : b; }
static inline double max_of(double a, double b) { return a > b ? a : b; }
${steps.map((_, i) => `static double f${i}[B] __attribute__((aligned(64)));`).join("\n")}
int main(void) {
  double *in[${INPUTS}], *out = malloc(N * sizeof(double)), best = 1e300, sum = 0;
  for (int c = 0; c < ${INPUTS}; ++c) {
    in[c] = aligned_alloc(64, N * sizeof(double));
    for (long r = 0; r < N; ++r) in[c][r] = 0.5 + (double)(((r + 1) * (2 * c + 7919)) % 65521) / 65521;
  }
  for (int round = 0; round < 3; ++round) {
    struct timespec a, b;
    clock_gettime(CLOCK_MONOTONIC, &a);
    for (long r = 0; r < N; r += B) {
${Array.from({length: INPUTS}, (_, i) => `      const double *restrict i${i} = in[${i}] + r;`).join("\n")}
${formulas.join("\n")}
      for (int k = 0; k < B; ++k) out[r + k] = ${last}[k];
    }
    clock_gettime(CLOCK_MONOTONIC, &b);
    double ms = (b.tv_sec - a.tv_sec) * 1e3 + (b.tv_nsec - a.tv_nsec) / 1e6;
    if (ms < best) best = ms;
  }
  for (long r = 0; r < N; ++r) sum += out[r];
  printf("%.6f %.17g\\n", best, sum);
}
`;
}

function script(rows: number, block: number, rounds: number): string {
  const load = Array.from({length: INPUTS}, (_, i) => `i${i} = data[${i}][r:r + block]`);
  const formulas = steps.map((step, i) => `f${i} = ${expression(step, columnName, (name) => `np.${name}imum`)}`);
  return `import numpy as np, time
n, block, best = ${rows}, ${block}, 1e300
row = np.arange(1, n + 1)
data = [0.5 + (row * (2 * c + 7919) % 65521) / 65521 for c in range(${INPUTS})]
out = np.empty(n)
def run():
    for r in range(0, n, block):
${[...load, ...formulas, `out[r:r + block] = ${last}`].map((line) => `        ${line}`).join("\n")}
for _ in range(${rounds}):
    start = time.perf_counter()
    run()
    best = min(best, (time.perf_counter() - start) * 1e3)
print(best, repr(float(out.sum())))
`;
}

function works(command: string, args: string[]): boolean {
  try {
    execFileSync(command, args, {stdio: ["ignore", "ignore", "pipe"]});
    return true;
  } catch (error) {
    console.error(
      `left out: ${command} ${args[0]}: ${error instanceof Error ? error.message.split("\n")[0] : String(error)}`
    );
    return false;
  }
}

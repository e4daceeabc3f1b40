/** The draws behind every published range, shared by all scenarios. */
export const design = {spread: "latin", draws: 2048, seed: 1} as const;

/** Default number of rows in each of Saltelli's matrices behind Sobol' indices. */
export const SOBOL_ROWS = 1024;

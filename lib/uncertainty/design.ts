/** The draws that stand behind every published range: the same in every scenario. */
export const design = {spread: "latin", draws: 2048, seed: 1} as const;

/** Rows of each of Saltelli's matrices behind Sobol' indices, where nothing else is asked for. */
export const SOBOL_ROWS = 1024;

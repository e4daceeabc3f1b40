/** The draws that stand behind every published range: the same in every scenario. */
export const design = {spread: "latin", draws: 4096, seed: 1} as const;

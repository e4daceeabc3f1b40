/** The draws behind advice. A few are enough, since runs with and without an action share them. */
export const adviceDesign = {spread: "latin", draws: 127, seed: 1} as const;

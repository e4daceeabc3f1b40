/** The published assumptions as JSON, written by `scripts/package.js`. */
export const assumptions: string;

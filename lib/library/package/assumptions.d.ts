/** The published assumptions as JSON: `scripts/package.js` writes them. */
export const assumptions: string;

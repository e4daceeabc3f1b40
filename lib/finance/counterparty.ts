/** Who takes a project's GPU-hours on a long contract: its rating decides the haircut and the spread of the loan. */
export type Counterparty = "investment_grade" | "speculative" | "unrated";
export const counterparties: readonly Counterparty[] = ["investment_grade", "speculative", "unrated"];

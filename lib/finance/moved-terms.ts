/** Terms of a project that have moved to the chain's inputs since neoclouds borrow by them, too: where each is now. */
export const movedTerms: Readonly<Record<string, string>> = {
  target_dscr: "parameter.target_dscr",
  debt_tail: "parameter.debt_tail",
  haircut_investment_grade: "parameter.haircut_investment_grade",
  haircut_speculative: "parameter.haircut_speculative",
  haircut_unrated: "parameter.haircut_unrated"
};

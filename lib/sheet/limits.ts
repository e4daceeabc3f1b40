/**
 * Maximum sizes of user input. Without limits, a long formula overflows the stack of whatever reads it, which in
 * browsers can be small, and a large file keeps a page busy for minutes.
 */
export const limits = {
  /** Characters of a formula, as in Excel. */
  formulaLength: 8192,
  /** Numbers, names and texts in a formula. */
  formulaTerms: 500,
  /** Nesting depth of parentheses, calls, choices and signs, as in Excel. */
  formulaDepth: 64,
  /** Arguments of a function call, as in Excel. */
  callArguments: 255,
  /** Characters of a new column's name. */
  columnName: 64,
  /** Formulas of a scenario. */
  formulas: 1000,
  /** Input cells set by a scenario: more than there are. */
  overrides: 20_000,
  /** Characters of a note on a cell. */
  noteLength: 500,
  /** Characters of a YAML file, a few times the size of a scenario that sets every input. */
  yamlLength: 1_000_000,
  /** Characters of a user's text that a message repeats. */
  quotation: 80,
  /** Characters of a line of a message. */
  messageLine: 400
} as const;

/** A limit as shown in messages: `8,192`. */
export function limitText(name: keyof typeof limits): string {
  return limits[name].toLocaleString("en");
}

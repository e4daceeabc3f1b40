/**
 * The most that something typed may hold. Without limits a long formula overflows the stack of whatever reads it, which
 * browsers make as small as they please, and a large file keeps a page busy for minutes.
 */
export const limits = {
  /** Characters of a formula: as many as Excel takes. */
  formulaLength: 8192,
  /** Numbers, names and texts in a formula. */
  formulaTerms: 500,
  /** Parentheses, calls, choices and signs around a piece of a formula: as many as Excel takes. */
  formulaDepth: 64,
  /** Values that a function is called with: as many as Excel takes. */
  callArguments: 255,
  /** Characters of a new column's name. */
  columnName: 64,
  /** Formulas of a scenario. */
  formulas: 1000,
  /** Input cells that a scenario sets: more than there are. */
  overrides: 20_000,
  /** Characters of a note on a cell. */
  noteLength: 500,
  /** Characters of a YAML file, a few times what a scenario that sets every input needs. */
  yamlLength: 1_000_000,
  /** Characters of a typed text that a message repeats. */
  quotation: 80,
  /** Characters of a line of a message. */
  messageLine: 400
} as const;

/** A limit as messages write it: `8,192`. */
export function limitText(name: keyof typeof limits): string {
  return limits[name].toLocaleString("en");
}

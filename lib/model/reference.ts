/** The scenario that the site shows first, and that the others are compared with. */
export const REFERENCE = "reference";

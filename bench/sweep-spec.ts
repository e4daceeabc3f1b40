/** The benchmark's sweep: draws of the reference, with all headline figures. */
export function specOf(draws: number): string {
  return `title: Bench\nmonths: 60\ndraws: ${draws}\noutputs:\n  headline: [all]\n`;
}

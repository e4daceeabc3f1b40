/** The sweep of the bench: the reference in so many draws, all headline figures. */
export function specOf(draws: number): string {
  return `title: Bench\nmonths: 60\ndraws: ${draws}\noutputs:\n  headline: [all]\n`;
}

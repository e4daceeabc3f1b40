/** Resolves once the browser has painted what stands now. */
export function painted(): Promise<unknown> {
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}

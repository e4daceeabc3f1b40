/** Lets the browser paint and respond to the reader. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** Does work once the latest change is on the screen. */
export function afterRender(work: () => void): void {
  requestAnimationFrame(() => setTimeout(work));
}

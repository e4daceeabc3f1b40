/** Does something once what was just changed is on the screen. */
export function afterRender(work: () => void): void {
  requestAnimationFrame(() => setTimeout(work));
}

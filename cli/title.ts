/** A scenario's title, and how many of its inputs a command changes. */
export function titleWith(title: string, changes: number): string {
  return changes === 0 ? title : `${title} with ${changes} input${changes === 1 ? "" : "s"} changed`;
}

/** Cells that a reader went to from others, as entries of the browser's history: Back returns to where it was. */
export function cellVisits(returned: (cell: string) => void): (from: string, to: string) => void {
  addEventListener("popstate", ({state}: PopStateEvent) => {
    const cell = cellIn(state);
    if (cell !== undefined) returned(cell);
  });
  return (from, to) => {
    history.replaceState({cell: from}, "");
    history.pushState({cell: to}, "", location.href);
  };
}

function cellIn(state: unknown): string | undefined {
  if (typeof state !== "object" || state === null || !("cell" in state)) return undefined;
  return typeof state.cell === "string" ? state.cell : undefined;
}

import type {SheetLayout} from "../../components/sheet/layout.js";

/** How a reader has arranged the workbench: never its numbers. */
export interface WorkbenchLayout {
  sheet: SheetLayout;
  /** Widths of the left and the right pane, and the height of the dock, in px. */
  sizes: Partial<Record<"left" | "right" | "dock", number>>;
  folded: {left: boolean; right: boolean};
  /** The cells whose paths stay in view. */
  pins: readonly string[];
}

const KEY = "token-factory:workbench:1";

const first: WorkbenchLayout = {
  sheet: {table: "cluster", mode: "values", tables: {}},
  sizes: {},
  folded: {left: false, right: false},
  pins: ["economy.cost_per_token", "economy.value_per_cost", "economy.resource_cost", "economy.productivity_value"]
};

/** The layout of the last visit; the first one where this browser keeps none, or none that can be read. */
export function rememberedLayout(): WorkbenchLayout {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<WorkbenchLayout>;
    return {...first, ...kept, sheet: {...first.sheet, ...kept.sheet}};
  } catch {
    return first;
  }
}

/** Keeps a layout where this browser keeps anything. */
export function rememberLayout(layout: WorkbenchLayout): void {
  attempt(() => localStorage.setItem(KEY, JSON.stringify(layout)));
}

/** Forgets the layout. */
export function forgetLayout(): void {
  attempt(() => localStorage.removeItem(KEY));
}

/** A browser may refuse to keep anything: all else works without. */
function attempt(work: () => void): void {
  try {
    work();
  } catch {
    return;
  }
}

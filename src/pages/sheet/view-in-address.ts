import {address} from "../../components/form/controls.js";
import {arranged} from "../../components/sheet/layout.js";
import type {Mode} from "../../components/sheet/table-bar.js";
import {addressOf} from "../../lib/sheet/address.js";
import type {WorkbenchLayout} from "./layout-memory.js";

/** A layout with what the page's address asks for: table, columns, what is shown of cells, pinned figures. */
export function arrangedByAddress(layout: WorkbenchLayout, asked = address()): WorkbenchLayout {
  const at = addressOf(asked.get("at") ?? "");
  const table = (at.table || asked.get("table")) ?? layout.sheet.table;
  const set = asked.get("columns");
  const sheet = {...layout.sheet, table, mode: "values" as const};
  const pins = asked.get("pins")?.split(",").filter(Boolean).slice(0, MOST).map(fullName);
  return {
    ...layout,
    ...(pins && {pins}),
    sheet: set === "all" || set === "inputs" ? arranged(sheet, table, {set}) : sheet
  };
}

/** As many figures as are pinned at once. */
export const MOST = 4;

/** What the page's address asks to show of cells. */
export function modeInAddress(asked = address()): Mode | undefined {
  const mode = asked.get("show");
  return mode === "change" || mode === "months" ? mode : undefined;
}

/** The cell that the page's address asks for; its month stands in `month`. */
export function cellInAddress(asked = address()): string | undefined {
  return asked.get("at")?.replace(/@.*$/, "");
}

/** How long a reader has to rest for the address to follow: a browser takes few changes of it a second. */
const REST = 300;

/** Keeps what is looked at in the page's address, so that a link opens it again. */
export class ViewInAddress {
  private view: Readonly<Record<string, string | undefined>> = {};
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Puts names and values into the address once there is rest; those without a value leave it. */
  write(change: Readonly<Record<string, string | undefined>>): void {
    this.view = {...this.view, ...change};
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.put(), REST);
  }

  private put(): void {
    const url = new URL(location.href);
    for (const [name, value] of Object.entries(this.view))
      if (value === undefined) url.searchParams.delete(name);
      else url.searchParams.set(name, value);
    if (url.href !== location.href) history.replaceState(history.state, "", url);
  }
}

/** An address without what is looked at. */
export function withoutView(href: string): string {
  const url = new URL(href);
  for (const name of ["at", "show", "pins", "table", "columns", "month"]) url.searchParams.delete(name);
  return url.href;
}

/** Headline figures go by their column alone. */
export function pinsInAddress(pins: readonly string[]): string {
  return pins.map((pin) => pin.replace(/^economy\./, "")).join(",");
}

function fullName(pin: string): string {
  return pin.includes(".") ? pin : `economy.${pin}`;
}

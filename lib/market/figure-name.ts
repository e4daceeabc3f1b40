import {nearest} from "../sheet/error.js";
import type {Metric} from "./company-metric.js";
import {isForeign, measureOf} from "./figure-measure.js";

/** The figure that a text names, and the unit behind the name. */
export interface FigureName {
  metric: Metric;
  unit: string;
}

/** Looks up the figures of a kind of company by name. */
export interface FigureNames {
  /** Undefined unless the text is exactly a figure's name. */
  find: (text: string) => FigureName | undefined;
  /** The key of the figure with the most similar name. */
  near: (text: string) => string | undefined;
  keys: string[];
}

/**
 * Figures by key, by title, or by the short name within a title; `Price of electricity (USD/MWh)` also states a unit.
 */
export function figureNames(metrics: readonly Metric[]): FigureNames {
  const names = new Map(metrics.flatMap((metric) => namesOf(metric).map((name) => [name, metric])));
  const find = (text: string): FigureName | undefined => {
    const whole = names.get(plain(text));
    if (whole) return {metric: whole, unit: ""};
    const {name, unit} = dividedName(text);
    const metric = unit === "" ? undefined : names.get(plain(name));
    return metric && (measureOf(unit) || isForeign(unit)) ? {metric, unit} : undefined;
  };
  const near = (text: string): string | undefined => {
    const name = plain(dividedName(text).name);
    const typed = nearest(name, names.keys());
    return typed === undefined ? sharingWords(name, metrics) : names.get(typed)!.key;
  };
  return {find, near, keys: metrics.map(({key}) => key)};
}

/** Splits a heading into its name and the unit in brackets or after a comma. */
export function dividedName(text: string): {name: string; unit: string} {
  const [, name = text, unit = ""] = bracketed.exec(text) ?? afterComma.exec(text) ?? [];
  return {name, unit};
}

const bracketed = /^(.+?)\s*[([]([^()[\]]+)[)\]]\s*:?$/;
const afterComma = /^(.+?)\s*,\s*([^,]+?)\s*:?$/;

function namesOf({key, title}: Metric): string[] {
  const short = /\(([A-Z]+)\)$/.exec(title)?.[1];
  const full = title.replace(/\s*\([A-Z]+\)$/, "");
  const parts = [
    key,
    title,
    full,
    full.replace(" of a ", " per "),
    title.replace(/:.*/, ""),
    ...(short ? [short] : [])
  ];
  return [...new Set(parts.map(plain))];
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s_-]+/g, " ")
    .replace(/\s*:$/, "")
    .trim();
}

function sharingWords(name: string, metrics: readonly Metric[]): string | undefined {
  const words = new Set(name.split(/\W+/).filter((word) => word.length > 2));
  const counts = metrics.map(({key, title}) => ({
    key,
    shared: new Set(
      plain(`${key} ${title}`)
        .split(/\W+/)
        .filter((word) => words.has(word))
    ).size
  }));
  const best = counts.reduce((most, one) => (one.shared > most.shared ? one : most), {key: "", shared: 0});
  return best.key || undefined;
}

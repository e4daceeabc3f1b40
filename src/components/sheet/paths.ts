/** The frame of a line over months, and the values at its lower and upper edges. */
export interface Frame {
  width: number;
  height: number;
  low: number;
  high: number;
  /** Whether equal distances are equal ratios. */
  log?: boolean;
}

/** The minimum and maximum of some series; undefined if none has a number. */
export function extremes(...series: readonly (readonly number[])[]): {low: number; high: number} | undefined {
  const known = series.flat().filter(Number.isFinite);
  return known.length === 0 ? undefined : {low: Math.min(...known), high: Math.max(...known)};
}

/** A line over months as the `d` of a path, with gaps for missing values. */
export function linePath(values: readonly number[], frame: Frame): string {
  return values
    .map((value, at) => {
      if (!Number.isFinite(value)) return "";
      const starts = at === 0 || !Number.isFinite(values[at - 1]);
      return `${starts ? "M" : "L"}${xOf(at, values.length, frame)} ${yOf(value, frame)}`;
    })
    .join("");
}

/** The area between two series as the `d` of a path. */
export function areaPath(low: readonly number[], high: readonly number[], frame: Frame): string {
  if (low.length === 0) return "";
  const point = (value: number, at: number): string => `${xOf(at, low.length, frame)} ${yOf(value, frame)}`;
  const back = low.map(point).reverse();
  return `M${high.map(point).join("L")}L${back.join("L")}Z`;
}

/** The x position of a month. */
export function xOf(at: number, count: number, {width}: Frame): string {
  return (1 + (at / Math.max(1, count - 1)) * (width - 2)).toFixed(1);
}

/** The y position of a value. */
export function yOf(value: number, {height, low, high, log = false}: Frame): string {
  const scaled = (x: number): number => (log ? Math.log(x) : x);
  const share = high === low ? 0.5 : (scaled(value) - scaled(low)) / (scaled(high) - scaled(low));
  return (1 + (1 - share) * (height - 2)).toFixed(1);
}

/** Creates an SVG element. */
export function svgElement<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>> = {}
): SVGElementTagNameMap[K] {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

/** A series and its baseline, small enough for a line of text. */
export function sparkline(values: readonly number[], baseline: readonly number[], width = 84, height = 20): SVGElement {
  const ends = extremes(values, baseline) ?? {low: 0, high: 1};
  const frame = {width, height, ...ends};
  const drawing = svgElement("svg", {
    class: "tf-spark",
    viewBox: `0 0 ${width} ${height}`,
    width: String(width),
    height: String(height),
    "aria-hidden": "true"
  });
  drawing.append(
    svgElement("path", {class: "baseline", d: linePath(baseline, frame)}),
    svgElement("path", {class: "mine", d: linePath(values, frame)})
  );
  return drawing;
}

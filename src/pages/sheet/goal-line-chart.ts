import {html} from "htl";
import {reaches} from "../../lib/advice/goal-seek.js";
import type {GoalLine, Interval, Pair} from "../../lib/advice/goal-line.js";
import {svgElement} from "../../components/sheet/paths.js";
import {short} from "../../components/words/format.js";

/** A line of pairs, and the places of the scenario and its base beside it. */
export interface GoalLineDrawing extends Pick<GoalLine, "lines" | "tried"> {
  goal: number;
  across: Axis;
  up: Axis;
  now: Place;
  base: Place;
}

interface Axis extends Interval {
  title: string;
}

/** Values of the two inputs. */
export interface Place {
  across: number;
  up: number;
}

/** The drawing's own px. */
const [WIDTH, HEIGHT] = [440, 300];
/** The room for the numbers beside it, and at the other edges. */
const [LEFT, BOTTOM, EDGE] = [64, 24, 10];

/** Two inputs as a plane, with the line on which a figure is at its goal. */
export function goalLineChart(drawing: GoalLineDrawing): HTMLElement {
  const {across, up, lines, goal} = drawing;
  const chart = svgElement("svg", {
    class: "wb-line-chart",
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    role: "img",
    "aria-label": `Pairs of ${across.title} and ${up.title} that reach the goal`
  });
  const at = placing(across, up);
  chart.append(
    svgElement("path", {class: "frame", d: `M${LEFT} ${EDGE}V${HEIGHT - BOTTOM}H${WIDTH - EDGE}`}),
    ...drawing.tried.map((pair) => dot(pair.figure >= goal ? "above" : "below", at(pair), 2.5)),
    ...lines.flatMap((line) => segments(line, goal, at)),
    ...marks(drawing, at),
    ...ticks(across, up, at)
  );
  return html`<figure class="wb-line">
    <figcaption><b>${up.title}</b> upward, <b>${across.title}</b> to the right</figcaption>
    ${chart}
    <p class="wb-line-key">
      The figure is at its goal on the line, above it at filled dots, below it at hollow ones. The ring is the scenario,
      the square its
      base.${
        lines.some((line) => !line.every(({figure}) => reaches(figure, goal)))
          ? " Where the line is dotted, the figure jumps over the goal."
          : ""
      }
    </p>
  </figure>`;
}

type Placing = (place: Place) => readonly [number, number];

function placing(across: Interval, up: Interval): Placing {
  const share = (value: number, {low, high}: Interval): number => (value - low) / (high - low);
  return (place) => [
    LEFT + share(place.across, across) * (WIDTH - LEFT - EDGE),
    HEIGHT - BOTTOM - share(place.up, up) * (HEIGHT - BOTTOM - EDGE)
  ];
}

/** From pair to pair; dotted where one of the two does not reach the goal. */
function segments(line: readonly Pair[], goal: number, at: Placing): SVGElement[] {
  return line.slice(1).map((pair, i) => {
    const [from, to] = [line[i]!, pair];
    const sure = reaches(from.figure, goal) && reaches(to.figure, goal);
    return svgElement("path", {class: sure ? "line" : "line jump", d: `M${at(from).join(" ")}L${at(to).join(" ")}`});
  });
}

/** Where the scenario and its base are, as far as that is within the plane. */
function marks({across, up, now, base}: GoalLineDrawing, at: Placing): SVGElement[] {
  const within = (place: Place): boolean =>
    [across, up].every(({low, high}, i) => {
      const value = i === 0 ? place.across : place.up;
      return value >= low && value <= high;
    });
  const [x, y] = at(base);
  return [
    ...(within(base) ? [svgElement("path", {class: "base", d: `M${x - 5} ${y - 5}h10v10h-10Z`})] : []),
    ...(within(now) ? [dot("now", at(now), 7)] : [])
  ];
}

function dot(name: string, [x, y]: readonly [number, number], radius: number): SVGElement {
  return svgElement("circle", {class: name, cx: x.toFixed(1), cy: y.toFixed(1), r: String(radius)});
}

/** The ends and the middle of both inputs. */
function ticks(across: Interval, up: Interval, at: Placing): SVGElement[] {
  const values = ({low, high}: Interval): number[] => [low, (low + high) / 2, high];
  const text = (value: number, x: number, y: number, anchor: string): SVGElement => {
    const element = svgElement("text", {x: x.toFixed(1), y: y.toFixed(1), "text-anchor": anchor});
    element.textContent = short(value);
    return element;
  };
  const anchors = ["start", "middle", "end"] as const;
  return [
    ...values(across).map((value, i) => text(value, at({across: value, up: up.low})[0], HEIGHT - 6, anchors[i]!)),
    ...values(up).map((value) => text(value, LEFT - 6, at({across: across.low, up: value})[1] + 4, "end"))
  ];
}

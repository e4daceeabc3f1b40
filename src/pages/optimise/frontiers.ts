import {hindmost} from "../../components/words/foremost.js";
import {tradeoff} from "./tradeoff.js";
import {amount, share, unitless, usd} from "../../components/words/format.js";
import {layerColor} from "../../components/words/layer.js";
import {ofFrontier, ofScarcity} from "./inspected.js";
import type {Shown} from "./planner.js";
import {source} from "./figures.js";
import type {FrontierPoint} from "../../lib/optimise/frontier.js";
import {REFERENCE} from "../../lib/model/reference.js";
import {quoted} from "../../lib/export/sql/identifier.js";
import type {FigureQuery} from "../../components/figure/figure-query.js";
import {lines} from "../../components/figure/query-text.js";
import {planQuery, type Question} from "./question.js";
import type {Names} from "./names.js";
import {rowsFigure} from "../../components/figure/responsive.js";

const regionColors = ["neocloud", "inference", "application", "value", "materials"] as const;

/** The shadow price of power when only a part of it is available. */
export function scarcityFigure({scarcity, question}: Shown, names: Names): HTMLElement {
  const regions = [...new Set(scarcity.map(({region}) => region))];
  const seriesOf = (rows: typeof scarcity) =>
    regions.map((region, i) => ({
      name: names.region(region),
      color: layerColor(regionColors[i % regionColors.length]!),
      points: rows
        .filter((point) => point.region === region)
        .map((point) => ({
          x: point.power,
          y: point.worth,
          origin: ofScarcity(point),
          note:
            `${names.region(region)}\n${share(point.power)} of the power\none more MW is worth ` +
            `${usd(point.worth)} a month`
        }))
    }));
  const options = {
    title: "Shadow price of power",
    finding: dearestInWords(scarcity, names.region),
    unit: "USD per MW a month, mean over the years",
    source: `${source}: table plan_scarcity. Power is scaled equally in all regions.`,
    ariaLabel: seriesOf(scarcity)
      .map(({name, points}) => `${name}: ${points.map(({x, y}) => `${usd(y)} at ${share(x)}`).join(", ")}`)
      .join("; "),
    table: scarcity,
    query: ofReference(question, "SELECT power, worth, value, region\nFROM plan_scarcity\nWHERE true")
  };
  return rowsFigure(options, (rows, size) =>
    tradeoff(seriesOf(rows), {
      ...size,
      x: "power available, share of the stated limit",
      y: "USD/MW-month",
      xFormat: share,
      yFormat: unitless,
      log: true
    })
  );
}

/** Where one more MW is worth most when power is scarcest, in a short sentence; nothing for no region or several. */
function dearestInWords(points: Shown["scarcity"], name: (key: string) => string): string | undefined {
  const least = Math.min(...points.map(({power}) => power));
  const [most, next] = points.filter(({power}) => power === least).sort((a, b) => b.worth - a.worth);
  return most && most.worth > Math.max(0, next?.worth ?? 0)
    ? `With ${share(least)} of the power, a MW is worth most in ${name(most.region)}`
    : undefined;
}

/** The minimum cost of the same service at lower and lower emissions. */
export function carbonFigure({frontiers, plan, question}: Shown): HTMLElement {
  const points = frontiers.filter(({frontier}) => frontier === "carbon");
  const lineOf = (rows: typeof points) => ({
    name: "",
    color: layerColor("materials"),
    points: rows.map((point) => ({
      x: point.limit,
      y: point.cost,
      origin: ofFrontier(point),
      note: `${amount(point.limit, "tCO2e")}\n${usd(point.cost)}\nmarginal tonne: ${usd(point.marginal)}`
    }))
  });
  const options = {
    title: "Cost and emissions",
    finding: cutFinding(points),
    unit: "present value of cost, USD, at the plan's demand; vertical line: the plan",
    source: `${source}: table plan_frontier`,
    ariaLabel: points.map(({limit, cost}) => `${usd(cost)} at ${amount(limit, "tCO2e")}`).join(", "),
    table: points,
    query: frontierQuery(question, "carbon")
  };
  return rowsFigure(options, (rows, size) =>
    tradeoff([lineOf(rows)], {
      ...size,
      x: "t CO₂e, all years",
      y: "USD",
      xFormat: unitless,
      yFormat: unitless,
      chosen: plan.carbon
    })
  );
}

/** The minimum cost of the same service at tighter and looser latency limits. */
export function latencyFigure({frontiers, question}: Shown): HTMLElement {
  const points = frontiers.filter(({frontier}) => frontier === "latency");
  const lineOf = (rows: typeof points) => ({
    name: "",
    color: layerColor("inference"),
    points: rows.map((point) => ({
      x: point.limit,
      y: point.cost,
      origin: ofFrontier(point),
      note: `${times(point.limit)} of the stated limits\n${usd(point.cost)}`
    }))
  });
  const without = points.filter(({cost}) => !Number.isFinite(cost)).map(({limit}) => times(limit));
  const unkept = without.length === 0 ? "" : `. At ${without.join(" and ")} no plan meets the limits`;
  const options = {
    title: "Cost and latency",
    finding: tightFinding(points),
    unit: "present value of cost, USD, at the plan's demand",
    source: `${source}: tables plan_frontier and placement${unkept}.`,
    ariaLabel: points.map(({limit, cost}) => `${usd(cost)} at ${times(limit)}`).join(", "),
    table: points,
    query: frontierQuery(question, "latency")
  };
  return rowsFigure(options, (rows, size) =>
    tradeoff([lineOf(rows)], {
      ...size,
      x: "latency limits, multiple of those stated",
      y: "USD",
      xFormat: times,
      yFormat: unitless,
      log: true,
      chosen: 1
    })
  );
}

/** What the lowest emissions that can be had cost, of the cheapest plan; undefined where they are the same plan. */
function cutFinding(points: readonly FrontierPoint[]): string | undefined {
  const solved = points.filter(({cost, limit}) => Number.isFinite(cost) && limit > 0);
  const cheapest = hindmost(solved.map(({limit, cost}) => ({name: `${limit}`, value: cost})))?.name;
  const [usual, lowest] = [Number(cheapest), Math.min(...solved.map(({limit}) => limit))];
  const costOf = (limit: number): number => solved.find((point) => point.limit === limit)?.cost ?? NaN;
  const rise = costOf(lowest) / costOf(usual) - 1;
  if (!(lowest < usual) || !(rise > 0)) return undefined;
  return `Emissions can fall by ${share(1 - lowest / usual)} if cost rises by ${share(rise)}`;
}

/** What the tightest limits that a plan meets cost, of the stated ones. */
function tightFinding(points: readonly FrontierPoint[]): string | undefined {
  const solved = points.filter(({cost}) => Number.isFinite(cost));
  const stated = solved.find(({limit}) => limit === 1)?.cost ?? NaN;
  const [tightest] = [...solved].sort((a, b) => a.limit - b.limit);
  const rise = (tightest?.cost ?? NaN) / stated - 1;
  if (!tightest || tightest.limit >= 1 || !Number.isFinite(rise)) return undefined;
  const apart = `${share(Math.abs(rise))} ${rise > 0 ? "more" : "less"}`;
  const how = Math.abs(rise) < 0.005 ? "about the same" : apart;
  return `At ${times(tightest.limit)} the limits, the service costs ${how}`;
}

/** Only the reference's plan is published with what more or less of a limit would do. */
function ofReference(question: Question, sql: string): FigureQuery {
  if (question.scenario === REFERENCE) return planQuery(question, sql);
  return {made: "solved on this page; only the frontiers of the reference are published"};
}

function frontierQuery(question: Question, frontier: FrontierPoint["frontier"]): FigureQuery {
  return ofReference(
    question,
    lines(
      `SELECT frontier, "limit", cost, carbon, marginal, unit_cost`,
      "FROM plan_frontier",
      `WHERE frontier = ${quoted(frontier)}`
    )
  );
}

function times(ratio: number): string {
  return `${ratio}×`;
}

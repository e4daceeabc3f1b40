import {tradeoff} from "./tradeoff.js";
import {amount, share, usd} from "../../components/words/format.js";
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

/** What one more MW is worth where there is only a part of the power. */
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
            `${names.region(region)}\n${share(point.power)} of the power\n` +
            `${usd(point.worth)} a month for one more MW`
        }))
    }));
  const options = {
    title: "What one more MW is worth",
    unit: "USD a month, mean over the years",
    source: `${source}: table plan_scarcity. Power is scaled in all regions alike.`,
    ariaLabel: seriesOf(scarcity)
      .map(({name, points}) => `${name}: ${points.map(({x, y}) => `${usd(y)} at ${share(x)}`).join(", ")}`)
      .join("; "),
    table: scarcity,
    query: ofReference(question, "SELECT power, worth, value, region\nFROM plan_scarcity\nWHERE true")
  };
  return rowsFigure(options, (rows, size) =>
    tradeoff(seriesOf(rows), {
      ...size,
      x: "power that there is, of the limits",
      y: "USD/MW-month",
      xFormat: share,
      yFormat: (value) => amount(value),
      log: true
    })
  );
}

/** The least cost of the same service at less and less greenhouse gas. */
export function carbonFigure({frontiers, plan, question}: Shown): HTMLElement {
  const points = frontiers.filter(({frontier}) => frontier === "carbon");
  const lineOf = (rows: typeof points) => ({
    name: "",
    color: layerColor("materials"),
    points: rows.map((point) => ({
      x: point.limit,
      y: point.cost,
      origin: ofFrontier(point),
      note: `${amount(point.limit, "tCO2e")}\n${usd(point.cost)}\nthe last tonne: ${usd(point.marginal)}`
    }))
  });
  const options = {
    title: "Cost against greenhouse gas",
    unit: "USD, present value, of serving what the plan serves",
    source: `${source}: table plan_frontier. The line is where the plan itself is.`,
    ariaLabel: points.map(({limit, cost}) => `${usd(cost)} at ${amount(limit, "tCO2e")}`).join(", "),
    table: points,
    query: frontierQuery(question, "carbon")
  };
  return rowsFigure(options, (rows, size) =>
    tradeoff([lineOf(rows)], {
      ...size,
      x: "tCO2e of all years",
      y: "USD",
      xFormat: (value) => amount(value),
      yFormat: (value) => amount(value),
      chosen: plan.carbon
    })
  );
}

/** The least cost of the same service at stricter and laxer limits on latency. */
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
  const unkept = without.length === 0 ? "" : `. At ${without.join(" and ")} no plan keeps the limits`;
  const options = {
    title: "Cost against latency",
    unit: "USD, present value, of serving what the plan serves",
    source: `${source}: tables plan_frontier and placement${unkept}.`,
    ariaLabel: points.map(({limit, cost}) => `${usd(cost)} at ${times(limit)}`).join(", "),
    table: points,
    query: frontierQuery(question, "latency")
  };
  return rowsFigure(options, (rows, size) =>
    tradeoff([lineOf(rows)], {
      ...size,
      x: "limits on latency, of those stated",
      y: "USD",
      xFormat: times,
      yFormat: (value) => amount(value),
      log: true,
      chosen: 1
    })
  );
}

/** Only the reference's plan is published with what more or less of a limit would do. */
function ofReference(question: Question, sql: string): FigureQuery {
  if (question.scenario === REFERENCE) return planQuery(question, sql);
  return {made: "solved in this page; the frontiers of the reference only are published"};
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

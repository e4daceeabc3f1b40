import {compose} from "../../sheet/compose.js";
import type {Model, ModelColumn} from "../../sheet/index.js";
import {factor} from "../../sheet/unit.js";
import {identifier, quoted} from "./identifier.js";
import {asNumber, number, sqlTarget} from "./target.js";
import {parts, type Expression} from "../../sheet/expression.js";

/** The name of the relation that holds a table's columns computed so far. */
export type RelationOf = (table: string) => string;

/** The name under which the run's clock appears among the relations. */
export const CLOCK = "clock";

/**
 * The SELECT that adds columns to a relation or to another SELECT: a lookup is a join, a rollup a group, a formula an
 * expression.
 */
export function select(model: Model, from: string, columns: readonly ModelColumn[], relations: RelationOf): string {
  const joins = new Joins(model, relations);
  const items = columns.map((column) => `${joins.value(column)} AS ${identifier(column.name)}`);
  return [
    `SELECT r.*,\n  ${items.join(",\n  ")}`,
    `FROM ${from.startsWith("SELECT") ? `(\n${from}\n)` : from} AS r`,
    ...joins.all()
  ].join("\n");
}

class Joins {
  private readonly joined = new Map<string, string>();
  private readonly groups = new Map<string, {column: ModelColumn; items: Map<string, string>}>();

  constructor(
    readonly model: Model,
    readonly relations: RelationOf
  ) {}

  all(): string[] {
    return [...this.joined.values(), ...[...this.groups].map(([alias, group]) => this.grouping(alias, group))];
  }

  value(column: ModelColumn): string {
    const {definition} = column;
    switch (definition.kind) {
      case "formula":
        return this.formula(column);
      case "lookup":
        return `${this.follow(column)}.${identifier(definition.column)}`;
      case "rollup":
        return this.rollup(column, definition);
      case "previous":
        return this.previous(column, definition);
      case "ref":
        return quoted(column.target!.name);
      case "input":
        this.joined.set("clock", `CROSS JOIN ${this.relations(CLOCK)} AS clock`);
        return `clock.${identifier(column.name)}`;
    }
  }

  private formula(column: ModelColumn): string {
    const target = sqlTarget((reading) => this.read(column.reads[reading]!));
    const text = asNumber(compose(column, this.model.functions, target));
    return computes(column.expression!) ? `finite(${text})` : text;
  }

  private read({column, through}: ModelColumn["reads"][number]): string {
    if (through === "row") return `r.${identifier(column.name)}`;
    this.joined.set("p", `CROSS JOIN ${this.relations(this.model.parameter.name)} AS p`);
    return `p.${identifier(column.name)}`;
  }

  private follow({reads}: ModelColumn): string {
    const via = reads[0]!.column;
    const alias = `${via.name}_row`;
    const relation = this.relations(via.target!.name);
    this.joined.set(alias, `LEFT JOIN ${relation} AS ${alias} ON ${alias}.key = r.${identifier(via.name)}`);
    return alias;
  }

  private previous({name, reads, unit}: ModelColumn, {initial}: {initial: number | string}): string {
    this.joined.set("clock", `CROSS JOIN ${this.relations(CLOCK)} AS clock`);
    const source = reads[0]!.column;
    const {table} = source;
    this.joined.set("last", `LEFT JOIN last_${table.name} AS last ON last.key = r.key`);
    const scaled = (read: ModelColumn, from: string): string => {
      const by = factor(read.unit, unit);
      const value = `${from}.${identifier(read === source ? source.name : read.name)}`;
      return by === 1 ? value : `${value} * ${number(by)}`;
    };
    const first = typeof initial === "number" ? number(initial) : scaled(reads[1]!.column, "r");
    const before = source.name === name ? `last.${identifier(name)}` : scaled(source, "last");
    return `CASE WHEN clock.month = 0 THEN ${first} ELSE ${before} END`;
  }

  private rollup(
    column: ModelColumn,
    {column: name, weight, aggregate}: Extract<ModelColumn["definition"], {kind: "rollup"}>
  ): string {
    const alias = `${column.reads[0]!.column.table.name}${column.by ? `_by_${column.by.name}` : "_all"}`;
    if (!this.groups.has(alias)) this.groups.set(alias, {column, items: new Map()});
    const own = identifier(column.name);
    this.groups
      .get(alias)!
      .items.set(own, aggregates[aggregate](`s.${identifier(name)}`, `s.${identifier(weight ?? "")}`));
    const isZeroOverNone = column.by && (aggregate === "sum" || aggregate === "count");
    return isZeroOverNone ? `CASE WHEN ${alias}.key IS NULL THEN 0 ELSE ${alias}.${own} END` : `${alias}.${own}`;
  }

  private grouping(alias: string, {column, items}: {column: ModelColumn; items: Map<string, string>}): string {
    const values = [...items].map(([name, text]) => `${text} AS ${name}`);
    const from = `FROM ${this.relations(column.reads[0]!.column.table.name)} AS s`;
    if (!column.by) return `CROSS JOIN (\n  SELECT ${values.join(",\n    ")}\n  ${from}) AS ${alias}`;
    const by = `s.${identifier(column.by.name)}`;
    return (
      `LEFT JOIN (\n  SELECT ` +
      `${[`${by} AS key`, ...values].join(",\n    ")}\n  ${from} GROUP BY ${by}) AS ${alias} ON ${alias}.key = r.key`
    );
  }
}

type Aggregate = Extract<ModelColumn["definition"], {kind: "rollup"}>["aggregate"];

const aggregates: Record<Aggregate, (value: string, weight: string) => string> = {
  sum: (x) => `total(${x})`,
  count: () => "count(*)::DOUBLE",
  mean: (x) => `complete(${x}, avg(${x}))`,
  weighted_mean: (x, weight) => `total(weighed(${x}, ${weight})) / nonzero(total(${weight}))`,
  min: (x) => `complete(${x}, min(${x}))`,
  max: (x) => `complete(${x}, max(${x}))`,
  argmin: (x) => `complete(${x}, first(s.key ORDER BY ${x}, s.row))`,
  argmax: (x) => `complete(${x}, first(s.key ORDER BY ${x} DESC, s.row))`
};

function computes(e: Expression): boolean {
  return e.type === "arithmetic" || parts(e).some(computes);
}

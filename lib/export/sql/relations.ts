import type {Stage} from "./stages.js";
import type {Model, ModelColumn} from "../../sheet/index.js";
import {identifier} from "./identifier.js";
import {select} from "./select.js";

/** A relation of a script: its name and its SELECT. */
export interface Relation {
  name: string;
  text: string;
}

/**
 * Relations that add columns to tables, stage by stage: `cluster_1`, `cluster_2`. `base` names a table's first
 * relation, `latest` the one with all columns so far.
 */
export class Relations {
  readonly made: Relation[] = [];
  private readonly counts = new Map<string, number>();
  private readonly added = new Map<string, ModelColumn[]>();

  constructor(
    readonly model: Model,
    readonly prefix: string,
    readonly base: (table: string) => {name: string; columns: readonly ModelColumn[]}
  ) {}

  latest(table: string): string {
    const count = this.counts.get(table) ?? 0;
    return count === 0 ? this.base(table).name : this.name(table, count);
  }

  /** The columns of the latest relation, in order, without `row` and `key`. */
  columns(table: string): ModelColumn[] {
    return [...this.base(table).columns, ...(this.added.get(table) ?? [])];
  }

  add({table, layers}: Stage): void {
    const columns = layers.flat();
    const text = layers.reduce(
      (from, layer) => select(this.model, from, layer, (name) => this.latest(name)),
      this.latest(table)
    );
    const count = (this.counts.get(table) ?? 0) + 1;
    this.counts.set(table, count);
    this.added.set(table, [...(this.added.get(table) ?? []), ...columns]);
    this.made.push({name: this.name(table, count), text});
  }

  private name(table: string, count: number): string {
    return `${this.prefix}${identifier(`${table}_${count}`)}`;
  }
}

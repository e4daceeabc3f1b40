import {html} from "htl";
import {button} from "../../components/figure/button.js";
import {never} from "../../components/load/or-aborted.js";
import type {Session} from "./session.js";

/** The tables that statements made, which DuckDB has until the page is left. */
export interface MadeList {
  element: HTMLElement;
  /** Lists those that are there now. */
  show: () => Promise<void>;
}

/** A list of the tables and views that a notebook's statements made; a click inserts a name. */
export function madeList(session: Session, insert: (name: string) => void): MadeList {
  const list = html`<ul></ul>`;
  const element = html`<section class="sql-own" aria-labelledby="made-here">
    <h2 id="made-here">Created by statements</h2>
    ${list}
  </section>`;
  element.hidden = true;
  async function show(): Promise<void> {
    const told = await session.using("", never, (engine) => engine.rows(MADE));
    const cells = session.notebook().cells.map(({name}) => name);
    const names = Array.from(told.getChild("name") ?? [], String);
    const made = names.filter((name) => !cells.includes(name) && !session.model.includes(name));
    list.replaceChildren(...made.map((name) => html`<li>${button(name, () => insert(name))}</li>`));
    element.hidden = made.length === 0;
  }
  return {element, show};
}

/** Views by the name of a file are the page's own. */
const MADE =
  "SELECT table_name AS name FROM duckdb_tables() WHERE schema_name = 'main' UNION " +
  "SELECT view_name FROM duckdb_views() WHERE schema_name = 'main' AND NOT internal AND view_name NOT LIKE 'data/%' " +
  "ORDER BY name";

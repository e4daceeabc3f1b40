import type {CatalogTable} from "../../lib/export/published.js";
import {identifier} from "../../lib/export/sql/identifier.js";

/** The statement that creates a published table without rows. */
export function declaration({name, columns}: CatalogTable): string {
  const items = columns.map((column) => `${identifier(column.name)} ${types[column.type]}`);
  return `CREATE TABLE IF NOT EXISTS ${identifier(name)} (${items.join(", ")})`;
}

const types: Record<CatalogTable["columns"][number]["type"], string> = {
  number: "DOUBLE",
  text: "VARCHAR",
  date: "DATE"
};

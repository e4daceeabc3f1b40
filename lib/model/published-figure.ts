import {tableBuilder, type Table} from "../sheet/index.js";

/** A figure that somebody publishes, and the cell of the model that predicts it. */
interface PublishedFigure {
  figure: string;
  cell: string;
  unit: string;
  value: number;
}

export const publishedFigure: Table<PublishedFigure> = tableBuilder<PublishedFigure, object>()<PublishedFigure>(
  "published_figure",
  "Figures that others publish of what the model predicts.",
  ({text, input}) => ({
    figure: text("What it is"),
    cell: text("Cell of the model that predicts it: table.column or table[row].column"),
    unit: text("Unit of the value"),
    value: input("1", "The published value, in the unit of its row")
  })
);

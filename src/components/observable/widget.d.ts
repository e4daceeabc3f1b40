/**
 * The sheet as a widget of Jupyter and marimo, by anywidget's specification. It reads `options`, `scenario` and the
 * requested `cells` from the model's state; after each edit it writes `values` by cell, and `changes`, the inputs set
 * by cell.
 */
declare const widget: {render: (context: {model: object; el: HTMLElement}) => () => void};
export default widget;

/**
 * The sheet as a widget of Jupyter and marimo, by anywidget's specification. Of the model's state it reads `options`,
 * `scenario`, and the `cells` whose values are wanted; after each edit it writes `values` by cell, and `changes`, what
 * was set by cell.
 */
declare const widget: {render: (context: {model: object; el: HTMLElement}) => () => void};
export default widget;

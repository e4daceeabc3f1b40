/** An input's cell as words: `parameter.cost_of_capital` is `cost of capital`. */
export function inputName(cell: string): string {
  return cell.replace(/^parameter\./, "").replaceAll(/[._]/g, " ");
}

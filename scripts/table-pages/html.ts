/** Escapes text for HTML, including attributes. */
export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** A link with escaped text. */
export function link(address: string, text: string): string {
  return `<a href="${escaped(address)}">${escaped(text)}</a>`;
}

/** A table that scrolls independently, also by keyboard. Cells are HTML; if `wrapped`, sentences in them wrap. */
export function grid(
  label: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  wrapped = true
): string {
  const name = wrapped ? "grid-table wrapped" : "grid-table";
  return [
    `<div class="${name}" role="region" aria-label="${escaped(label)}" tabindex="0"><table>`,
    `<thead>${line("th", head)}</thead>`,
    `<tbody>${rows.map((cells) => line("td", cells)).join("\n")}</tbody>`,
    "</table></div>"
  ].join("\n");
}

function line(tag: "th" | "td", cells: readonly string[]): string {
  return `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join("")}</tr>`;
}

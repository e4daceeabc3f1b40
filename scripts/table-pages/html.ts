/** Text as it stands in HTML, also in an attribute. */
export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** A link whose text is escaped. */
export function link(address: string, text: string): string {
  return `<a href="${escaped(address)}">${escaped(text)}</a>`;
}

/** A table that scrolls by itself, and by keyboard. Cells are HTML; sentences in them are wrapped where `wrapped`. */
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

import MarkdownIt from "markdown-it";
import {valuePattern} from "../../components/notebook/text-values.js";

/** Markdown as HTML, in which HTML of the text is shown as text; `values` knows what stands for each `${…}`. */
export function markdown(text: string, values: ReadonlyMap<string, string>): string {
  const parser = new MarkdownIt({html: false, linkify: true});
  parser.inline.ruler.before("escape", "value", (state, silent) => {
    const [found, inner = ""] = new RegExp(`^${valuePattern.source}`).exec(state.src.slice(state.pos)) ?? [];
    if (found === undefined) return false;
    if (!silent) state.push("value", "", 0).content = values.get(inner) ?? "…";
    state.pos += found.length;
    return true;
  });
  parser.renderer.rules.value = (tokens, i) =>
    `<span class="notebook-value">${parser.utils.escapeHtml(tokens[i]!.content)}</span>`;
  parser.renderer.rules.image = (tokens, i) => parser.utils.escapeHtml(tokens[i]!.content);
  return parser.render(text);
}

import type {Page} from "playwright-core";

/** The part of a node of Chromium's accessibility tree that is read here. */
interface Node {
  nodeId: string;
  ignored: boolean;
  role?: {value?: string};
  name?: {value?: string};
  properties?: {name: string; value: {value?: unknown}}[];
  childIds?: string[];
}

/** Roles at which a screen reader stops. Text in paragraphs and cells is left out, since it changes with the model. */
const stops = new Set([
  ...["RootWebArea", "banner", "navigation", "main", "complementary", "contentinfo", "region", "form", "search"],
  ...["heading", "link", "button", "textbox", "searchbox", "combobox", "listbox", "checkbox", "radio", "slider"],
  ...["spinbutton", "switch", "tab", "tablist", "toolbar", "menu", "menubar", "menuitem", "tree", "image", "figure"],
  ...["table", "grid", "dialog", "status", "alert", "DisclosureTriangle", "separator"]
]);

/**
 * What a screen reader finds on a page, from Chromium's accessibility tree: a line a stop, indented by depth, with
 * role, name and state. Numbers are written as #, for they change with the model; a line that comes again is counted.
 */
export async function transcript(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const {nodes} = (await session.send("Accessibility.getFullAXTree")) as {nodes: Node[]};
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  return `${counted(linesOf(nodes[0]!, byId, 0)).join("\n")}\n`;
}

function linesOf(node: Node, byId: ReadonlyMap<string, Node>, depth: number): string[] {
  const role = node.role?.value ?? "";
  const isStop = !node.ignored && stops.has(role);
  const children = (node.childIds ?? []).flatMap((id) => byId.get(id) ?? []);
  const within = children.flatMap((child) => linesOf(child, byId, isStop ? depth + 1 : depth));
  return isStop ? [`${"  ".repeat(depth)}${lineOf(node, role)}`, ...within] : within;
}

function lineOf({name, properties = []}: Node, role: string): string {
  const words = (name?.value ?? "").replace(/\s+/g, " ").trim();
  const states = properties.filter((one) => told.has(one.name) && (one.name === "expanded" || !isFalse(one)));
  return [
    role,
    ...(words === "" ? [] : [`"${words.replace(/\d+(?:[.,\u2009\u202f ]\d+)*/g, "#")}"`]),
    ...states.map((one) => `${one.name}=${String(one.value.value)}`)
  ].join(" ");
}

function isFalse({value}: {value: {value?: unknown}}): boolean {
  return String(value.value) === "false";
}

const told = new Set(["level", "expanded", "checked", "pressed", "disabled", "required", "invalid"]);

function counted(lines: readonly string[]): string[] {
  const runs: {line: string; times: number}[] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last?.line === line) last.times++;
    else runs.push({line, times: 1});
  }
  return runs.map(({line, times}) => (times === 1 ? line : `${line} ×${times}`));
}

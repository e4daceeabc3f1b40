import {html} from "htl";
import {problem} from "../load/failure.js";
import {imported} from "../load/load-error.js";
import type {Origin} from "./origin.js";
import {whenOffered} from "./page-run.js";
import {record} from "./record.js";
import {equations, runOfScenario} from "./runs.js";

let panel: HTMLElement | undefined;
let opener: Element | null = null;
const visited: Origin[] = [];

/** Places the panel in a part of the page instead of over it; calls back when it opens and closes. */
export function hostInspector(part: HTMLElement, told: (open: boolean) => void): void {
  host = {part, told};
}

let host: {part: HTMLElement; told: (open: boolean) => void} | undefined;

/** Shows another number in an open panel without moving the focus. */
export function followInspector(target: Origin): void {
  if (!panel) return;
  visited.splice(0, visited.length, target);
  void fill(place(), target);
}

/** Opens the panel on a number, or moves the open one there. Esc closes it and returns the focus. */
export function openInspector(target: Origin): void {
  if (!panel) opener = document.activeElement;
  visited.push(target);
  void show(target);
}

async function show(target: Origin): Promise<void> {
  const body = place();
  body.replaceChildren(
    html`<p role="status">${"cell" in target ? `Running the scenario ${target.scenario} …` : "…"}</p>`
  );
  await fill(body, target);
  panel?.scrollTo(0, 0);
  panel?.focus();
}

// When a page reruns its scenario, an open panel shows the previous run.
whenOffered((scenario) => {
  const target = visited.at(-1);
  if (panel && target && isOf(target, scenario)) void fill(place(), target);
});

function isOf(target: Origin, scenario: string): boolean {
  if ("of" in target) return target.of.some((one) => isOf(one, scenario));
  return "cell" in target && target.scenario === scenario;
}

async function fill(body: HTMLElement, target: Origin): Promise<void> {
  try {
    const parts = await partsOf(target);
    if (visited.at(-1) === target) body.replaceChildren(...parts);
  } catch (error) {
    body.replaceChildren(html`<p role="alert">${problem(error, () => void fill(body, target))}</p>`);
  }
}

const part = "a part of the inspector";

async function partsOf(target: Origin): Promise<Node[]> {
  if ("table" in target) return record(target, openInspector);
  if ("of" in target) return (await imported(part, () => import("./choices.js"))).choices(target, openInspector);
  const [mathematics, {contents}] = await Promise.all([equations(), imported(part, () => import("./contents.js"))]);
  return contents(await runOfScenario(target.scenario), target, mathematics, openInspector);
}

function place(): HTMLElement {
  if (!panel) {
    panel = frame();
    (host?.part ?? document.body).append(panel);
    host?.told(true);
    panel.focus();
  }
  const back = panel.querySelector<HTMLButtonElement>(".inspector-back")!;
  back.disabled = visited.length < 2;
  return panel.querySelector<HTMLElement>(".inspector-body")!;
}

function frame(): HTMLElement {
  return html`<aside
    class="inspector"
    role="dialog"
    aria-label="Source and formula of this number"
    tabindex="-1"
    ${{onkeydown: keys}}
  >
    <header>
      <button type="button" class="inspector-back" ${{onclick: goBack}} title="Alt and left arrow">Back</button>
      <button type="button" class="inspector-close" ${{onclick: close}} title="Esc">Close</button>
    </header>
    <div class="inspector-body" aria-live="polite"></div>
  </aside>`;
}

function goBack(): void {
  if (visited.length < 2) return;
  visited.pop();
  void show(visited.at(-1)!);
}

function close(): void {
  panel?.remove();
  panel = undefined;
  host?.told(false);
  visited.length = 0;
  if (opener instanceof HTMLElement || opener instanceof SVGElement) opener.focus();
}

/** Arrow keys move through the cells that can be opened. */
function keys(event: KeyboardEvent): void {
  if (event.key === "Escape") close();
  else if (event.key === "ArrowLeft" && event.altKey) goBack();
  else if (event.key === "ArrowDown" || event.key === "ArrowUp") move(event.key === "ArrowDown" ? 1 : -1);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function move(by: 1 | -1): void {
  const cells = [...panel!.querySelectorAll<HTMLElement>(".inspector-body button, .inspector-body a")];
  const at = cells.indexOf(document.activeElement as HTMLElement);
  cells[Math.min(cells.length - 1, Math.max(0, at + by))]?.focus();
}

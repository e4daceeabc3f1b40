import {html} from "htl";
import {fileText} from "../../lib/sheet/file-text.js";
import {button} from "../../components/figure/button.js";
import {download} from "../../components/figure/download.js";
import type {CustomScenario} from "../../components/live/custom-scenario.js";
import {comparison} from "./comparison.js";
import {leftOut, ownAsYaml, ownFromYaml, scenarioFileName} from "./file.js";
import {forget, save, savedScenarios, type Saved} from "./saved-scenarios.js";
import {replace} from "../../components/sheet/state.js";
import type {Store} from "../../components/sheet/store.js";

/** Scenarios kept in this browser, beside each other; the present one as a file, and files that are dropped here. */
export function saveForm(store: Store): HTMLElement {
  const name = html`<input aria-label="Name of the scenario" placeholder="Name" maxlength="60" />` as HTMLInputElement;
  const message = html`<p role="status"></p>`;
  const place = html`<div></div>`;
  const say = (words: string): void => void (message.textContent = words);
  const take = (own: CustomScenario): void => store.change((state) => replace(state, own));
  let saved: Saved[] = [];
  const compare = (): void => {
    const remove = ({name}: Saved): void => attempt(say, async () => forget(name).then(refresh));
    place.replaceChildren(comparison(store, saved, {load: ({own}) => take(own), remove}));
  };
  const refresh = async (): Promise<void> => {
    saved = await savedScenarios();
    compare();
  };
  const keepIt = button("Save in this browser", () =>
    attempt(say, async () => {
      const title = name.value.trim();
      if (title === "") throw new Error("give the scenario a name first");
      await save({name: title, own: {...store.current.state.own, title}});
      take({...store.current.state.own, title});
      say(`“${title}” is kept in this browser.`);
      await refresh();
    })
  );
  const file = button("Download as YAML", () => {
    const {state, applied} = store.current;
    download(scenarioFileName(applied), ownAsYaml(state.own, store.current), "application/yaml");
  });
  const read = (file: File): void => attempt(say, () => open(file, take, say));
  const element = html`<div class="sheet-keep">
    <div class="sheet-tools">${name} ${keepIt} ${file} ${opener(read)}</div>
    ${message} ${place}
  </div>`;
  droppable(element, read);
  store.listen(({state}) => (name.value ||= state.own.title));
  store.listen(() => saved.length > 0 && compare());
  attempt(say, refresh);
  return element;
}

async function open(file: File, take: (own: CustomScenario) => void, say: (words: string) => void): Promise<void> {
  const text = fileText(new Uint8Array(await file.arrayBuffer()));
  take(ownFromYaml(text, file.name));
  const lost = leftOut(text, file.name);
  say(
    `Read ${file.name}${lost.length === 0 ? "" : `, but for ${lost.join(" and ")}: a sheet runs as its parent does`}.`
  );
}

function attempt(say: (words: string) => void, work: () => Promise<unknown>): void {
  work().catch((error: unknown) => say(error instanceof Error ? error.message : String(error)));
}

function opener(take: (file: File) => void): HTMLElement {
  const field = html`<input type="file" accept=".yaml,.yml" />` as HTMLInputElement;
  field.addEventListener("change", () => field.files?.[0] && take(field.files[0]));
  return html`<label>Open a YAML file, or drop it here: ${field}</label>`;
}

function droppable(element: HTMLElement, take: (file: File) => void): void {
  element.addEventListener("dragover", (event) => event.preventDefault());
  element.addEventListener("drop", (event) => {
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file) take(file);
  });
}

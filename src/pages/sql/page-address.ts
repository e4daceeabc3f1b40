import {notebookHash, notebookIn} from "../../components/notebook/address.js";
import {notebookOf, textOf, type Notebook} from "../../components/notebook/notebook.js";
import {autosave} from "./autosave.js";
import type {Change} from "./session.js";

/** What the browser remembers of a notebook's steps: Back takes the last one back, and a reload finds the notebook. */
export interface PageAddress {
  changed: (notebook: Notebook, how: Change) => void;
  /** Shows a notebook as a step; one that is kept has an id, and a time in ms, and is kept again once it is changed. */
  open: (notebook: Notebook, kept?: {id: string; updated: number}) => void;
  /** Whether there is a step to take back, and one that was taken back. */
  canUndo: () => boolean;
  canRedo: () => boolean;
  /** Called when what the browser keeps has changed, with what is to be said about it. */
  onKept: (call: (words: string) => void) => void;
}

interface Step {
  step: number;
  id: string;
  text: string;
}

const LAST = "notebook-last-step";

/** When the browser kept what this tab has seen of a notebook, in ms, by the notebook's id. */
const SEEN = "notebook-seen";

/** Follows the browser's Back and Forward with `show`. */
export function pageAddress(show: (notebook: Notebook) => void): PageAddress {
  const reloaded = history.state as Step | null;
  let {step = 0, id = ""} = reloaded ?? {};
  let last = stored(LAST) ?? 0;
  let isReturn = false;
  const calls: ((words: string) => void)[] = [];
  const keeping = autosave({
    tell: (words) => {
      for (const call of calls) call(words);
    },
    kept: (kept, updated) => {
      store(`${SEEN}-${kept}`, updated);
      // A state that is replaced while the browser goes back would keep it where it is.
      if (kept !== id && history.state) replace({...(history.state as Step), id: kept});
      id = kept;
    }
  });
  if (id !== "") keeping.opened(id, stored(`${SEEN}-${id}`));

  function changed(notebook: Notebook, how: Change): void {
    if (how === "opened") return isReturn ? undefined : remember(notebook, false);
    if (id === "") id = Date.now().toString(36);
    if (how === "step") ++step;
    remember(notebook, how === "step");
    keeping.soon(notebook, id);
  }
  function remember(notebook: Notebook, isStep: boolean): void {
    const state: Step = {step, id, text: textOf(notebook)};
    const hash = notebookHash(notebook);
    const plain = location.pathname + location.search;
    if (isStep) keepLast(step);
    try {
      if (isStep) history.pushState(state, "", hash ?? plain);
      else replace(state, step === 0 && id === "" ? undefined : (hash ?? plain));
    } catch {
      // Some browsers take a hundred steps in half a minute, or a notebook up to a size; the notebook is kept anyhow.
    }
  }
  /** The steps behind the last one are gone. */
  function keepLast(step: number): void {
    last = step;
    store(LAST, step);
  }
  function returnTo(state: Step | null): void {
    const notebook = state ? notebookOf(state.text) : notebookIn(location.hash);
    if (!notebook) return;
    step = state?.step ?? 0;
    id = state?.id ?? "";
    isReturn = true;
    show(notebook);
    isReturn = false;
    if (id !== "") keeping.soon(notebook, id);
  }
  window.addEventListener("popstate", ({state}) => returnTo(state as Step | null));
  return {
    changed,
    open: (notebook, kept) => {
      id = kept?.id ?? "";
      keeping.opened(id, kept?.updated);
      ++step;
      remember(notebook, true);
      isReturn = true;
      show(notebook);
      isReturn = false;
    },
    canUndo: () => step > 0,
    canRedo: () => step < last,
    onKept: (call) => void calls.push(call)
  };
}

function replace(state: Step, address?: string): void {
  history.replaceState(state, "", address);
}

/** A number that this tab remembers over a reload. */
function stored(name: string): number | undefined {
  try {
    const text = sessionStorage.getItem(name);
    return text === null ? undefined : Number(text);
  } catch {
    return undefined;
  }
}

function store(name: string, value: number): void {
  try {
    sessionStorage.setItem(name, `${value}`);
  } catch {
    // A browser that keeps nothing forgets, on a reload, what it could redo and which notebooks it had seen.
  }
}

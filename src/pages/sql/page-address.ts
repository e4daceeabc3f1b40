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
  /** When the browser kept what this tab has seen of it, in ms. */
  seen?: number | undefined;
}

const LAST = "notebook-last-step";

/** Follows the browser's Back and Forward with `show`. */
export function pageAddress(show: (notebook: Notebook) => void): PageAddress {
  const reloaded = history.state as Step | null;
  let {step = 0, id = "", seen} = reloaded ?? {};
  let last = lastStep();
  let isReturn = false;
  const calls: ((words: string) => void)[] = [];
  const keeping = autosave({
    tell: (words) => {
      for (const call of calls) call(words);
    },
    kept: (kept, updated) => {
      id = kept;
      seen = updated;
      if (history.state) replace({...(history.state as Step), id, seen});
    }
  });
  if (id !== "") keeping.opened(id, seen);

  function changed(notebook: Notebook, how: Change): void {
    if (how === "opened") return isReturn ? undefined : remember(notebook, false);
    if (id === "") id = Date.now().toString(36);
    if (how === "step") ++step;
    remember(notebook, how === "step");
    keeping.soon(notebook, id);
  }
  function remember(notebook: Notebook, isStep: boolean): void {
    const state: Step = {step, id, text: textOf(notebook), seen};
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
    try {
      sessionStorage.setItem(LAST, `${step}`);
    } catch {
      // A browser that keeps nothing forgets on a reload that there was more to redo.
    }
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
      seen = kept?.updated;
      keeping.opened(id, seen);
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

function lastStep(): number {
  try {
    return Number(sessionStorage.getItem(LAST) ?? 0);
  } catch {
    return 0;
  }
}

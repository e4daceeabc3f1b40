import {notebookHash, notebookIn} from "../../components/notebook/address.js";
import {keepNotebook} from "../../components/notebook/kept-notebooks.js";
import {notebookOf, textOf, type Notebook} from "../../components/notebook/notebook.js";
import type {Change} from "./session.js";

/** What the browser remembers of a notebook's steps: Back takes the last one back, and a reload finds the notebook. */
export interface PageAddress {
  changed: (notebook: Notebook, how: Change) => void;
  /** Shows a notebook as a step, kept under an id once it is changed. */
  open: (notebook: Notebook, id?: string) => void;
  /** Whether there is a step to take back, and one that was taken back. */
  canUndo: () => boolean;
  canRedo: () => boolean;
  /** Called when what the browser keeps has changed. */
  onKept: (call: (fault: string) => void) => void;
}

interface Step {
  step: number;
  id: string;
  text: string;
}

/** How long a notebook must stay before it is kept, in ms. */
const pause = 500;

const LAST = "notebook-last-step";

/** Follows the browser's Back and Forward with `show`. */
export function pageAddress(show: (notebook: Notebook) => void): PageAddress {
  let step = 0;
  let last = Number(sessionStorage.getItem(LAST) ?? 0);
  let id = "";
  let isReturn = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const calls: ((fault: string) => void)[] = [];

  function changed(notebook: Notebook, how: Change): void {
    if (how === "opened") return isReturn ? undefined : remember(notebook, false);
    if (id === "") id = Date.now().toString(36);
    if (how === "step") ++step;
    remember(notebook, how === "step");
    keepSoon(notebook);
  }
  function remember(notebook: Notebook, isStep: boolean): void {
    const state: Step = {step, id, text: textOf(notebook)};
    const hash = notebookHash(notebook);
    const plain = location.pathname + location.search;
    if (isStep) keepLast(step);
    if (isStep) history.pushState(state, "", hash ?? plain);
    else history.replaceState(state, "", step === 0 && id === "" ? undefined : (hash ?? plain));
  }
  /** The steps behind the last one are gone. */
  function keepLast(step: number): void {
    last = step;
    sessionStorage.setItem(LAST, `${step}`);
  }
  function keepSoon(notebook: Notebook): void {
    clearTimeout(timer);
    const kept = {id, title: notebook.title, updated: Date.now(), text: textOf(notebook)};
    timer = setTimeout(() => {
      keepNotebook(kept).then(
        () => tell(""),
        (error: unknown) => tell(`not kept in this browser: ${String(error)}`)
      );
    }, pause);
  }
  function tell(fault: string): void {
    for (const call of calls) call(fault);
  }
  function returnTo(state: Step | null): void {
    const notebook = state ? notebookOf(state.text) : notebookIn(location.hash);
    if (!notebook) return;
    step = state?.step ?? 0;
    id = state?.id ?? "";
    isReturn = true;
    show(notebook);
    isReturn = false;
    if (id !== "") keepSoon(notebook);
  }
  window.addEventListener("popstate", ({state}) => returnTo(state as Step | null));
  return {
    changed,
    open: (notebook, kept = "") => {
      id = kept;
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

import {keepNotebook, lastKept} from "../../components/notebook/kept-notebooks.js";
import {textOf, type Notebook} from "../../components/notebook/notebook.js";

/** Keeps a notebook a moment after it was changed. */
export interface Autosave {
  /** Keeps it soon, under an id. */
  soon: (notebook: Notebook, id: string) => void;
  /** Takes note of when a notebook was kept that this tab has opened, in ms. */
  opened: (id: string, updated: number | undefined) => void;
}

export interface AutosaveOptions {
  /** Says what happened, or nothing. */
  tell: (words: string) => void;
  /** Called when a notebook is kept: under another id where it goes on as a copy. */
  kept: (id: string, updated: number) => void;
}

/** How long a notebook must stay before it is kept, in ms. */
const pause = 500;

/** What the browser keeps is never overwritten by a tab that has not seen it. */
export function autosave({tell, kept}: AutosaveOptions): Autosave {
  const seen = new Map<string, number>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function keep(notebook: Notebook, id: string): Promise<void> {
    const found = await lastKept(id);
    const updated = Date.now();
    if (found !== undefined && seen.has(id) && found > seen.get(id)!) return keepBeside(notebook, updated);
    await keepNotebook({id, title: notebook.title, updated, text: textOf(notebook)});
    note(id, updated);
    tell("");
  }
  async function keepBeside(notebook: Notebook, updated: number): Promise<void> {
    const id = updated.toString(36);
    const title = `${notebook.title} (2)`;
    await keepNotebook({id, title, updated, text: textOf({...notebook, title})});
    note(id, updated);
    tell(`another tab changed “${notebook.title}”: yours is saved separately as “${title}”`);
  }
  function note(id: string, updated: number): void {
    seen.set(id, updated);
    kept(id, updated);
  }
  return {
    soon: (notebook, id) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        keep(notebook, id).catch((error: unknown) => {
          const reason = error instanceof Error ? error.message : String(error);
          tell(`not saved in this browser: ${reason.replace(/\.$/, "")}. Save it under Export, or copy its link.`);
        });
      }, pause);
    },
    opened: (id, updated) => {
      if (updated === undefined) seen.delete(id);
      else seen.set(id, updated);
    }
  };
}

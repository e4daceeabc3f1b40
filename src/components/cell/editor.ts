import {
  autocompletion,
  closeBrackets,
  closeCompletion,
  completionKeymap,
  completionStatus,
  type CompletionContext,
  type CompletionResult
} from "@codemirror/autocomplete";
import {defaultKeymap, history, historyKeymap} from "@codemirror/commands";
import {sql, type SQLNamespace} from "@codemirror/lang-sql";
import {bracketMatching, syntaxHighlighting} from "@codemirror/language";
import {lintGutter, setDiagnostics} from "@codemirror/lint";
import {EditorState, Prec} from "@codemirror/state";
import {EditorView, drawSelection, highlightActiveLine, keymap, lineNumbers} from "@codemirror/view";
import {classHighlighter} from "@lezer/highlight";
import type {CatalogTable} from "../rows/catalog.js";
import {duckdbDialect} from "./dialect.js";
import {identifier} from "../../lib/export/sql/identifier.js";
import type {Place} from "../database/query-error.js";

/** A SQL editor that knows the tables. */
export interface Editor {
  element: HTMLElement;
  text: () => string;
  replace: (text: string) => void;
  insert: (text: string) => void;
  /** Underlines a place, or nothing. */
  mark: (place: Place | undefined, message: string) => void;
}

/** A name offered for completion. */
export interface Completion {
  label: string;
  detail: string;
  /** A sentence that describes it. */
  info?: string;
  isFunction?: boolean;
}

export interface EditorOptions {
  label: string;
  /** Called on Ctrl+Enter or Cmd+Enter. */
  run: () => void;
  typed: () => void;
  /** Further names beside the tables. */
  names: () => Completion[] | Promise<Completion[]>;
}

/** Makes an editor that completes tables, columns and other names. */
export function editor(text: string, tables: readonly CatalogTable[], options: EditorOptions): Editor {
  const view = new EditorView({state: EditorState.create({doc: text, extensions: extensions(tables, options)})});
  return {
    element: view.dom,
    text: () => view.state.doc.toString(),
    replace: (insert) => view.dispatch({changes: {from: 0, to: view.state.doc.length, insert}}),
    insert: (inserted) => {
      view.dispatch(view.state.replaceSelection(inserted));
      view.focus();
    },
    mark: (place, message) => view.dispatch(setDiagnostics(view.state, diagnostics(place, message)))
  };
}

function extensions(tables: readonly CatalogTable[], {label, run, typed, names}: EditorOptions) {
  const runKey = {key: "Mod-Enter", run: () => (run(), true)};
  return [
    Prec.highest(keymap.of([runKey])),
    EditorView.cspNonce.of("editor"),
    lineNumbers(),
    history(),
    drawSelection(),
    highlightActiveLine(),
    bracketMatching(),
    closeBrackets(),
    autocompletion(),
    EditorView.domEventHandlers({blur: (_, view) => forgetPending(view)}),
    lintGutter(),
    syntaxHighlighting(classHighlighter),
    sql({dialect: duckdbDialect, schema: schemaOf(tables)}),
    duckdbDialect.language.data.of({autocomplete: (context: CompletionContext) => offered(context, names)}),
    keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap]),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({"aria-label": label}),
    EditorView.updateListener.of(({docChanged}) => (docChanged ? typed() : undefined))
  ];
}

/** Cancels pending completions: they would open in an editor that has lost focus, and take its next Escape. */
function forgetPending(view: EditorView): void {
  if (completionStatus(view.state) === "pending") closeCompletion(view);
}

async function offered(context: CompletionContext, names: EditorOptions["names"]): Promise<CompletionResult | null> {
  const word = context.matchBefore(/\$?[\w.]*/);
  if (!word || (word.from === word.to && !context.explicit)) return null;
  const found = await names();
  const options = found.map(({isFunction, ...name}) => ({
    ...name,
    ...(isFunction ? {type: "function", apply: `${name.label}(`, boost: -50} : {type: "variable"})
  }));
  return {from: word.from, options, validFor: /^\$?[\w.]*$/};
}

function schemaOf(tables: readonly CatalogTable[]): SQLNamespace {
  return Object.fromEntries(tables.map((table) => [table.name, namespaceOf(table)]));
}

function namespaceOf({name, description, columns}: CatalogTable): SQLNamespace {
  return {
    self: {label: name, apply: identifier(name), type: "class", info: description},
    children: columns.map((column) => ({
      label: column.name,
      apply: identifier(column.name),
      type: "property",
      detail: column.unit || column.type,
      info: column.description
    }))
  };
}

function diagnostics(place: Place | undefined, message: string) {
  return place ? [{...place, severity: "error" as const, message}] : [];
}

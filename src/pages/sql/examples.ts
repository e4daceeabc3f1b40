import type {Notebook} from "../../components/notebook/notebook.js";
import {questions, type Question} from "./questions.js";
import {stories} from "./stories.js";

/** A notebook that the page offers, under a name that its address may ask for. */
export interface Example {
  id: string;
  notebook: Notebook;
}

/** The examples, the one that the page opens with first. */
export const examples: readonly Example[] = [
  ...stories,
  ...questions.map((question) => ({id: question.id, notebook: notebookOf(question)}))
];

function notebookOf({title, note, query, chart = {}}: Question): Notebook {
  return {
    title,
    cells: [
      {kind: "text", name: "question", text: note},
      {kind: "chart", name: "figure", of: "answer", spec: chart},
      {kind: "sql", name: "answer", query}
    ]
  };
}

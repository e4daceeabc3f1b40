import {amount} from "./format.js";
import {cellLink} from "../inspector/cell-link.js";
import {originFor, type Origin} from "../inspector/origin.js";
import {numberIn} from "../rows/row-values.js";
import {type ColumnName} from "../rows/table-types.js";

/** A number in words, with its origin. */
export interface Cited {
  text: string;
  origin: Origin | undefined;
}

/** Words whose numbers can be inspected: nodes on a page, or plain text on request. */
export class Sentence {
  constructor(readonly parts: readonly (string | Cited)[]) {}

  toString(): string {
    return this.parts.map((part) => (typeof part === "string" ? part : part.text)).join("");
  }

  *[Symbol.iterator](): Generator<string | Node> {
    for (const part of this.parts) yield typeof part === "string" ? part : node(part);
  }
}

/** A sentence from a template string, which may span lines; embedded sentences keep their numbers. */
export function say(words: TemplateStringsArray, ...values: readonly (Sentence | string | number)[]): Sentence {
  const parts = words.flatMap((text, i) => {
    const value = i < values.length ? values[i]! : "";
    return [text.replace(/\n\s*/g, " "), ...(value instanceof Sentence ? value.parts : [String(value)])];
  });
  return new Sentence(parts.filter((part) => part !== ""));
}

/** The number in a row's column, as shown in a sentence. */
export function cite<R extends object>(row: R | undefined, column: ColumnName<R>, unit = ""): Sentence {
  return cited(amount(numberIn(row, column), unit), originFor(row, column));
}

/** Any words for a number that can be inspected. */
export function cited(text: string, origin: Origin | undefined): Sentence {
  return new Sentence([{text, origin}]);
}

/** Joins sentences. */
export function joined(sentences: readonly (Sentence | string)[], separator: string): Sentence {
  return new Sentence(
    sentences.flatMap((one, i) => [...(i > 0 ? [separator] : []), ...(one instanceof Sentence ? one.parts : [one])])
  );
}

function node({text, origin}: Cited): Node {
  if (!origin) return document.createTextNode(text);
  const element = document.createElement("span");
  element.textContent = text;
  return cellLink(element, origin);
}

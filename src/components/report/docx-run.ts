import {TextRun, type IRunOptions} from "docx";

/** A run of text; its options are an object, not a text, whose type has obsolete members of the same names. */
export function run(options: IRunOptions): TextRun {
  return new TextRun(options);
}

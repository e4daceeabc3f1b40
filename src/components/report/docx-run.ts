import {TextRun, type IRunOptions} from "docx";

/**
 * A run of text. Its options are typed as an object, since the type of texts has obsolete members of the same names.
 */
export function run(options: IRunOptions): TextRun {
  return new TextRun(options);
}

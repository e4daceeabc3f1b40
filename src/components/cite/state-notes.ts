import {editionHere} from "./edition.js";

/** Notes on the origin of a file saved from this page: the edition, the state of the page, and the day. */
export function stateNotes(): string[] {
  const day = new Date().toISOString().slice(0, 10);
  return [editionText(), `This state of the page: ${location.href}`, `Downloaded: ${day}`];
}

/** `The AI Token Factory, version 0.1.0, commit 4e622aa3c550, model 373a43380c46`. */
export function editionText(): string {
  const {version, commit, model} = editionHere();
  return `The AI Token Factory, version ${version}${commit === "" ? "" : `, commit ${commit}`}, model ${model}`;
}

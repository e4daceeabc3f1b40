import {InputError} from "./error.js";

/**
 * The text of a file in UTF-8 or UTF-16, as its byte order mark says or, without one, the zeros of its first character.
 * Throws an `InputError` for bytes that are neither.
 */
export function fileText(bytes: Uint8Array): string {
  try {
    return new TextDecoder(encodingOf(bytes), {fatal: true}).decode(bytes);
  } catch (cause) {
    throw new InputError("the file is not text in UTF-8 or UTF-16: save it as UTF-8", {cause});
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if ((first === 0xff && second === 0xfe) || second === 0) return "utf-16le";
  return (first === 0xfe && second === 0xff) || first === 0 ? "utf-16be" : "utf-8";
}

import {InputError} from "./error.js";

/**
 * Decodes a file in UTF-8 or UTF-16, according to its byte order mark or, without one, to zeros in its first character.
 * Throws an `InputError` for any other encoding.
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

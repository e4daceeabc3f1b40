import {describe, expect, it} from "vitest";
import {fileText} from "../../lib/sheet/file-text.js";

const text = "metric,value\nprice,2.75\n";
const utf16 = (mark: string, swapped: boolean): Buffer => {
  const bytes = Buffer.from(mark + text, "utf16le");
  return swapped ? bytes.swap16() : bytes;
};

describe("fileText(bytes)", () => {
  it.each([
    ["UTF-8", Buffer.from(text)],
    ["UTF-8 with a byte order mark", Buffer.from(`\uFEFF${text}`)],
    ["UTF-16", utf16("\uFEFF", false)],
    ["UTF-16 with its bytes in the other order", utf16("\uFEFF", true)],
    ["UTF-16 without a mark", utf16("", false)],
    ["UTF-16 without a mark, in the other order", utf16("", true)]
  ])("reads %s", (_, bytes) => expect(fileText(bytes)).toBe(text));
  it("of an empty file is empty", () => expect(fileText(new Uint8Array())).toBe(""));
  it("of any other encoding is an error", () =>
    expect(() => fileText(Buffer.from("caf\xe9", "latin1"))).toThrow("not text in UTF-8 or UTF-16: save it as UTF-8"));
});

import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {CodeWriter} from "../../lib/sheet/code-writer.js";
import {packed, unsigned} from "../../lib/sheet/wasm.js";

describe("CodeWriter", () => {
  it("writes whole numbers as LEB128", () => {
    for (const value of [0, 1, 127, 128, 16_383, 16_384, 2 ** 31, 2 ** 32 - 1])
      expect([...new CodeWriter().addUnsigned(value).written()]).toEqual(unsigned(value));
  });
  it("writes what parts put together are, however long", () =>
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.uint8Array({maxLength: 2000}), fc.nat())), (parts) => {
        const writer = new CodeWriter();
        for (const part of parts)
          if (typeof part === "number") writer.addUnsigned(part);
          else writer.add(part);
        const whole = packed(parts.map((part) => (typeof part === "number" ? unsigned(part) : part)));
        expect(Buffer.from(writer.written())).toEqual(Buffer.from(whole));
      })
    ));
});

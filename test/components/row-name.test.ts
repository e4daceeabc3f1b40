import {expect, test} from "vitest";
import {rowName} from "../../src/components/words/row-name.js";

test.each([
  ["atlas-b200", "Atlas (B200)"],
  ["openfield-llama-70b", "Openfield (Llama 70B)"],
  ["desk-selfservice", "Desk (self-service)"],
  ["office", "Office"]
])("the row %s is called %s", (key, name) => expect(rowName(key)).toBe(name));

// @vitest-environment jsdom
import {beforeEach, describe, expect, it} from "vitest";
import {numberInput} from "../../src/components/form/number-input.js";

const options = {min: 0, max: 1, step: 0.05, value: 0.6, format: (value: number) => `${100 * value} %`};

beforeEach(() => history.replaceState(null, "", "/invest"));

describe("a number to type or slide", () => {
  it.each([
    ["70%", "0.7"],
    ["0.7", "0.7"],
    ["7e-1", "0.7"]
  ])("%s is %s, once the field is left", (text, value) => {
    const control = numberInput("debt_share", "Borrowed", options);
    let events = 0;
    control.addEventListener("input", () => ++events);
    typed(control, text);
    expect([control.value, events, location.search]).toEqual([value, 1, `?debt_share=${value}`]);
  });
  it.each([
    ["120%", "Enter a number from 0 to 1."],
    ["much", "Enter a number from 0 to 1."]
  ])("%s is refused: text and reason stay, the number is the last one", (text, reason) => {
    const control = numberInput("debt_share", "Borrowed", options);
    typed(control, text);
    const field = control.querySelector("input")!;
    expect([field.value, field.getAttribute("aria-invalid"), control.value]).toEqual([text, "true", "0.6"]);
    expect(control.querySelector("[role=alert]")!.textContent).toBe(reason);
    expect(location.search).toBe("");
  });
  it("may lie beyond its slider if the page permits it", () => {
    const control = numberInput("count", "Accelerators", {...options, max: 20_000, read: Number, format: String});
    typed(control, "1000000");
    expect(control.value).toBe("1000000");
  });
  it("starts with the address's number, unless that is invalid", () => {
    history.replaceState(null, "", "/invest?debt_share=0.3");
    expect(numberInput("debt_share", "Borrowed", options).value).toBe("0.3");
    history.replaceState(null, "", "/invest?debt_share=3");
    expect(numberInput("debt_share", "Borrowed", options).value).toBe("0.6");
  });
  it("follows its slider", () => {
    const control = numberInput("debt_share", "Borrowed", options);
    const slider = control.querySelector<HTMLInputElement>("[type=range]")!;
    slider.value = "0.25";
    slider.dispatchEvent(new Event("input", {bubbles: true}));
    expect([control.value, control.querySelector("input")!.value]).toEqual(["0.25", "25 %"]);
  });
});

/** Types into the field and leaves it. */
function typed(control: HTMLElement, text: string): void {
  const field = control.querySelector("input")!;
  field.value = text;
  field.dispatchEvent(new Event("input", {bubbles: true}));
  field.dispatchEvent(new Event("change", {bubbles: true}));
}

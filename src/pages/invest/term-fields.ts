import {html} from "htl";
import {projectTerms, typedTerm, type ProjectTerm} from "../../lib/finance/terms.js";
import type {ProjectInputs} from "../../lib/finance/project-inputs.js";
import {address, control, remember, type Control} from "../../components/form/controls.js";
import {form, type Form, type FormValue} from "../../components/form/form.js";
import {amount} from "../../components/words/format.js";

type TermFields = Readonly<Record<string, Control>>;

/** A field for every term that no slider has, by group; an empty one leaves its term as the assumptions have it. */
export function termFields(inputs: ProjectInputs, others: readonly string[]): Form<TermFields> {
  const terms = projectTerms.filter(({column}) => !others.includes(column));
  const made = terms.map((term) => ({term, field: termField(term, inputs)}));
  const fields = form(Object.fromEntries(made.map(({term, field}) => [term.name, field])));
  const sections = [...new Set(terms.map(({group}) => group))].map(
    (group) =>
      html`<fieldset style=${{display: "flex", flexWrap: "wrap", gap: "0.25rem 2rem"}}>
        <legend>${group}</legend>
        ${made.filter(({term}) => term.group === group).map(({field}) => field)}
      </fieldset>`
  );
  fields.replaceChildren(
    html`<details class="term-fields">
      <summary>All other terms</summary>
      ${sections}
    </details>`
  );
  return fields;
}

/** The terms that are typed, by column. A cost of capital that is typed holds for this project: none is added to it. */
export function typedTerms(texts: FormValue<TermFields>): Readonly<Record<string, number>> {
  const set = Object.fromEntries(
    projectTerms
      .filter(({name}) => (texts[name] ?? "") !== "")
      .map((term) => typedTerm(term, texts[term.name]!, term.name))
  );
  return {...("cost_of_capital" in set && {capital_premium: 0}), ...set};
}

/** A text field that gives what was typed last and could be read, remembered as ?name=text. */
function termField(term: ProjectTerm, inputs: ProjectInputs): Control {
  const {name, column, unit, doc} = term;
  const central = inputs[column]!.values[0];
  const field = html`<input
    placeholder=${typeof central === "number" && name === column ? amount(central) : ""}
    style=${{font: "inherit", padding: "2px 4px", width: "6.5em"}}
  />` as HTMLInputElement;
  const note = html`<small role="alert" style=${{color: "var(--theme-red)", flexBasis: "100%"}}></small>`;
  let last = "";
  const problem = (): string => (field.value.trim() === "" ? "" : problemOf(term, field.value));
  const take = (): void => {
    note.textContent = problem();
    if (note.textContent === "") last = field.value.trim();
  };
  field.value = address().get(name) ?? "";
  take();
  field.addEventListener("input", (event) => event.stopPropagation());
  field.addEventListener("change", () => {
    take();
    if (note.textContent !== "") return;
    remember(name, last);
    note.dispatchEvent(new Event("input", {bubbles: true}));
  });
  const shown = unit === "1" || unit === "share" ? "" : unit;
  return control(doc, [field, shown, note], () => last);
}

function problemOf(term: ProjectTerm, text: string): string {
  try {
    typedTerm(term, text, term.name);
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

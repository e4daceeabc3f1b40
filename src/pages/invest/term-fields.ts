import {html} from "htl";
import {projectTerms, typedTerm, type ProjectTerm} from "../../lib/finance/terms.js";
import type {ProjectInputs} from "../../lib/finance/project-inputs.js";
import {address, control, remember, type Control} from "../../components/form/controls.js";
import {form, type Form} from "../../components/form/form.js";
import {problemOf, typedField} from "../../components/form/typed-field.js";
import {amount} from "../../components/words/format.js";

const firstNames = projectTerms.filter(
  ({column}, i) => projectTerms.findIndex((other) => other.column === column) === i
);

type TermFields = Readonly<Record<string, Control>>;

/**
 * A field for every column that no slider sets, by group; an empty one leaves its term as the assumptions have it. What
 * can be typed in two ways has the first.
 */
export function termFields(inputs: ProjectInputs, others: readonly string[]): Form<TermFields> {
  const terms = firstNames.filter(({column}) => !others.includes(column));
  const made = terms.map((term) => ({term, field: termField(term, inputs)}));
  const fields = form(Object.fromEntries(made.map(({term, field}) => [term.name, field])));
  const sections = [...new Set(terms.map(({group}) => group))].map(
    (group) =>
      html`<fieldset class="controls">
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

/** A text field that gives what was typed last and could be read, remembered as ?name=text. */
function termField(term: ProjectTerm, inputs: ProjectInputs): Control {
  const {name, column, unit, doc} = term;
  const central = inputs[column]!.values[0];
  const placeholder = typeof central === "number" && Number.isFinite(central) ? amount(central) : "";
  let last = "";
  const read = (text: string): void => {
    if (text.trim() !== "") typedTerm(term, text, name);
    last = text.trim();
  };
  const {field, note} = typedField((text) => (read(text), remember(name, last)), {placeholder});
  field.value = address().get(name) ?? "";
  note.textContent = problemOf(read, field.value);
  const shown = unit === "1" || unit === "share" ? "" : unit;
  return control(doc, [field, shown, note], () => last);
}

import {html} from "htl";
import {typedNumber} from "../../lib/sheet/number.js";
import {exp} from "../../lib/sheet/exponential.js";
import {projectTerms, typedTerm, type ProjectTerm} from "../../lib/finance/terms.js";
import type {ProjectInputs} from "../../lib/finance/project-inputs.js";
import {address, control, remember, type Control} from "../../components/form/controls.js";
import {fold} from "../../components/form/fold.js";
import {form, type Form} from "../../components/form/form.js";
import {problemOf, typedField} from "../../components/form/typed-field.js";
import {amount, share} from "../../components/words/format.js";

const firstNames = projectTerms.filter(
  ({column}, i) => projectTerms.findIndex((other) => other.column === column) === i
);

type TermFields = Readonly<Record<string, Control>>;

/** What a reader's own project differs in most often, in fewer words than its column's. */
const labels: Readonly<Record<string, string>> = {
  price: "GPU-hour price today",
  price_change: "Price change a year",
  power_price: "Power price",
  cost_of_capital: "Cost of capital, real",
  cost_of_equity: "Cost of equity, real"
};

/**
 * A field for every column that no slider sets: a few at once, the others folded away by group. An empty one leaves its
 * term as the assumptions have it. What can be typed in two ways has the first.
 */
export function termFields(inputs: ProjectInputs, others: readonly string[]): Form<TermFields> {
  const terms = firstNames.filter(({column}) => !others.includes(column));
  const made = terms.map((term) => ({term, field: termField(term, inputs)}));
  const fields = form(Object.fromEntries(made.map(({term, field}) => [term.name, field])));
  const rest = made.filter(({term}) => !(term.name in labels));
  const sections = [...new Set(rest.map(({term}) => term.group))].map(
    (group) =>
      html`<fieldset class="controls">
        <legend>${group}</legend>
        ${rest.filter(({term}) => term.group === group).map(({field}) => field)}
      </fieldset>`
  );
  const first = made.filter(({term}) => term.name in labels).map(({field}) => field);
  fields.replaceChildren(
    ...first,
    fold(
      "All other terms",
      rest.map(({term}) => term.name),
      sections
    )
  );
  return fields;
}

/** A text field that gives what was typed last and could be read, remembered as ?name=text. */
function termField(term: ProjectTerm, inputs: ProjectInputs): Control {
  const {name, unit, doc} = term;
  const placeholder = placeholderOf(term, inputs);
  let last = "";
  const read = (text: string): void => {
    if (text.trim() !== "") typedTerm(term, text, name);
    last = text.trim();
  };
  const {field, note} = typedField((text) => (read(text), remember(name, last)), {placeholder});
  field.dataset.term = name;
  field.value = asShown(address().get(name) ?? aliasIn(term), term);
  note.textContent = problemOf(read, field.value);
  const shown = unit === "1" || isInPercent(unit) ? "" : unit;
  return control(labels[name] ?? doc, [field, shown, note], () => last);
}

/** Shows in empty fields what the assumptions say of a project, whose site and hardware may have been changed. */
export function showAssumed(fields: HTMLElement, inputs: ProjectInputs): void {
  for (const term of firstNames) {
    const field = fields.querySelector<HTMLInputElement>(`[data-term="${term.name}"]`);
    if (field) field.placeholder = placeholderOf(term, inputs);
  }
}

/** What an address gives as it is read in a field: 0.11 of a share or a rate a year is 11 %. */
export function asShown(text: string, {unit}: Pick<ProjectTerm, "unit">): string {
  const typed = typedNumber(text);
  if (!isInPercent(unit) || !("value" in typed) || typed.percent) return text;
  return `${Number((100 * typed.value).toPrecision(12))} %`;
}

function isInPercent(unit: string): boolean {
  return unit === "share" || unit === "1/yr";
}

/** A change of the price may also be in the address as its logarithm. */
function aliasIn({column, name}: ProjectTerm): string {
  const other = projectTerms.find((term) => term.column === column && term.name !== name);
  const given = other && address().get(other.name);
  return given ? `${100 * (exp(Number(given)) - 1)}%` : "";
}

/** The assumptions' value, as it could be typed. */
function placeholderOf({name, column, unit}: ProjectTerm, inputs: ProjectInputs): string {
  const central = inputs[column]!.values[0];
  if (name === "cost_of_equity") return "derived";
  if (typeof central !== "number" || !Number.isFinite(central)) return "";
  return isInPercent(unit) ? share(central) : amount(central);
}

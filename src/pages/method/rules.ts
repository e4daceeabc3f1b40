import {html} from "htl";
import {entry} from "../../components/figure/entries.js";
import {cell} from "../../components/words/format.js";
import {numberIn, textIn} from "../../components/rows/row-values.js";
import type {RowsOf} from "../../components/rows/table-types.js";

/** A rule with its largest discrepancy over all scenarios. */
export interface Rule {
  rule: string;
  worst: number;
  tolerance: number;
  passed: boolean;
  /** Scenario and cell of the worst violation; empty where there is none. */
  where: string;
}

/** The rules of the `model_check` table, each once. */
export function rulesOf(checks: RowsOf<"model_check">): Rule[] {
  const keys = [...new Set(checks.map(({key}) => key))];
  return keys.map((key) => {
    const mine = checks.filter((check) => check.key === key);
    const worst = mine.reduce((a, b) => (numberIn(b, "worst") > numberIn(a, "worst") ? b : a));
    const place = textIn(worst, "where");
    return {
      rule: textIn(worst, "rule"),
      worst: numberIn(worst, "worst"),
      tolerance: numberIn(worst, "tolerance"),
      passed: mine.every(({passed}) => passed === "true"),
      where: place === "" ? "" : placeIn(textIn(worst, "scenario"), place)
    };
  });
}

/** A cell in a scenario, or a month of it where the rule is about the whole chain. */
function placeIn(scenario: string, place: string): string {
  return place.startsWith("@") ? `${scenario}, month ${place.slice(1)}` : `${scenario}: ${place}`;
}

/** A rule as an entry of a list. */
export function ruleEntry({rule, worst, passed, where}: Rule): HTMLElement {
  const worstText = worst === 0 ? "exact" : `largest discrepancy ${cell(worst)}, ${where}`;
  return entry(html`<strong>${passed ? "✓ holds" : "✗ violated"}</strong>`, rule, html`<small>${worstText}</small>`);
}

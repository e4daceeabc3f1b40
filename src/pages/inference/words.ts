import {blendedCost} from "../../lib/validation/serving-cost.js";
import {bindingOf} from "../../lib/validation/binding.js";
import type {Way} from "../../lib/validation/explore.js";
import type {ServingOffer} from "../../lib/market/serving-offer.js";
import {amount, range, share} from "../../components/words/format.js";
import {bindings} from "./binding-constraint.js";
import {rangeOf} from "./evidence.js";
import {busyHour, type Explored} from "./explorer.js";
import type {ServingQuestion} from "./explorer-controls.js";
import {waysWords} from "./ways-words.js";

/** The best configuration of the chosen accelerator, in words. */
export function bestInWords(explored: Explored, name: string): string {
  const {question, answer, spreads} = explored;
  const best = answer.best.get(question.accelerator);
  if (answer.impossible !== undefined) return `No accelerator can serve this: ${answer.impossible}.`;
  if (!best)
    return answer.ways.length === 0
      ? `The model does not fit into the memory of ${question.accelerators} ${name}.`
      : `No configuration on ${name} meets these limits.`;
  return (
    `Best configuration on ${name}: ${waysWords(best)}. It produces ` +
    `${range(rangeOf(best.output_rate, spreads.rate))} output tokens per second per GPU, ` +
    `${range(rangeOf(best.user_rate, spreads.tpot, true))} per user, with a first token after ` +
    `${range(rangeOf(best.ttft, spreads.ttft), "ms")}; the bottleneck is ${bindings[bindingOf(best)].name}. ` +
    moneyInWords(explored, best)
  );
}

function moneyInWords(explored: Explored, best: Way): string {
  const {question, prices, spreads, offers} = explored;
  const cost = blendedCost(best, busyHour(explored, question.accelerator));
  if (!Number.isFinite(cost)) return "Enter a GPU-hour price to see costs.";
  const money =
    `At ${amount(prices.get(question.accelerator)!, "USD")} a GPU-hour and ${share(question.busy)} utilisation, ` +
    `a million tokens in this request mix cost ${range(rangeOf(cost, spreads.rate, true), "USD")}.`;
  const own = offers.find(({accelerator}) => accelerator === question.accelerator);
  return own ? `${money} ${profitInWords(own, explored)}` : money;
}

/** What an accelerator earns at the price of tokens, in words. */
function profitInWords({profit_per_hour: hour, profit_per_megawatt: year}: ServingOffer, {sold}: Explored): string {
  if (!Number.isFinite(hour)) return "Enter a price per million tokens to see profit.";
  const [kind, sign] = hour < 0 ? ["loss", -1] : ["profit", 1];
  return (
    `At ${amount(sold, "USD")} per million tokens, each GPU-hour makes a ${kind} of ${amount(sign * hour, "USD")} ` +
    `and each megawatt of servers ${amount(sign * year, "USD")} a year.`
  );
}

/** The defaults that stand in for what the question leaves open, in words. */
export function assumedInWords({answer: {assumed}}: Explored): string {
  return assumed.length === 0 ? "" : `Assumed: ${assumed.join("; ")}.`;
}

/** The mix of a request's tokens, in words. */
export function mixInWords({input_length, cached_share, output_length}: ServingQuestion): string {
  const all = input_length + output_length;
  const input = share((input_length * (1 - cached_share)) / all);
  const cached = share((input_length * cached_share) / all);
  return `${input} input, ${cached} cached input and ${share(output_length / all)} output`;
}

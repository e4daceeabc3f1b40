import type {Definitions} from "../../sheet/index.js";
import type {Words} from "../parameter.js";
import type {Segment} from "../segment.js";

/** Who uses an application, who pays for it, and at what price. */
export interface Adoption {
  users: number;
  price_index: number;
  next_price_index: number;
  required_price: number;
  price: number;
  price_response: number;
  growth: number;
  next_users: number;
  start_payers: number;
  payers: number;
  new_payers: number;
  lost_payers: number;
  next_payers: number;
}

/** The columns of `Adoption`. */
export function adoption({formula, previous}: Words<Segment>): Definitions<Adoption> {
  return {
    users: previous("next_users", "start_users", "Monthly active users"),
    price_index: previous("next_price_index", "repricing", "Price of the plan, of that at which users were observed"),
    required_price: formula(
      "USD/user-month",
      "Price of the plan at which the segment would earn what it costs",
      (s, _, {max}) => (s.payers > 0 ? s.price + max(0, s.cost - s.revenue) / s.payers : s.price)
    ),
    next_price_index: formula(
      "1",
      "Price of the plan next month: raised, month by month, while it does not earn what it costs",
      (s, p, f) =>
        s.price > 0
          ? s.price_index * f.approach(1, s.required_price / s.price, p.plan_response * p.step)
          : s.price_index
    ),
    price: formula("USD/user-month", "Subscription fee", (s) => s.plan_price * s.price_index),
    price_response: formula(
      "1",
      "Users attracted at the current fee relative to the initial fee",
      (s, p) => s.price_index ** (0 - p.conversion_elasticity)
    ),
    growth: formula(
      "user/month",
      "Net new users: spontaneous adoption and word of mouth (Bass)",
      (s, p) =>
        (s.potential - s.users) *
        s.adoption_rate *
        s.price_response *
        (1 - p.imitation_share + (p.imitation_share * s.users) / s.start_users)
    ),
    next_users: formula("user", "Monthly active users next month", (s, p) => s.users + s.growth * p.step),
    start_payers: formula("user", "Users who pay at the outset", (s) => s.start_users * s.paying_share),
    payers: previous("next_payers", "start_payers", "Users who pay"),
    new_payers: formula(
      "user/month",
      "New paying users, from growth and from former subscribers, up to the number of users",
      (s, p, {min, max}) =>
        max(
          0,
          min(
            (s.growth + s.users * s.recruitment * s.price_response * (1 - s.restraint)) * s.paying_share,
            s.growth + s.lost_payers + (s.users - s.payers) / p.step
          )
        )
    ),
    lost_payers: formula(
      "user/month",
      "Paying users who cancel; more if the fee has risen or requests are not served",
      (s, p, {min}) =>
        s.payers *
        min(1 / p.step, s.churn * s.price_index ** p.churn_elasticity * (1 + p.churn_response * (1 - s.service)))
    ),
    next_payers: formula(
      "user",
      "Users who pay next month",
      (s, p) => s.payers + (s.new_payers - s.lost_payers) * p.step
    )
  };
}

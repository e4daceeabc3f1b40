import type {Definitions} from "../../sheet/index.js";
import type {Words} from "../parameter.js";
import type {Segment} from "../segment.js";

/** Work that a group of users does with an application, and what the time saved is worth. */
export interface Output {
  assisted_hours: number;
  everyday_effect: number;
  compensation: number;
  ceiling_hours: number;
  realised_ratio: number;
  workers: number;
  payroll: number;
  hours_saved: number;
  hours_saved_per_worker: number;
  realised_hours: number;
  productivity_value: number;
  face_value: number;
  consumer_surplus: number;
}

/** The columns of `Output`. */
export function output({lookups, formula}: Words<Segment>): Definitions<Output> {
  return {
    ...lookups("task", "assisted_hours", "everyday_effect", "compensation", "ceiling_hours", "realised_ratio"),
    workers: formula("user", "Users who use it in paid work", (s) => s.users * s.work_share),
    payroll: formula(
      "USD/month",
      "Labour cost of users who use it in paid work",
      (s, p) => s.workers * p.working_hours * s.compensation * p.wage_index
    ),
    hours_saved: formula(
      "hour/month",
      "Working hours saved: hours with the tool, which would have been longer without it; they rise with use, less " +
        "than in proportion, up to the hours that the work has",
      (s, _, {min}) =>
        ((s.workers * s.work_intensity * s.everyday_effect) / (1 - s.everyday_effect)) *
        min(s.assisted_hours * s.use ** s.use_exponent, s.ceiling_hours)
    ),
    hours_saved_per_worker: formula(
      "hour/user-month",
      "Working hours saved by a user who uses it in paid work",
      (s) => s.hours_saved / s.workers
    ),
    realised_hours: formula(
      "hour/month",
      "Saved hours converted to output",
      (s, p, {min}) => s.hours_saved * min(1, p.realised_share * s.realised_ratio)
    ),
    productivity_value: formula(
      "USD/month",
      "Additional output: hours converted to output, at hourly labour cost",
      (s, p) => s.realised_hours * s.compensation * p.wage_index
    ),
    face_value: formula(
      "USD/month",
      "Gross value of time saved: all saved hours at hourly labour cost",
      (s, p) => s.hours_saved * s.compensation * p.wage_index
    ),
    consumer_surplus: formula(
      "USD/month",
      "Consumer surplus: the median sum private users would accept to give up the service, less what they pay; " +
        "not part of output",
      (s, p, {max}) =>
        s.private_share *
        (s.payers * max(0, p.willingness_to_accept * s.use ** p.surplus_exponent - s.price) +
          (s.users - s.payers) * p.willingness_to_accept * s.use ** p.surplus_exponent)
    )
  };
}

import type {Table} from "../sheet/index.js";
import {application, type Application} from "./application.js";
import {table} from "./parameter.js";
import {task, type Task} from "./productivity.js";
import {adoption, type Adoption} from "./segment/adoption.js";
import {demand, type Demand} from "./segment/demand.js";
import {income, type Income} from "./segment/income.js";
import {output, type Output} from "./segment/output.js";

/** A group of an application's users. */
export interface Segment extends Adoption, Demand, Income, Output {
  application: Application;
  task: Task;
  start_users: number;
  potential: number;
  adoption_rate: number;
  work_share: number;
  work_intensity: number;
  private_share: number;
  paying_share: number;
  plan_price: number;
  repricing: number;
  metered_share: number;
  churn: number;
  recruitment: number;
  acquisition_cost: number;
  requests_per_user: number;
  input_length: number;
  cached_share: number;
  written_share: number;
  output_length: number;
  use_ceiling: number;
  use_exponent: number;
}

export const segment: Table<Segment> = table<Segment>(
  "segment",
  "User segments: adoption, payment, use, and the value of time saved.",
  (words) => {
    const {ref, input} = words;
    return {
      application: ref(() => application, "What they use"),
      task: ref(() => task, "Occupation group"),
      start_users: input("user", "Monthly active users at the outset"),
      potential: input("user", "Addressable users"),
      adoption_rate: input("1/yr", "Share of the gap to addressable users closed each year"),
      work_share: input("share", "Share of users who use it in paid work"),
      work_intensity: input(
        "1",
        "Hours with the tool of a user at work, relative to an active professional of the occupation group"
      ),
      private_share: input("share", "Share of users with private use"),
      paying_share: input("share", "Share of users who pay"),
      plan_price: input("USD/user-month", "Initial subscription fee"),
      repricing: input(
        "1",
        "Price that the application sets from the first month on, of that at which users were observed"
      ),
      metered_share: input("share", "Share of requests for which users pay by the token, beside the plan"),
      churn: input("1/month", "Share of paying users who leave in a month, at the initial price and service"),
      recruitment: input("1/month", "Share of its potential paying users who sign up in a month, at the initial price"),
      acquisition_cost: input("USD/user", "Acquisition cost of a paying user"),
      requests_per_user: input("request/user-month", "Requests of a user a month at the outset"),
      input_length: input("token", "Input tokens of a request, with its context"),
      cached_share: input("share", "Share of input tokens found in the prefix cache"),
      written_share: input("share", "Share of the other input tokens that are written to the prefix cache"),
      output_length: input("token", "Output tokens of a request"),
      use_ceiling: input("1", "Ceiling on use per user, as a multiple of initial use"),
      use_exponent: input("1", "Rise of the hours saved with use: less than in proportion"),

      ...adoption(words),
      ...demand(words),
      ...income(words),
      ...output(words)
    };
  }
);

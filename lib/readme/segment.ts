import type {Table} from "../sheet/index.js";
import {application, type Application} from "./application.js";
import {table} from "./parameter.js";

/** Users of an application who pay the same price. */
export interface Segment {
  application: Application;
  name: string;
  kind: "work" | "consumer";
  users: number;
  revenue_per_user: number;
  churn: number;
  acquisition_price: number;
  hours_saved: number;
  counted_hours: number;
  revenue: number;
  acquisition_cost: number;
  productivity_value: number;
}

/** Segments: user spending, the cost of replacing users who leave, and the claimed value of their time. */
export const segment: Table<Segment> = table<Segment>(
  "readme_segment",
  "Users of the earlier program's applications, by segment.",
  ({ref, text, input, lookup, formula}) => ({
    application: ref(() => application, "Application used"),
    name: text("Name of the segment"),
    kind: text<"work" | "consumer">("Whether they use it for work"),
    users: input("user", "Users"),
    revenue_per_user: input("USD/user-month30", "Payment per user"),
    churn: input("1/month30", "Share of users who leave"),
    acquisition_price: input("USD/user", "Acquisition cost of a user"),
    hours_saved: lookup("application", "hours_saved"),
    counted_hours: formula(
      "hour/user-month30",
      "Time saved at work per user, as far as evidence supports it",
      (s, p, {min}) => min(s.hours_saved, p.measured_hours) * (s.kind === "consumer" ? p.consumer_work_share : 1)
    ),
    revenue: formula("USD/month30", "Spending of the segment", (s) => s.users * s.revenue_per_user),
    acquisition_cost: formula(
      "USD/month30",
      "Cost of replacing users who leave",
      (s) => s.users * s.churn * s.acquisition_price
    ),
    productivity_value: formula(
      "USD/month30",
      "Value of the time saved",
      (s, p) => s.users * s.counted_hours * p.realised_share * p.wage
    )
  })
);

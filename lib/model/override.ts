/** A new value for one input cell: `cluster[atlas-h100].count` or `parameter.idle_power_share`. */
export interface Override {
  cell: string;
  value: string;
  /** Where it was written, for messages. */
  place: string;
}

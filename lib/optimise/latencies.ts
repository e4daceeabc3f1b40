/** The limits on latency that placements are made for, of those that deployments state. */
export const latencies = [0.5, 0.7, 1, 1.4, 2, 4] as const;

/** Settings of a sweep's Kubernetes job. */
export interface JobSettings {
  name: string;
  image: string;
  /** Number of shards, each a completion index. */
  count: number;
  parallelism: number;
  /** Retries per shard. */
  retries: number;
  /** Name of the PersistentVolumeClaim with the sweep's folder, and the folder within it. */
  claim: string;
  folder: string;
  namespace?: string;
}

/** Mount point of the volume in a worker. */
const mount = "/sweep";

/**
 * An Indexed Job (batch/v1): one pod per shard, which reads its index from JOB_COMPLETION_INDEX. A failed shard is
 * retried separately and does not end the others (backoffLimitPerIndex, from Kubernetes 1.29 on); lost nodes do not
 * count as failures.
 */
export function jobManifest({name, image, count, parallelism, retries, claim, folder, namespace}: JobSettings) {
  const labels = {"app.kubernetes.io/name": "token-factory", "app.kubernetes.io/instance": name};
  return {
    apiVersion: "batch/v1",
    kind: "Job",
    metadata: {name, labels, ...(namespace !== undefined && {namespace})},
    spec: {
      completionMode: "Indexed",
      completions: count,
      parallelism: Math.min(parallelism, count),
      backoffLimitPerIndex: retries,
      maxFailedIndexes: count,
      podFailurePolicy: {
        rules: [{action: "Ignore", onPodConditions: [{type: "DisruptionTarget", status: "True"}]}]
      },
      template: {
        metadata: {labels},
        spec: {
          restartPolicy: "Never",
          automountServiceAccountToken: false,
          securityContext: {
            runAsNonRoot: true,
            runAsUser: 1000,
            fsGroup: 1000,
            seccompProfile: {type: "RuntimeDefault"}
          },
          containers: [
            {
              name: "worker",
              image,
              args: ["cli/sweep/worker-bin.js", "--dir", `${mount}/${folder}`, "--count", String(count)],
              resources: {requests: {cpu: "1", memory: "1Gi"}, limits: {memory: "2Gi"}},
              securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: ["ALL"]}},
              volumeMounts: [{name: "sweep", mountPath: mount}]
            }
          ],
          volumes: [{name: "sweep", persistentVolumeClaim: {claimName: claim}}]
        }
      }
    }
  };
}

/** The indices in a text such as `0-3,7`, from a job's status. */
export function indicesOf(text = ""): number[] {
  return text.split(",").flatMap((piece) => {
    if (piece === "") return [];
    const [first, last = first] = piece.split("-").map(Number) as [number, number?];
    return Array.from({length: last - first + 1}, (_, i) => first + i);
  });
}

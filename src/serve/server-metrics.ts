/** What the server tells of itself beside its requests: places taken, the generation, the model, memory. */
import type { Admission } from "./admission.ts";
import type { Aide } from "./aide.ts";
import type { Metrics } from "./metrics.ts";

const states = ["ready", "restarting", "failed"] as const;

export function measureServer(metrics: Metrics, { aide, admission }: { aide: Aide; admission: Admission }): void {
  const readiness = (): ReturnType<ReturnType<Aide["view"]>["readiness"]> => aide.view("everything").readiness();
  metrics.gauge("aide_questions_in_flight", "Questions and searches that are worked on now", () => [{ value: admission.inFlight() }]);
  metrics.gauge("aide_embedder_state", "1 for the state that the model is in", () => {
    const { state } = readiness().embedder;
    return states.map((name) => ({ labels: { state: name }, value: name === state ? 1 : 0 }));
  });
  metrics.gauge("aide_generation_info", "The generation that answers, as a label", () => [
    { labels: { generation: readiness().generation ?? "none" }, value: 1 },
  ]);
  metrics.gauge("aide_documents", "Documents of the live generation", () => [{ value: readiness().documents }]);
  metrics.gauge("aide_passages", "Passages of the live generation", () => [{ value: readiness().passages }]);
  metrics.gauge("process_resident_memory_bytes", "Resident memory of the server, without the model's process", () => [
    { value: process.memoryUsage.rss() },
  ]);
  metrics.gauge("process_heap_bytes", "Used heap of the server", () => [{ value: process.memoryUsage().heapUsed }]);
  metrics.gauge("process_uptime_seconds", "Since the start", () => [{ value: process.uptime() }]);
}

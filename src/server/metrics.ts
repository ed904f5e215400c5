/** Numbers for Prometheus: requests by route, what was added and judged, and the process itself. */
import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";
import type { Progress } from "./progress.ts";

export class Metrics {
  readonly #registry = new Registry();
  readonly #durations: Histogram<"method" | "route" | "status">;

  constructor(progress: Progress) {
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    this.#durations = new Histogram({
      name: "onrecord_http_request_duration_seconds",
      help: "Time from a request to its answer, by route",
      labelNames: ["method", "route", "status"],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers,
    });
    const reports = new Counter({
      name: "onrecord_reports_total",
      help: "Reports sent to this server, by what was done with them",
      labelNames: ["outcome"],
      registers,
    });
    const judgements = new Counter({
      name: "onrecord_judgements_total",
      help: "Judgements made through this server",
      labelNames: ["verdict"],
      registers,
    });
    progress.count((event) => {
      if (event.type === "report") reports.inc({ outcome: event.data.outcome });
      if (event.type === "judgement") judgements.inc({ verdict: event.data.verdict });
    });
  }

  observe(method: string, route: string, status: number, seconds: number): void {
    this.#durations.observe({ method, route, status }, seconds);
  }

  async toText(): Promise<Response> {
    return new Response(await this.#registry.metrics(), { headers: { "content-type": this.#registry.contentType } });
  }
}

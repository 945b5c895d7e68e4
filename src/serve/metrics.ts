/** Counts and durations in Prometheus' text format (version 0.0.4). Names of routes and states only: never a text, an id or a name. */

export interface Histogram {
  observe(value: number): void;
}

export interface RequestMeasure {
  readonly method: string;
  /** The route's pattern, not the address. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

export interface Metrics {
  countRequest(request: RequestMeasure): void;
  /** A number that only grows: "aide_rate_limited_total". */
  count(name: string, help: string, labels?: Labels): void;
  /** Asked for at each reading. */
  gauge(name: string, help: string, read: () => readonly Sample[]): void;
  histogram(name: string, help: string, bounds: readonly number[]): Histogram;
  render(): string;
}

export type Labels = Readonly<Record<string, string>>;

export interface Sample {
  readonly labels?: Labels;
  readonly value: number;
}

/** In seconds: from an answer out of memory to one that is late. */
const DURATION_BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

interface Buckets {
  readonly counts: number[];
  sum: number;
  total: number;
}

interface Family {
  readonly help: string;
  readonly type: "counter" | "gauge" | "histogram";
  readonly lines: () => readonly string[];
}

export function createMetrics(): Metrics {
  const families = new Map<string, Family>();
  const counters = new Map<string, Map<string, number>>();
  const durations = new Map<string, Buckets>();

  function count(name: string, help: string, labels: Labels = {}): void {
    let series = counters.get(name);
    if (series === undefined) {
      series = new Map();
      counters.set(name, series);
      const own = series;
      families.set(name, { help, type: "counter", lines: () => [...own].map(([key, value]) => `${name}${key} ${String(value)}`) });
    }
    const key = labelText(labels);
    series.set(key, (series.get(key) ?? 0) + 1);
  }

  const duration = "aide_http_request_duration_seconds";
  families.set(duration, {
    help: "Time until the response began, by route",
    type: "histogram",
    lines: () =>
      [...durations].flatMap(([route, buckets]) => bucketLines({ name: duration, bounds: DURATION_BOUNDS, buckets, labels: { route } })),
  });

  return {
    count,
    countRequest({ method, route, status, seconds }) {
      count("aide_http_requests_total", "Requests by route, method and status", { method, route, status: String(status) });
      let buckets = durations.get(route);
      if (buckets === undefined) durations.set(route, (buckets = emptyBuckets(DURATION_BOUNDS)));
      observe(buckets, DURATION_BOUNDS, seconds);
    },
    gauge(name, help, read) {
      families.set(name, {
        help,
        type: "gauge",
        lines: () => read().map(({ labels = {}, value }) => `${name}${labelText(labels)} ${String(value)}`),
      });
    },
    histogram(name, help, bounds) {
      const buckets = emptyBuckets(bounds);
      families.set(name, { help, type: "histogram", lines: () => bucketLines({ name, bounds, buckets, labels: {} }) });
      return { observe: (value) => observe(buckets, bounds, value) };
    },
    render() {
      const texts = [...families].toSorted(([a], [b]) => (a < b ? -1 : 1));
      return texts
        .map(([name, { help, type, lines }]) => [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines(), ""].join("\n"))
        .join("");
    },
  };
}

function emptyBuckets(bounds: readonly number[]): Buckets {
  return { counts: bounds.map(() => 0), sum: 0, total: 0 };
}

function observe(buckets: Buckets, bounds: readonly number[], value: number): void {
  buckets.sum += value;
  buckets.total += 1;
  const at = bounds.findIndex((bound) => value <= bound);
  if (at !== -1) buckets.counts[at] = (buckets.counts[at] ?? 0) + 1;
}

interface BucketText {
  readonly name: string;
  readonly bounds: readonly number[];
  readonly buckets: Buckets;
  readonly labels: Labels;
}

/** Each line counts all that is not above its bound, as the format wants it. */
function bucketLines({ name, bounds, buckets, labels }: BucketText): readonly string[] {
  let below = 0;
  const lines = bounds.map((bound, at) => {
    below += buckets.counts[at] ?? 0;
    return `${name}_bucket${labelText({ ...labels, le: String(bound) })} ${String(below)}`;
  });
  return [
    ...lines,
    `${name}_bucket${labelText({ ...labels, le: "+Inf" })} ${String(buckets.total)}`,
    `${name}_sum${labelText(labels)} ${String(buckets.sum)}`,
    `${name}_count${labelText(labels)} ${String(buckets.total)}`,
  ];
}

function labelText(labels: Labels): string {
  const parts = Object.entries(labels).map(
    ([name, value]) => `${name}="${value.replace(/["\\\n]/gu, (sign) => (sign === "\n" ? "\\n" : `\\${sign}`))}"`,
  );
  return parts.length === 0 ? "" : `{${parts.join(",")}}`;
}

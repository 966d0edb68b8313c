// Counts for operators, as Prometheus text: our own words and numbers, with no content of any request.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { AlertEvent } from '../events/alert-event.ts';
import type { WaitingCount } from '../database/outbox.ts';
import type { LogEvent } from '../events/request-event.ts';
import { toMinute } from '../database/moments.ts';
import { countByMinute } from '../events/minutes.ts';
import type { ServerLoad } from '../http/http-server.ts';
import type { RetentionEvent } from './retention.ts';

/** Values of the present moment, rather than counts. */
export interface Gauges extends ServerLoad {
  /** Messages that are still to be delivered; none without alerts. */
  readonly waiting: readonly WaitingCount[];
}

/**
 * The counts of one process since it started. Requests appear once their minute is over: earlier counts would reveal
 * the moments of reports, which rows round to the minute.
 */
export interface Metrics {
  /** Counts an event. */
  count(event: LogEvent | RetentionEvent | AlertEvent): void;
  /** Writes everything, in the text format 0.0.4. */
  render(gauges: Gauges): string;
  /** Stops the measurements. */
  stop(): void;
}

/** Upper bounds of the duration classes, in seconds. The receiver's promises are at 0.5 and 2. */
const CLASSES_S = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30];

/** Reports of one partner are shown in steps of this size: smaller steps could point at a person. */
const PARTNER_STEP = 5;

const PREFIX = 'cliquez_signalez_';

/** Counts of requests. */
interface RequestCounts {
  readonly requests: Map<string, number>;
  readonly partners: Map<string, number>;
  readonly alerts: Map<string, number>;
  /** Requests of a class and of all lower classes, by the upper bound of the class. */
  readonly classes: Map<number, number>;
  duration: number;
}

const noRequests = (): RequestCounts => ({
  requests: new Map(),
  partners: new Map(),
  alerts: new Map(),
  classes: new Map(CLASSES_S.map((end) => [end, 0])),
  duration: 0,
});

/** Starts to count. */
export function createMetrics(now: () => Date = () => new Date()): Metrics {
  const minutes = countByMinute(now, noRequests);
  const shown = noRequests();
  let [erased, overdue] = [0, 0];
  const countSweep = (sweep: RetentionEvent): void => {
    if (sweep.event === 'erased') erased += sweep.count;
    if (sweep.event !== 'erase-failed') overdue = sweep.event === 'erase-held' ? sweep.count : 0;
  };
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();

  return {
    count(event) {
      if ('channel' in event) return countAlert(minutes.of(undefined), event);
      if (!('status' in event)) return countSweep(event);
      countRequest(minutes.of(event.receivedAt), event);
    },
    render(gauges) {
      for (const [, counts] of minutes.takeOver()) addAll(shown, counts);
      const { user, system } = process.cpuUsage();
      const text = [
        metric('requests_total', 'counter', 'Requests by what became of them.', shown.requests),
        metric(
          'reports_by_partner_total',
          'counter',
          `New reports of known partners, rounded down to ${PARTNER_STEP}.`,
          new Map([...shown.partners].map(([key, value]) => [key, value - (value % PARTNER_STEP)])),
        ),
        metric(
          'alerts_total',
          'counter',
          'Attempts to tell of reports, by what became of them.',
          shown.alerts,
        ),
        metric(
          'alerts_waiting',
          'gauge',
          'Messages that are still to be delivered.',
          countsOf(gauges.waiting, 'waiting'),
        ),
        metric(
          'alerts_stopped',
          'gauge',
          'Messages that were tried for three days in vain.',
          countsOf(gauges.waiting, 'stopped'),
        ),
        metric(
          'alerts_oldest_seconds',
          'gauge',
          'Age of the oldest report that is still to be told, to the minute.',
          agesOf(gauges.waiting, now()),
        ),
        histogram(shown),
        single('reports_erased_total', 'counter', 'Reports erased because their time was over.', erased),
        single(
          'reports_overdue',
          'gauge',
          'Reports past their time that the last sweep left in place.',
          overdue,
        ),
        single('requests_under_way', 'gauge', 'Requests that are not answered yet.', gauges.requests),
        single('connections', 'gauge', 'Open connections.', gauges.connections),
        metric(
          'event_loop_delay_seconds',
          'gauge',
          'How late the process was since the last reading.',
          new Map([
            [labels({ quantile: '0.5' }), delay.percentile(50) / 1e9],
            [labels({ quantile: '0.99' }), delay.percentile(99) / 1e9],
            [labels({ quantile: '1' }), delay.max / 1e9],
          ]),
        ),
        single('memory_bytes', 'gauge', 'Memory held by the process.', process.memoryUsage.rss()),
        single('cpu_seconds_total', 'counter', 'Processor time used.', (user + system) / 1e6),
      ].join('');
      delay.reset();
      return text;
    },
    stop: () => void delay.disable(),
  };
}

function countRequest(counts: RequestCounts, event: LogEvent): void {
  const { event: name, status, code, partner } = event;
  add(counts.requests, labels({ event: name, status: String(status), code: code ?? '' }));
  if (name === 'stored' && partner !== undefined) add(counts.partners, labels({ partner }));
  const seconds = event.durationMs / 1_000;
  counts.duration += seconds;
  for (const end of CLASSES_S) if (seconds <= end) add(counts.classes, end);
}

const countAlert = ({ alerts }: RequestCounts, { event, channel }: AlertEvent): void =>
  add(alerts, labels({ event, channel }));

const countsOf = (waiting: readonly WaitingCount[], which: 'waiting' | 'stopped'): Map<string, number> =>
  new Map(waiting.map((counts) => [labels({ channel: counts.channel }), counts[which]]));

// Of the moment of reading: it grows even while nothing counts.
const agesOf = (waiting: readonly WaitingCount[], now: Date): Map<string, number> =>
  new Map(
    waiting.flatMap(({ channel, oldest }): [string, number][] => {
      if (oldest === null) return [];
      const age = Date.parse(toMinute(now)) - Date.parse(oldest);
      return [[labels({ channel }), Math.max(0, age) / 1_000]];
    }),
  );

function addAll(shown: RequestCounts, counts: RequestCounts): void {
  for (const [key, count] of counts.requests) add(shown.requests, key, count);
  for (const [key, count] of counts.alerts) add(shown.alerts, key, count);
  for (const [key, count] of counts.partners) add(shown.partners, key, count);
  for (const [end, count] of counts.classes) add(shown.classes, end, count);
  shown.duration += counts.duration;
}

function add<Key>(counts: Map<Key, number>, key: Key, count = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}

// Nothing needs escaping: names of events and codes are ours, those of partners are of a bounded alphabet.
function labels(values: Record<string, string>): string {
  return `{${Object.entries(values)
    .map(([name, value]) => `${name}="${value}"`)
    .join(',')}}`;
}

function metric(name: string, type: string, help: string, values: ReadonlyMap<string, number>): string {
  const lines = Array.from(values, ([key, value]) => `${PREFIX}${name}${key} ${value}\n`);
  return `# HELP ${PREFIX}${name} ${help}\n# TYPE ${PREFIX}${name} ${type}\n${lines.join('')}`;
}

function single(name: string, type: string, help: string, value: number): string {
  return metric(name, type, help, new Map([['', value]]));
}

function histogram({ requests, classes, duration }: RequestCounts): string {
  const values = [...classes].map(([end, value]): [string, number] => [
    `_bucket${labels({ le: String(end) })}`,
    value,
  ]);
  const count = [...requests.values()].reduce((total, value) => total + value, 0);
  values.push([`_bucket${labels({ le: '+Inf' })}`, count], ['_sum', duration], ['_count', count]);
  return metric(
    'request_duration_seconds',
    'histogram',
    'Time from the head of a request to its answer.',
    new Map(values),
  );
}

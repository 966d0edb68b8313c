// The gain of each recorder from a report: stored beside the test, shown on the site, rewritten by a run with
// RECORD=1.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Engine } from '../../setup/browsers.ts';

/** The recorders that the test runs, with the version of each. */
export const TESTED = {
  'rrweb-1': 'rrweb 1.1.3',
  'rrweb-2': 'rrweb 2.2.2',
  sentry: 'Sentry Replay 11.12.0',
  posthog: 'PostHog 1.449.2',
  datadog: 'Datadog 7.16.2',
  openreplay: 'OpenReplay 19.0.1',
  clarity: 'Microsoft Clarity 0.8.70',
  mixpanel: 'Mixpanel 2.83.0',
  newrelic: 'New Relic 1.322.0',
  amplitude: 'Amplitude 2.48.1',
  highlight: 'Highlight (LaunchDarkly) 10.7.5',
  faro: 'Grafana Faro 2.12.1',
  elastic: 'Elastic RUM 5.17.5',
  opentelemetry: 'OpenTelemetry 0.67.0',
  snowplow: 'Snowplow 4.6.8',
  appinsights: 'Application Insights 3.4.4',
  bugsnag: 'Bugsnag 9.0.0',
  rollbar: 'Rollbar 3.1.0',
  listener: 'a script that listens',
  wrapper: 'a script that wraps listeners',
} as const;
export type RecorderId = keyof typeof TESTED;

/** How a site has set its recorder. */
export const SETTINGS = {
  /** As the maker does, with all recordings kept. */
  default: 'by default',
  /** It hides nothing of itself: neither texts, nor values, nor names. */
  curious: 'with everything shown',
  /** The same, with what requests contain. Only some recorders can. */
  requests: 'with everything shown, and the contents of requests',
  /** The same, where reports are sealed (`public-key`). */
  sealed: 'with everything shown, and the contents of requests, which are sealed',
  /** As curious, on a page that takes our marks away. */
  unmarked: 'with everything shown, where the page takes our marks away',
  /** The same, on a page that opens our shadow root too: the proof that the recorder would get what the others do not. */
  opened: 'with everything shown, where the page takes our marks away and opens our root',
} as const;
export type Setting = keyof typeof SETTINGS;

/** Whether a recorder with this setting records what requests contain. */
export const isOfRequests = (setting: Setting): boolean => setting === 'requests' || setting === 'sealed';

/** Whether the page acts against us: then words alone are recorded. Facts depend on when a film looks at the form. */
export const isOfAttack = (setting: Setting): boolean => setting === 'unmarked' || setting === 'opened';

/** The gains of a recorder besides words. */
export const FACTS = [
  /** The place of the pointer, and so of its press. */
  'pointer',
  /** When a report left, to which address. */
  'sending',
  /** The size of what was sent. */
  'size',
  /** Keys that are pressed with Control, and write nothing. */
  'keys',
  /** A letter that was written with AltGr. */
  'AltGr',
  /** The names of the fields that were written in, as in our code. */
  'fields',
  /** The title of each step. */
  'titles',
  /** Which control was pressed, by its place in the form. */
  'place',
  /** Every control of the form, with its name in our code. */
  'structure',
  /** Which answers were chosen, by their names in our code, or as ticks. */
  'chosen',
  /** How long the texts are. */
  'lengths',
] as const;
export type Fact = (typeof FACTS)[number];

/** By recorder, setting and engine: the facts and the names of the words that it got, with spaces between. */
export type Recordings = Partial<
  Record<RecorderId, Partial<Record<Setting, Partial<Record<Engine, string>>>>>
>;

const FILE = new URL('recordings.json', import.meta.url);

/** The stored catch. */
export const readRecordings = (): Recordings =>
  existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Recordings) : {};

/** Whether this run writes the catch instead of comparing it. */
export const isRecording = process.env['RECORD'] === '1';

/** Stores what a recorder got in an engine. */
export function record(id: RecorderId, setting: Setting, engine: Engine, caught: string): void {
  const recordings = readRecordings();
  ((recordings[id] ??= {})[setting] ??= {})[engine] = caught;
  writeFileSync(FILE, `${JSON.stringify(recordings, undefined, 2)}\n`);
}

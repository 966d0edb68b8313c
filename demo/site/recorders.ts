// The table of session recorders and agents: the mark of each, where it is documented, and what it still gets. What the
// tested ones get is the record of `npm run test:recorders`.

import {
  FACTS,
  readRecordings,
  TESTED,
  type Fact,
  type RecorderId,
  type Setting,
} from '../../test/widget/recorders/recordings.ts';
import type { Language } from './languages.ts';
import { cell, inline, table, type Cell } from './table.ts';

/** A session recorder or an agent that captures by itself, or several with the same marks. */
export interface RecorderRow {
  readonly name: string;
  /** Its names in the record of the test, where it is tested. */
  readonly tested?: readonly RecorderId[];
  /** The marks that we set, as in src/widget/page/recorder-marks.ts: classes with their dot, attributes. */
  readonly marks: readonly string[];
  /** The documentation of the mark, or the published source in which it was read, or which was tested. */
  readonly source: { readonly name: string; readonly url: string };
  /** The recorder's remaining gain, by its maker's documentation. */
  readonly remark?: Readonly<Record<Language, string>>;
}

/** The day on which the sources were read. */
const READ_ON = '2026-11-29';

const npm = (name: string, version: string): RecorderRow['source'] => ({
  name: `npm, ${name} ${version}`,
  url: `https://www.npmjs.com/package/${name}/v/${version}`,
});
const page = (url: string): RecorderRow['source'] => ({ name: new URL(url).hostname, url });

export const RECORDER_ROWS: readonly RecorderRow[] = [
  {
    name: 'rrweb 1, rrweb 2',
    tested: ['rrweb-1', 'rrweb-2'],
    marks: ['.rr-block'],
    source: npm('rrweb', '2.2.2'),
  },
  {
    name: 'Sentry Replay',
    tested: ['sentry'],
    marks: ['data-sentry-block'],
    source: page('https://docs.sentry.io/platforms/javascript/session-replay/privacy/'),
  },
  {
    name: 'PostHog',
    tested: ['posthog'],
    marks: ['.ph-no-capture'],
    source: page('https://posthog.com/docs/session-replay/privacy'),
  },
  {
    name: 'Datadog',
    tested: ['datadog'],
    marks: ['data-dd-privacy', 'data-dd-action-name'],
    source: page('https://docs.datadoghq.com/session_replay/browser/privacy_options/'),
  },
  {
    name: 'OpenReplay',
    tested: ['openreplay'],
    marks: ['data-openreplay-hidden', 'data-openreplay-obscured'],
    source: page('https://docs.openreplay.com/en/sdk/sanitize-data/'),
  },
  {
    name: 'Microsoft Clarity',
    tested: ['clarity'],
    marks: ['data-clarity-mask'],
    source: npm('clarity-js', '0.8.70'),
  },
  {
    name: 'LogRocket',
    marks: ['data-private'],
    source: page('https://docs.logrocket.com/reference/dom'),
    remark: {
      fr: 'il enregistre, par défaut, le contenu des requêtes\u00A0: donc le signalement, sauf scellé',
      en: 'by default, it records what requests contain: the report too, unless it is sealed',
    },
  },
  {
    name: 'FullStory',
    marks: ['.fs-exclude'],
    source: page('https://help.fullstory.com/hc/en-us/articles/360020623574'),
  },
  {
    name: 'Hotjar',
    marks: ['data-hj-suppress'],
    source: {
      name: 'Open edX, frontend-app-profile#385',
      url: 'https://github.com/openedx/frontend-app-profile/pull/385',
    },
  },
  {
    name: 'Contentsquare',
    marks: ['data-cs-mask'],
    source: page('https://docs.contentsquare.com/en/web/personal-data-handling/'),
  },
  {
    name: 'New Relic',
    tested: ['newrelic'],
    marks: ['.nr-block'],
    source: npm('@newrelic/browser-agent', '1.322.0'),
  },
  {
    name: 'Amplitude',
    tested: ['amplitude'],
    marks: ['.amp-block'],
    source: npm('@amplitude/session-replay-browser', '1.51.6'),
  },
  {
    name: 'Mixpanel',
    tested: ['mixpanel'],
    marks: ['.rr-block', '.mp-no-track'],
    source: npm('mixpanel-browser', '2.83.0'),
  },
  {
    name: 'Highlight, LaunchDarkly',
    tested: ['highlight'],
    marks: ['.highlight-block'],
    source: npm('highlight.run', '10.7.5'),
  },
  {
    name: 'Grafana Faro',
    tested: ['faro'],
    marks: ['.grafana-block'],
    source: npm('@grafana/faro-instrumentation-replay', '2.12.1'),
  },
  { name: 'Rollbar', tested: ['rollbar'], marks: ['.rb-block'], source: npm('rollbar', '3.1.0') },
  { name: 'Bugsnag', tested: ['bugsnag'], marks: [], source: npm('@bugsnag/js', '9.0.0') },
  { name: 'Elastic RUM', tested: ['elastic'], marks: [], source: npm('@elastic/apm-rum', '5.17.5') },
  {
    name: 'OpenTelemetry',
    tested: ['opentelemetry'],
    marks: [],
    source: npm('@opentelemetry/instrumentation-user-interaction', '0.67.0'),
  },
  { name: 'Snowplow', tested: ['snowplow'], marks: [], source: npm('@snowplow/browser-tracker', '4.6.8') },
  {
    name: 'Application Insights',
    tested: ['appinsights'],
    marks: [],
    source: npm('@microsoft/applicationinsights-web', '3.4.4'),
  },
  { name: 'Zipy', marks: ['.zipy-block'], source: npm('zipyai', '1.7.45') },
  {
    name: 'Coralogix',
    marks: ['.rr-block'],
    source: page(
      'https://coralogix.com/docs/user-guides/rum/sdk-installation/javascript/browser-sdk/features/session-recording/',
    ),
  },
  {
    name: 'Heap',
    marks: ['data-heap-redact-text'],
    source: page(
      'https://help.heap.io/session-replay/session-replay-data-privacy/what-privacy-settings-does-session-replay-inherit-from-heap',
    ),
  },
  {
    name: 'Pendo',
    marks: ['.pendo-ignore'],
    source: page('https://developers.pendo.io/agent-2-205-0'),
  },
  {
    name: 'Yandex Metrica',
    marks: ['.ym-hide-content'],
    source: page('https://yandex.com/support/metrica/en/code/html-markup.html'),
  },
  {
    name: 'Lucky Orange',
    marks: ['.lo-sensitive'],
    source: page('https://developers.luckyorange.com/libraries/browser/privacy-tools'),
  },
  {
    name: 'Matomo',
    marks: ['data-matomo-mask'],
    source: page(
      'https://matomo.org/faq/heatmap-session-recording/data-masking-in-heatmaps-and-session-recordings',
    ),
  },
];

/** The possible gains of a recorder, in the words of the table. */
const SAID: Readonly<Record<Fact, Readonly<Record<Language, string>>>> = {
  pointer: { fr: 'où le pointeur va et appuie', en: 'where the pointer goes and presses' },
  sending: { fr: 'quand un signalement part, et pour où', en: 'when a report leaves, and where to' },
  size: { fr: 'sa taille', en: 'its size' },
  keys: { fr: 'les raccourcis du clavier', en: 'keyboard shortcuts' },
  AltGr: { fr: 'lettres tapées avec AltGr', en: 'letters typed with AltGr' },
  fields: { fr: 'dans quel champ on écrit', en: 'which field is written in' },
  titles: { fr: 'le titre de chaque étape', en: 'the title of each step' },
  place: {
    fr: '**ce qui est choisi**, d’après sa place dans le formulaire',
    en: '**what is chosen**, by its place in the form',
  },
  structure: { fr: 'les questions posées, sans leurs mots', en: 'the questions asked, without their words' },
  chosen: { fr: '**les réponses cochées**', en: '**the answers that are ticked**' },
  lengths: { fr: 'la longueur des textes', en: 'the length of texts' },
};

const ALONE: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  fr: {
    name: 'Enregistreurs de visites',
    heads: 'Enregistreur ou agent|Ce qu’il reçoit encore|Sa marque, s’il en a une, et où nous l’avons lue',
    nothing: 'rien',
    typed: '**ce qui est tapé**, dans WebKit',
    untested: 'non testé',
    default: 'Par défaut, seulement\u00A0: ',
    requests: '**Si le site enregistre aussi le contenu des requêtes\u00A0: le signalement**, sauf scellé.',
    read: `Lu le ${READ_ON}.`,
  },
  en: {
    name: 'Session recorders',
    heads: 'Recorder or agent|What it still gets|Its mark, if it has one, and where we read it',
    nothing: 'nothing',
    typed: '**what is typed**, in WebKit',
    untested: 'not tested',
    default: 'By default only: ',
    requests: '**If the site also records what requests contain: the report**, unless it is sealed.',
    read: `Read on ${READ_ON}.`,
  },
};

/** The gains of recorders with a setting, in any engine. */
export function caughtWith(ids: readonly RecorderId[], setting: Setting): Set<string> {
  const recordings = readRecordings();
  return new Set(
    ids.flatMap((id) =>
      Object.values(recordings[id]?.[setting] ?? {}).flatMap((caught) => caught.split(' ')),
    ),
  );
}

function caughtCell(language: Language, { tested = [], remark }: RecorderRow): Cell {
  const alone = ALONE[language];
  if (tested.length === 0)
    return cell(
      [alone['untested']!, remark?.[language]].filter(Boolean).join(language === 'fr' ? '\u00A0; ' : '; '),
    );
  const listed = (setting: Setting): string => {
    const caught = caughtWith(tested, setting);
    const facts = FACTS.filter((fact) => caught.has(fact)).map((fact) => SAID[fact][language]);
    return (
      [...facts, caught.has('details') && alone['typed']].filter(Boolean).join(', ') || alone['nothing']!
    );
  };
  const sentences = [
    `${listed('curious')}.`,
    listed('default') !== listed('curious') && `${alone['default']}${listed('default')}.`,
    caughtWith(tested, 'requests').has('details') && alone['requests'],
  ];
  return cell(sentences.filter(Boolean).join(' '));
}

function markCell({ marks, source }: RecorderRow): Cell {
  const { html } = cell(marks.map((mark) => `\`${mark}\``).join(' '));
  return { html: `${html} <a href="${source.url}">${inline(source.name)}</a>` };
}

/** Each recorder: what it still gets, and its marks. */
export function recorderTable(language: Language): string {
  const { name, heads, read } = ALONE[language] as Record<'name' | 'heads' | 'read', string>;
  const rows = RECORDER_ROWS.map((row) => [
    cell(row.tested?.map((id) => TESTED[id]).join(', ') ?? row.name),
    caughtCell(language, row),
    markCell(row),
  ]);
  const head = heads.split('|').map((text) => cell(text));
  return `${table(name, head, rows)}<p class="small">${read}</p>\n`;
}

// The site's statements about session recorders and agents agree with the form's marks and with the measurements.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { LANGUAGES } from '../../../demo/site/languages.ts';
import { caughtWith, RECORDER_ROWS } from '../../../demo/site/recorders.ts';
import { ATTRIBUTES, CLASSES } from '../../../src/widget/page/recorder-marks.ts';
import { WORDS } from './recorded-report.ts';
import { OWN_SCRIPTS } from './own-scripts.ts';
import { readRecordings, TESTED, type RecorderId, type Setting } from './recordings.ts';

/** The recorders in the table: all that are on npm. */
const IDS = (Object.keys(TESTED) as RecorderId[]).filter((id) => !(id in OWN_SCRIPTS));

/** The recorders that got something of a kind in any of their settings, by their names on the site. */
const namesWith = (setting: Setting, ...kinds: readonly string[]): string[] =>
  RECORDER_ROWS.filter(({ tested = [] }) => kinds.some((kind) => caughtWith(tested, setting).has(kind))).map(
    ({ name }) => name,
  );

/** A paragraph or a point of the page on security. */
function saidBy(language: string, beginning: string): string {
  const page = readFileSync(
    new URL(`../../../demo/site/pages/${language}/security.md`, import.meta.url),
    'utf8',
  );
  const found = page.split('\n').filter((line) => line.includes(beginning));
  assert.equal(found.length, 1, beginning);
  return found[0]!;
}

test('the table has the marks that the form bears, and no other', () => {
  const inTable = new Set(RECORDER_ROWS.flatMap(({ marks }) => marks));
  const onForm = [...CLASSES.split(' ').map((name) => `.${name}`), ...Object.keys(ATTRIBUTES)];
  assert.deepEqual([...inTable].toSorted(), onForm.toSorted());
});

/** The package of each recorder, in this folder. */
const PACKAGES: Readonly<Partial<Record<RecorderId, string>>> = {
  'rrweb-1': 'rrweb-1',
  'rrweb-2': 'rrweb',
  sentry: '@sentry/browser',
  posthog: 'posthog-js',
  datadog: '@datadog/browser-rum',
  openreplay: '@openreplay/tracker',
  clarity: 'clarity-js',
  mixpanel: 'mixpanel-browser',
  newrelic: '@newrelic/browser-agent',
  amplitude: '@amplitude/analytics-browser',
  highlight: 'highlight.run',
  faro: '@grafana/faro-web-sdk',
  elastic: '@elastic/apm-rum',
  opentelemetry: '@opentelemetry/instrumentation-user-interaction',
  snowplow: '@snowplow/browser-tracker',
  appinsights: '@microsoft/applicationinsights-web',
  bugsnag: '@bugsnag/js',
  rollbar: 'rollbar',
};

test('the versions in the table are those that are installed', () => {
  const manifest = readFileSync(new URL('package.json', import.meta.url), 'utf8');
  const { dependencies } = JSON.parse(manifest) as { readonly dependencies: Record<string, string> };
  for (const id of IDS)
    assert.equal(TESTED[id].split(' ').at(-1), dependencies[PACKAGES[id]!]?.replace(/^.*@/, ''), id);
});

test('every tested recorder is in the table, and was recorded in each engine', () => {
  assert.deepEqual(RECORDER_ROWS.flatMap(({ tested = [] }) => tested).toSorted(), IDS.toSorted());
  const recordings = readRecordings();
  for (const id of IDS)
    for (const setting of ['default', 'curious'] as const)
      assert.deepEqual(
        Object.keys(recordings[id]?.[setting] ?? {}).toSorted(),
        ['chromium', 'firefox', 'webkit'],
        id,
      );
});

const TYPED = ['address', 'details', 'email'] as const;
const EVERY_WORD = Object.keys(WORDS);

test('no tested recorder gets an answer in words, unless it records what requests contain', () => {
  for (const setting of ['default', 'sealed'] as const)
    assert.deepEqual(namesWith(setting, 'AltGr', ...EVERY_WORD), [], setting);
  // In WebKit, by the target of a stopped event.
  assert.deepEqual(namesWith('curious', 'AltGr', ...EVERY_WORD), ['New Relic']);
});

test('a script of the page can get what is typed, and by wrapping listeners every word', () => {
  const words = (id: RecorderId): string[] =>
    EVERY_WORD.filter((word) => caughtWith([id], 'curious').has(word));
  assert.deepEqual(words('listener'), TYPED);
  assert.deepEqual(words('wrapper'), EVERY_WORD);
  assert.ok(caughtWith(['listener'], 'curious').has('pointer'));
});

/** The sentences of the page about recorders, each by what makes it true. */
const SAID = {
  fr: {
    typed: 'reçoivent ce qui est tapé',
    noted: 'pour noter ce qui est tapé',
    pointer: 'où le pointeur va',
    chosen: 'cacher les réponses cochées',
    requests: 'contenu des requêtes**',
    script: 'n’importe quel script de la page peut apprendre',
  },
  en: {
    typed: 'get what is typed',
    noted: 'to note what is typed',
    pointer: 'where the pointer goes',
    chosen: 'answers that are ticked**',
    requests: 'what requests contain**',
    script: 'any script of the page can learn',
  },
} as const;

for (const language of LANGUAGES) {
  const said = SAID[language];

  test(`${language}: the page names those who learn what was chosen, and no other`, () => {
    const names = RECORDER_ROWS.map(({ name }) => name);
    const known = RECORDER_ROWS.filter((row) => row.tested?.length).map(({ name }) => name);
    const named = (text: string): string[] => names.filter((name) => text.includes(name));
    const without = (...those: readonly string[]): string[] => known.filter((name) => !those.includes(name));

    assert.deepEqual(named(saidBy(language, said.chosen)), namesWith('curious', 'chosen', 'place'));
    assert.deepEqual(named(saidBy(language, said.pointer)), without(...namesWith('curious', 'pointer')));
    assert.deepEqual(
      named(saidBy(language, said.requests)).filter((name) => name !== 'LogRocket'),
      namesWith('requests', 'details'),
    );

    // Of those that film, which are those to whom an open root tells all.
    const filming = namesWith('opened', 'details');
    assert.deepEqual(namesWith('opened', 'category'), filming);
    const unmarked = namesWith('unmarked', 'details');
    assert.deepEqual(
      named(saidBy(language, said.typed)),
      known.filter((name) => filming.includes(name) && (!unmarked.includes(name) || isTold(name))),
    );
    assert.deepEqual(named(saidBy(language, said.noted)), namesWith('curious', ...TYPED));
    saidBy(language, said.script);
  });
}

/** Whether a recorder gets every word where the page takes our marks away, though the root is closed. */
const isTold = (name: string): boolean => namesWith('unmarked', 'category').includes(name);

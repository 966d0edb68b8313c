// The demo's inbox shows a report in words, never as identifiers, and shows no answer that nobody gave.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toInboxEntry, type ShownReport } from '../../demo/inbox.ts';
import * as labels from '../../demo/inbox-labels.ts';
import { CATEGORIES } from '../../src/core/report/categories.ts';
import { ACCOUNT_RELATIONS, CONTENT_TYPES } from '../../src/core/report/vocabulary.ts';
import { FULL_DETAILS, FULL_PARTS } from '../../src/tools/conformance/full-report.ts';
import { sampleReport } from '../receiver/sample-report.ts';

const shown = (report: object): ShownReport =>
  toInboxEntry({
    reference: 'ABCD1234EFGH',
    receivedAt: '2026-11-26T10:00:00Z',
    priority: 'normal',
    sealed: false,
    body: JSON.stringify(report),
  } as Parameters<typeof toInboxEntry>[0]).shown;

const fieldsOf = ({ fields, places }: ShownReport): ShownReport['fields'] => [
  ...fields,
  ...places.flatMap((place) => place.fields),
];
const said = (report: object, label: string): string[] =>
  fieldsOf(shown(report))
    .filter((field) => field.label === label)
    .map(({ text }) => text);

test('a report with all there is shows no key and no value of a list as it is written', () => {
  for (const { id } of CATEGORIES) {
    const report = { ...sampleReport({ category: id, details: FULL_DETAILS[id] }), ...FULL_PARTS };
    const fields = fieldsOf(shown(report));
    assert.ok(fields.length > 15, id);
    for (const { label, text } of fields) {
      assert.doesNotMatch(label, /^[a-z]\w*(?:[.[]|$)|_/, `${id}: ${label}`);
      assert.doesNotMatch(text, /(?:^|, )[a-z0-9]+(?:_[a-z0-9]+)+(?:$|,)/, `${id}: ${label}: ${text}`);
      assert.doesNotMatch(text, /(?:^|, )(?:yes|no|unknown|true|false)(?:$|,)/, `${id}: ${label}: ${text}`);
    }
  }
});

test('what only other forms send has words too', () => {
  for (const value of [...CONTENT_TYPES, ...ACCOUNT_RELATIONS]) assert.ok(labels.OTHER_VALUES[value], value);
});

test('danger: asked, answered, not known', () => {
  const told = (changes: Record<string, unknown>): string[] =>
    said(sampleReport({ danger: { immediate: 'unknown', helpShown: true }, ...changes }), 'Danger immédiat');
  assert.deepEqual(told({ category: 'hate_violence_discrimination' }), ['Non demandé']);
  assert.deepEqual(told({ category: 'suicide_incitement', details: { personAtRiskNow: 'unknown' } }), [
    'Je ne sais pas',
  ]);
  assert.deepEqual(told({ category: 'suicide_incitement', details: undefined }), ['Non renseigné']);
});

test('« Je ne sais pas » is told in the words of the reporter', () => {
  const report = sampleReport({ category: 'unsure', details: undefined });
  assert.equal(shown(report).category, 'Je ne sais pas');
  const [location] = report['locations'] as object[];
  assert.deepEqual(
    said(
      { ...report, locations: [{ ...location, stillOnline: 'unknown' }] },
      'Est-ce encore en ligne\u202f?',
    ),
    ['Je ne sais pas'],
  );
});

test('one line says where the content is', () => {
  assert.match(shown(sampleReport()).where, /\S/);
  assert.doesNotMatch(shown(sampleReport()).where, /https?:\/\//);
});

// Why a report does not say whether somebody is in danger: not asked, not answered, or not known.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dangerUntold } from '../../src/core/draft/report-details.ts';
import { CATEGORIES } from '../../src/core/report/categories.ts';

/** Categories in which every reporter is asked about danger. */
const ASK_DANGER: readonly string[] = [
  'hate_violence_discrimination',
  'suicide_incitement',
  'sexual_harassment',
  'unsure',
];

test('no answer counts as not given only where everybody is asked', () => {
  for (const { id } of CATEGORIES) {
    assert.equal(dangerUntold(id, {}), ASK_DANGER.includes(id) ? 'notGiven' : 'notAsked', id);
    assert.equal(dangerUntold(id, undefined), 'notAsked', id);
  }
});

test('« Je ne sais pas » to any question of danger counts; a no to fear or to signs says nothing about danger', () => {
  assert.equal(dangerUntold('suicide_incitement', { personAtRiskNow: 'unknown' }), 'unknown');
  assert.equal(dangerUntold('procuring', { constraintSigns: 'unknown' }), 'unknown');
  assert.equal(dangerUntold('procuring', { constraintSigns: 'no' }), 'notAsked');
  assert.equal(dangerUntold('sexual_harassment', { fearNow: 'unknown' }), 'unknown');
  assert.equal(dangerUntold('sexual_harassment', { fearNow: 'no' }), 'notAsked');
  const kinds = ['messages_to_a_minor', 'live_stream'];
  const abuse = { kinds, meetingPlanned: 'unknown', abuseOngoing: 'no' };
  assert.equal(dangerUntold('child_sexual_abuse', abuse), 'unknown');
  // Blackmail is no danger to life.
  assert.equal(dangerUntold('child_sexual_abuse', { kinds, blackmail: 'unknown' }), 'notAsked');
});

// Which reports are urgent: somebody in danger now, or blackmailed and maybe under age. A hotline's alerts go by it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportSchema, type Report } from '../../src/core/report/report.ts';
import { AGE_BANDS, APPARENT_AGES, HARASSMENT_TARGETS, ROLES } from '../../src/core/report/vocabulary.ts';
import { toCyberTipline } from '../../src/receiver/index.ts';
import { priorityOf } from '../../src/receiver/intake/priority.ts';
import { MINIMAL_REPORT } from '../core/report-examples.ts';
import { filed, HOTLINE } from './mapping-examples.ts';

/** A valid report with these members. */
const report = (members: object): Report => reportSchema.parse({ ...MINIMAL_REPORT, ...members });
const reporter = (role: string, ageBand?: string): object => ({
  reporter: { role, anonymous: true, followUp: 'none', ...(ageBand && { ageBand }) },
});
const harassment = (details: object, more: object = {}): Report =>
  report({ category: 'sexual_harassment', details, ...more });
const abuse = (details: object, more: object = {}): Report =>
  report({ category: 'child_sexual_abuse', details, ...more });

test('danger now is urgent, whatever else was answered', () => {
  for (const ageBand of [undefined, ...AGE_BANDS])
    assert.equal(
      priorityOf(
        harassment(
          { blackmail: 'no', target: 'me' },
          { danger: { immediate: 'yes', helpShown: true }, ...reporter('victim', ageBand) },
        ),
      ),
      'urgent',
    );
});

test('a child who says « c’est moi » and « chantage » is urgent', () => {
  for (const ageBand of ['under_13', '13_14', '15_17']) {
    assert.equal(priorityOf(harassment({ blackmail: 'yes' }, reporter('victim', ageBand))), 'urgent');
    assert.equal(
      priorityOf(harassment({ blackmail: 'yes', target: 'me' }, reporter('witness', ageBand))),
      'urgent',
    );
    const self = { personsConcerned: { known: 'self' }, ...reporter('prefer_not_to_say', ageBand) };
    assert.equal(priorityOf(abuse({ blackmail: 'yes' }, self)), 'urgent');
  }
});

test('blackmail is urgent while nobody has told the age of the person, for each role and target', () => {
  for (const role of ROLES)
    for (const ageBand of [undefined, 'prefer_not_to_say'])
      for (const target of [undefined, ...HARASSMENT_TARGETS])
        for (const targetIsMinor of [undefined, 'unknown']) {
          const details = {
            blackmail: 'yes',
            ...(target && { target }),
            ...(targetIsMinor && { targetIsMinor }),
          };
          assert.equal(
            priorityOf(harassment(details, reporter(role, ageBand))),
            'urgent',
            JSON.stringify(details),
          );
        }
});

test('the age of a reporter is not that of another person', () => {
  for (const role of ['witness', 'parent_or_guardian', 'child_protection_professional'])
    assert.equal(
      priorityOf(harassment({ blackmail: 'yes', target: 'my_child' }, reporter(role, 'adult'))),
      'urgent',
    );
});

test('blackmail of an adult is no emergency by itself', () => {
  assert.equal(priorityOf(harassment({ blackmail: 'yes' }, reporter('victim', 'adult'))), 'normal');
  assert.equal(
    priorityOf(harassment({ blackmail: 'yes', target: 'me' }, reporter('witness', 'adult'))),
    'normal',
  );
  assert.equal(priorityOf(harassment({ blackmail: 'yes', targetIsMinor: 'no' })), 'normal');
  assert.equal(
    priorityOf(abuse({ blackmail: 'yes' }, { personsConcerned: { apparentAge: 'adult' } })),
    'normal',
  );
});

test('an adult who is shown, blackmailed and says so is no emergency either', () => {
  const self = { personsConcerned: { known: 'self' }, ...reporter('witness', 'adult') };
  assert.equal(priorityOf(abuse({ blackmail: 'yes' }, self)), 'normal');
});

test('one answer that says « under age » wins over those that say « adult »', () => {
  const adult = reporter('victim', 'adult');
  assert.equal(priorityOf(harassment({ blackmail: 'yes', targetIsMinor: 'yes' }, adult)), 'urgent');
  // The reporter's own age counts more than the other answers.
  for (const ageBand of ['under_13', '13_14', '15_17']) {
    const child = reporter('victim', ageBand);
    assert.equal(priorityOf(harassment({ blackmail: 'yes', targetIsMinor: 'no' }, child)), 'urgent');
    const seen = { personsConcerned: { known: 'self', apparentAge: 'adult' }, ...child };
    assert.equal(priorityOf(abuse({ blackmail: 'yes' }, seen)), 'urgent');
  }
  const shown = { personsConcerned: { minor: 'yes', known: 'self' }, ...adult };
  assert.equal(priorityOf(abuse({ blackmail: 'yes' }, shown)), 'urgent');
});

test('without blackmail, age and role change nothing', () => {
  for (const blackmail of [undefined, 'no', 'unknown'])
    for (const ageBand of [undefined, ...AGE_BANDS])
      for (const apparentAge of APPARENT_AGES) {
        const more = { ...reporter('victim', ageBand), personsConcerned: { known: 'self', apparentAge } };
        assert.equal(priorityOf(abuse(blackmail ? { blackmail } : {}, more)), 'normal');
      }
});

test('a report of any category without details is normal', () => {
  assert.equal(priorityOf(report({})), 'normal');
});

test('the draft for NCMEC says why it is urgent', () => {
  const child = abuse(
    { kinds: ['messages_to_a_minor'], blackmail: 'yes' },
    { personsConcerned: { minor: 'yes', known: 'self' } },
  );
  const { document } = toCyberTipline(filed(child), { hotline: HOTLINE });
  assert.equal(
    document?.incidentSummary.escalateToHighPriority,
    'Somebody who is or may be under age is said to be blackmailed',
  );
});

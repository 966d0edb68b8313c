// What an export says of follow-ups: the state beside the report, additions beside what they add to, in each format.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { fromSpreadsheetText } from '../../src/receiver/export/spreadsheet-text.ts';
import Papa from 'papaparse';
import { startSummary, writeReports, type Format } from '../../src/receiver/export/format.ts';
import { CSV, cyberTiplineFormat, dsaFormat, ICCAM, JSON_LINES } from '../../src/receiver/export/formats.ts';
import { openSealed, openStore, type DatabaseStore } from '../../src/receiver/index.ts';
import { DATABASES } from './databases.ts';
import { rowOf } from './export-given.ts';
import { drawCode, reportWith } from './follow-up-given.ts';
import { sampleReport } from './sample-report.ts';
import { makePair, seal } from './sealed-given.ts';

const SINCE = '2026-11-24';
const ABUSE = {
  category: 'child_sexual_abuse',
  content: { types: ['image'] },
  personsConcerned: { minor: 'yes' },
} as const;

/** A report that is asked about, one that was added to it, and one that has nothing to do with it. */
async function given(t: TestContext, url = 'sqlite::memory:') {
  const store = await openStore(url);
  t.after(() => store.close());
  const code = await drawCode();
  const [asked, added, other] = [reportWith(code, ABUSE), sampleReport(ABUSE), sampleReport(ABUSE)];
  await store.put(rowOf(asked, { reference: 'ASKED' }), code.hash);
  await store.put(rowOf(other, { reference: 'OTHER' }));
  await store.put(rowOf(added, { reference: 'ADDED' }));
  await store.followUps.setOutcome('ASKED', { state: 'question', since: SINCE });
  assert.equal(await store.followUps.link(code.hash, added.submissionId), true);
  return { store, code };
}

async function exported(store: DatabaseStore, format: Format): Promise<string> {
  const texts: string[] = [];
  for await (const text of writeReports(store, format, {}, startSummary({}))) texts.push(text);
  return texts.join('');
}

const linesOf = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown> & { reference: string });

for (const { name, create } of DATABASES)
  test(`JSON Lines: a report names its state and what was added, an addition what it adds to (${name})`, async (t) => {
    const { store } = await given(t, await create(t));
    const lines = linesOf(await exported(store, JSON_LINES));
    assert.deepEqual(
      lines.map(({ reference, followUp, addsTo }) => ({ reference, followUp, addsTo })),
      [
        {
          reference: 'ASKED',
          followUp: { state: 'question', since: SINCE, additions: ['ADDED'] },
          addsTo: undefined,
        },
        { reference: 'OTHER', followUp: undefined, addsTo: undefined },
        { reference: 'ADDED', followUp: undefined, addsTo: 'ASKED' },
      ],
    );
    assert.ok(!('followUp' in lines[1]!) && !('addsTo' in lines[1]!));
    // The report that was asked about is gone: what adds to it still says so.
    await store.erase('2026-11-24T13:51:00Z', { upTo: 1 });
    assert.deepEqual(
      linesOf(await exported(store, JSON_LINES)).map(({ reference, addsTo }) => [reference, addsTo]),
      [
        ['OTHER', undefined],
        ['ADDED', 'ASKED'],
      ],
    );
  });

test('CSV: the last columns say it', async (t) => {
  const { store, code } = await given(t);
  const { data } = Papa.parse<Record<string, string>>((await exported(store, CSV)).replace('\uFEFF', ''), {
    header: true,
    skipEmptyLines: true,
  });
  // A cell that a spreadsheet would take for a formula, as a hash that begins with a hyphen, is marked as text.
  const told = ['followUp.hash', 'outcome', 'outcomeSince', 'additions', 'addsTo'];
  assert.deepEqual(
    data.map((row) => told.map((name) => fromSpreadsheetText(row[name]!))),
    [
      [code.hash, 'question', SINCE, 'ADDED', ''],
      ['', '', '', '', ''],
      ['', '', '', '', 'ASKED'],
    ],
  );
});

test('drafts for ICCAM and the CyberTipline mark an addition for the analyst; a notice to a provider does not', async (t) => {
  const { store } = await given(t);
  const hotline = { name: 'Point de contact', email: 'analyse@hotline.example' };
  const MARK = 'Adds to report ASKED, sent by a holder of its code';
  for (const [format, isMarked] of [
    [ICCAM, true],
    [cyberTiplineFormat({ hotline }, false), true],
    [cyberTiplineFormat({ hotline }, true), true],
    [dsaFormat({ hotline }), false],
  ] as const) {
    const drafts = (await exported(store, format)).trimEnd().split('\n');
    assert.deepEqual(
      drafts.map((draft) => draft.includes(MARK)),
      [false, false, isMarked],
    );
  }
});

test('an envelope whose hash was changed on the way is another report than it says', async () => {
  const pair = await makePair();
  const [code, relay] = [await drawCode(), await drawCode()];
  const envelope = seal(pair, reportWith(code));
  assert.deepEqual((await openSealed(envelope, pair.privateKey)).followUp, { hash: code.hash });
  const { followUp: _followUp, ...without } = envelope;
  for (const changed of [{ ...envelope, followUp: { hash: relay.hash } }, without])
    await assert.rejects(openSealed(changed, pair.privateKey), { name: 'SealedError', fault: 'identity' });
});

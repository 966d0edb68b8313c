// Versions beside each other: the widget of an earlier version with this receiver, this widget with the receiver of an
// earlier version. What a released version said is kept as bytes in `<version>.json` (record.ts). The version of this
// commit is recorded here, and stands beside itself.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { prepareSubmission } from '../../src/widget/client/submit.ts';
import { SCHEMA_VERSIONS } from '../../src/core/report/protocol.ts';
import { reportSchema } from '../../src/core/report/report.ts';
import { openSealed, readPrivateKey } from '../../src/receiver/index.ts';
import { ask, deliver, presentReceivers, readVersion, type Exchange, type Version } from './exchanges.ts';
import { record } from './record.ts';
import { presentReport, REPORTS } from './reports.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));
const released = globSync('*.json', { cwd: folder }).map((file) => basename(file, '.json'));
const versions = new Map<string, Version>([
  ['this version', await record()],
  ...released.map((version) => [version, readVersion(`${folder}${version}.json`)] as const),
]);

/** The parts of a refusal that a form of any version needs: the type, the fields, and whether to wait. */
function refusalOf({ status, headers, body }: Exchange['answer']): unknown {
  const { type, errors } = JSON.parse(body) as Record<string, unknown>;
  const isToWait = Number(headers['retry-after'] ?? 0) > 0;
  return { status, type, errors, isToWait, media: headers['content-type'] };
}

for (const [version, { privateKey, exchanges }] of versions) {
  test(`this receiver answers the widget of ${version} as that widget expects`, async () => {
    const receiverUnder = presentReceivers();
    for (const { name, condition, request, answer } of exchanges) {
      const { receive } = await receiverUnder(condition);
      const present = await ask(receive, request);
      if (answer.status >= 300) {
        assert.deepEqual(refusalOf(present), refusalOf(answer), name);
        continue;
      }
      // The rule by which that widget believes a receipt, written down here: the present one may know another.
      assert.deepEqual(
        [present.status, present.headers['content-type']],
        [answer.status, 'application/json'],
      );
      const receipt = JSON.parse(present.body) as Record<string, string>;
      assert.equal(receipt['submissionId'], request.headers['idempotency-key'], name);
      assert.match(receipt['reference']!, /^[0-9A-Z -]{1,32}$/, name);
      assert.ok(Date.parse(receipt['receivedAt']!) > 0, name);
      assert.ok(present.body.length <= 16_384, name);
    }
    const { store } = await receiverUnder('open');
    const taken = exchanges.filter((one) => one.condition === 'open' && one.answer.status === 201);
    assert.deepEqual(
      (await store.list({ limit: 1_000 })).map(({ body }) => body),
      taken.map(({ request }) => request.body),
    );
  });

  test(`this widget makes of the answers of ${version} what that version's widget made of them`, async () => {
    for (const { name, request, answer, outcome } of exchanges) {
      const id = request.headers['idempotency-key']!;
      const present = await deliver(id, request.body, () => answer);
      assert.deepEqual(present.outcome, outcome, name);
      // A further header would not pass that receiver's preflight.
      assert.deepEqual(present.request, request, name);
    }
  });

  test(`reports of ${version} are read, and those that are sealed open with their key`, async () => {
    const key = await readPrivateKey(JSON.stringify(privateKey));
    let opened = 0;
    for (const { name, request } of exchanges.filter(({ answer }) => answer.status < 300)) {
      const sent = JSON.parse(request.body) as object;
      if ('sealed' in sent) opened += 1;
      const report = 'sealed' in sent ? await openSealed(sent, key) : sent;
      assert.deepEqual(reportSchema.parse(report), report, name);
    }
    assert.ok(opened > 0);
  });
}

/** What a report carries of a follow-up code. */
const FOLLOW_UP = { hash: 'u5qUT1EecCe8HtvHijiRqwO8dCO9-Ciz4dtYXLxSLMc' };

test('a report with a code differs in its hash and its way of answering alone', () => {
  for (const [index, name] of Object.keys(REPORTS).entries()) {
    const plain = presentReport(name, index);
    const followed = presentReport(name, index, FOLLOW_UP);
    assert.equal(plain.followUp, undefined, name);
    // Whoever gives an e-mail address is answered there.
    const { followUp } = plain.reporter;
    const reporter = { ...plain.reporter, followUp: followUp === 'none' ? 'code' : followUp };
    assert.deepEqual(followed, { ...plain, followUp: FOLLOW_UP, reporter }, name);
  }
});

test('this receiver refuses another version, and names those that it takes', async () => {
  const { receive } = await presentReceivers()('open');
  const { id, body } = prepareSubmission({
    ...presentReport('the least', 3),
    schemaVersion: '9.0',
  } as unknown as ReturnType<typeof presentReport>);
  const refused = await ask(receive, (await deliver(id, body, (request) => ask(receive, request))).request);
  assert.equal(refused.status, 409);
  assert.deepEqual((JSON.parse(refused.body) as { acceptedVersions: unknown }).acceptedVersions, [
    ...SCHEMA_VERSIONS,
  ]);
});

test('what each released version said is kept', () => {
  const tags = execFileSync('git', ['tag', '--list', 'v*'], { cwd: folder, encoding: 'utf8' });
  assert.deepEqual(
    tags.split('\n').filter((tag) => tag && !released.includes(tag.slice(1))),
    [],
    'npx node test/upgrade/record.ts, before a release',
  );
});

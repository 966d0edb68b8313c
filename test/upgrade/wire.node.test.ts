// Versions beside each other: the widget of an earlier version with this receiver, this widget with the receiver of an
// earlier version. What each said is kept as bytes in `<version>.json` (record.ts).
import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { reportSchema } from '../../src/core/report/report.ts';
import { openSealed, readPrivateKey } from '../../src/receiver/index.ts';
import { VERSION } from '../../src/version.ts';
import { ask, deliver, presentReceivers, readVersion, type Exchange } from './exchanges.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));
const versions = globSync('*.json', { cwd: folder }).map((file) => [basename(file, '.json'), file] as const);

/** The parts of a refusal that a form of any version needs: the type, the fields, and whether to wait. */
function refusalOf({ status, headers, body }: Exchange['answer']): unknown {
  const { type, errors } = JSON.parse(body) as Record<string, unknown>;
  const isToWait = Number(headers['retry-after'] ?? 0) > 0;
  return { status, type, errors, isToWait, media: headers['content-type'] };
}

test('the first version is kept', () => {
  assert.ok(versions.some(([version]) => version === '0.1.0'));
});

for (const [version, file] of versions) {
  const { privateKey, exchanges } = readVersion(folder + file);

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

test('what this version says is kept before it is released', () => {
  assert.ok(
    versions.some(([version]) => version === VERSION),
    `npx node test/upgrade/record.ts keeps what ${VERSION} says`,
  );
});

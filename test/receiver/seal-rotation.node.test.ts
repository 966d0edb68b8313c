// A key change while reports arrive, by the steps of the guide: every acknowledged report is readable, none is lost.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { test } from 'node:test';
import { SubmitError } from '../../src/widget/client/errors.ts';
import { prepareSubmission, sendSubmission } from '../../src/widget/client/submit.ts';
import { sealReport, thumbprint } from '../../src/core/report/seal.ts';
import { reportSchema } from '../../src/core/report/report.ts';
import { openSealed, openStore, serveReceiver } from '../../src/receiver/index.ts';
import { temporaryFolder } from './harness.ts';
import { sampleReport } from './sample-report.ts';
import { makePair, type Pair } from './sealed-given.ts';

const [OLD, NEW] = await Promise.all([makePair(), makePair()]);
const publicKeyOf = ({ point }: Pair): string => point.toString('base64url');
const kidOf = (pair: Pair): Promise<string> => thumbprint(publicKeyOf(pair));

/** Sends each request from a random address behind a proxy, because one address would be slowed down. */
const fetchAsAnyone: typeof fetch = (input, init) => {
  const headers = new Headers(init?.headers);
  headers.set('x-forwarded-for', `203.0.${randomBytes(2).join('.')}`);
  return fetch(input, { ...init, headers });
};

/** A page with the form: seals for its current key, and sends as a form does. */
class FormPage {
  key = OLD;
  readonly acknowledged: string[] = [];
  readonly refused: string[] = [];
  readonly #endpoint: string;

  constructor(endpoint: string) {
    this.#endpoint = endpoint;
  }

  async send(): Promise<void> {
    const report = reportSchema.parse(sampleReport());
    const text = JSON.stringify(report);
    const submission = prepareSubmission(await sealReport(report, text, publicKeyOf(this.key)));
    // If the receiver is down for longer than the form waits, the reporter tries again.
    for (;;) {
      try {
        await sendSubmission(submission, {
          endpoint: this.#endpoint,
          random: () => 0.1,
          fetch: fetchAsAnyone,
        });
        return void this.acknowledged.push(report.submissionId);
      } catch (error) {
        assert.ok(error instanceof SubmitError);
        if (error.code !== 'seal-key') continue;
        assert.deepEqual([error.retryable, error.outcome], [false, 'not-sent']);
        return void this.refused.push(report.submissionId);
      }
    }
  }
}

test('keys change under load: none is unreadable, and what comes late for the old one is refused', async (t) => {
  const databaseUrl = `sqlite:${join(await temporaryFolder(t), 'reports.sqlite')}`;
  const start = async (port: number, ...keys: readonly Pair[]) =>
    serveReceiver({
      databaseUrl,
      port,
      trustedProxies: ['127.0.0.1'],
      sealKeys: await Promise.all(keys.map(kidOf)),
    });
  let receiver = await start(0, OLD);
  t.after(() => receiver.close());
  const { endpoint } = receiver;
  const restart = async (...keys: readonly Pair[]): Promise<void> => {
    await receiver.close();
    receiver = await start(Number(new URL(endpoint).port), ...keys);
  };

  const pages = Array.from({ length: 4 }, () => new FormPage(endpoint));
  const late = new FormPage(endpoint);
  const acknowledged = (): string[] => [...pages, late].flatMap((page) => page.acknowledged);
  let isOver = false;
  const sending = pages.map(async (page) => {
    while (!isOver) await page.send();
  });
  /** Waits until each page has this many more acknowledged reports. */
  const more = async (count: number): Promise<void> => {
    const goals = pages.map((page) => [page, page.acknowledged.length + count] as const);
    while (goals.some(([page, goal]) => page.acknowledged.length < goal)) await late.send();
  };

  await more(5);
  await restart(OLD, NEW);
  await more(5);
  for (const page of pages) {
    page.key = NEW;
    await more(2);
  }
  assert.deepEqual(late.refused, []);
  await restart(NEW);
  await more(5);
  isOver = true;
  await Promise.all(sending);

  assert.ok(late.refused.length > 0);
  assert.deepEqual(
    pages.flatMap(({ refused }) => refused),
    [],
  );
  const store = await openStore(databaseUrl);
  t.after(() => store.close());
  const rows = await store.list({ limit: 10_000 });
  assert.deepEqual(rows.map(({ id }) => id).toSorted(), acknowledged().toSorted());
  const opened = { old: 0, new: 0 };
  for (const { id, body } of rows) {
    const envelope: unknown = JSON.parse(body);
    const report = await openSealed(envelope, NEW.privateKey).then(
      (found) => (opened.new++, found),
      () => openSealed(envelope, OLD.privateKey).then((found) => (opened.old++, found)),
    );
    assert.equal(report.submissionId, id);
  }
  assert.ok(opened.old > 20 && opened.new > 20, JSON.stringify(opened));
});

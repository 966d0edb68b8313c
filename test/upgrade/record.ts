// What the widget of this version sends, and what its receiver answers. `node test/upgrade/record.ts` keeps it in
// `<version>.json`. Run it before a release; nothing that was released is recorded again.
import { execFileSync } from 'node:child_process';
import { createECDH } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { prepareSubmission, type Submission } from '../../src/widget/client/submit.ts';
import type { Report } from '../../src/core/report/report.ts';
import { sealReport } from '../../src/core/report/seal.ts';
import { VERSION } from '../../src/core/version.ts';
import { ask, deliver, presentReceivers, type Condition, type Exchange, type Version } from './exchanges.ts';
import { idOf, presentReport, REPORTS } from './reports.ts';

/** Has the widget and the receiver of this version speak to each other, under each condition. */
export async function record(): Promise<Version> {
  const exchanges: Exchange[] = [];
  let count = 0;

  function submissionOf(name: string): Submission & { readonly report: Report } {
    const report = presentReport(name, (count += 1));
    return { ...prepareSubmission(report), report };
  }

  const receiverUnder = presentReceivers();

  /** Sends one submission, or bytes that no widget sends, to a receiver, and keeps what was said. */
  async function keep(name: string, condition: Condition, { id, body }: Submission): Promise<void> {
    const { receive } = await receiverUnder(condition);
    const said = await deliver(id, body, (request) => ask(receive, request));
    exchanges.push({ name, condition, ...said });
  }

  for (const name of Object.keys(REPORTS)) await keep(name, 'open', submissionOf(name));
  const again = exchanges[0]!.request.body;
  await keep('the least, once more', 'open', { id: idOf(1), body: again });
  const edited = again.replace('"locale":"fr"', '"locale":"en"');
  await keep('other bytes under its key', 'open', { id: idOf(1), body: edited });

  const key = createECDH('prime256v1');
  const point = key.generateKeys();
  const privateKey = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
    d: Buffer.from(key.getPrivateKey('hex').padStart(64, '0'), 'hex').toString('base64url'),
  };
  const { report, body } = submissionOf('all of sexual_harassment');
  const sealed = prepareSubmission(await sealReport(report, body, point.toString('base64url')));
  await keep('a sealed report', 'open', sealed);
  await keep('a report sealed for a key of nobody', 'other keys only', sealed);

  const plain = submissionOf('the least');
  const { id } = plain;
  for (const condition of [
    'other sites only',
    'sealed reports only',
    'a full disk',
    'a broken database',
  ] as const)
    await keep(condition, condition, plain);
  for (let number = 1; exchanges.at(-1)!.answer.status !== 429; number++)
    await keep(`too many reports, ${number}`, 'too many reports', submissionOf('the least'));

  // Requests that no widget sends, but that somebody between it and the receiver may make.
  await keep('half a report', 'open', { id, body: plain.body.slice(0, -9) });
  await keep('a report under another key', 'open', { id: idOf(999_999), body: plain.body });
  await keep('a later version', 'open', { id, body: plain.body.replace('"1.0"', '"9.0"') });
  await keep('a field that is wrong', 'open', { id, body: plain.body.replace('"unsure"', '"No word"') });
  return { privateKey, exchanges };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const tags = execFileSync('git', ['tag', '--list', `v${VERSION}`], { encoding: 'utf8' });
  if (tags.trim()) throw new Error(`${VERSION} is released: what it said stays as it was recorded.`);
  const version = await record();
  const file = fileURLToPath(new URL(`${VERSION}.json`, import.meta.url));
  writeFileSync(file, `${JSON.stringify(version, null, 1)}\n`);
  for (const { name, answer, outcome } of version.exchanges)
    console.log(`${answer.status}  ${name}  ${JSON.stringify(outcome).slice(0, 100)}`);
}

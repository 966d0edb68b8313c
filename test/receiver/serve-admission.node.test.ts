// The admission settings of an operator, and the full path from a proxy's header to the stored row.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { openStore } from '../../src/receiver/index.ts';
import { temporaryFolder } from './harness.ts';
import { sampleReport } from './sample-report.ts';
import { startCommand, startServer } from './server-process.ts';

async function writePartners(t: TestContext, text: string): Promise<string> {
  const file = join(await temporaryFolder(t), 'partners.json');
  await writeFile(file, text);
  return file;
}

const postTo = async (endpoint: string, headers: Record<string, string>): Promise<number> => {
  const report = sampleReport();
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': report.submissionId, ...headers },
    body: JSON.stringify(report),
  });
  await response.text();
  return response.status;
};

test('behind a trusted proxy, sources are told apart, challenged and trusted again; none of it is kept', async (t) => {
  const folder = await temporaryFolder(t);
  const databaseUrl = `sqlite:${join(folder, 'reports.sqlite')}`;
  const PARTNERS = await writePartners(t, '[{"id":"ville-exemple","origins":["https://ville.example"]}]');
  const { endpoint, output, child, ended } = await startServer(t, {
    DATABASE_URL: databaseUrl,
    TRUSTED_PROXIES: '127.0.0.1',
    PARTNERS,
    CHALLENGE_SECRET: 'a secret of the operator, long enough',
    FREE_REPORTS: '2',
  });
  const from = (address: string) => ({ 'X-Forwarded-For': address, Origin: 'https://ville.example' });
  for (let count = 0; count < 3; count++) assert.equal(await postTo(endpoint, from('203.0.113.7')), 201);
  assert.equal(await postTo(endpoint, from('203.0.113.8')), 201);
  assert.equal(await postTo(endpoint, { ...from('203.0.113.9'), Origin: 'https://evil.example' }), 201);

  const ask = async (address: string) => fetch(new URL('challenge', endpoint), { headers: from(address) });
  assert.equal((await ask('203.0.113.8')).status, 204);
  const challenge = (await (await ask('203.0.113.7')).json()) as Challenge;
  const solution = await solveChallenge({ challenge, deriveKey });
  const Altcha = Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
  assert.equal(await postTo(endpoint, { ...from('203.0.113.7'), Altcha }), 201);
  assert.equal(await postTo(endpoint, { ...from('203.0.113.7'), Altcha }), 201);

  child.kill('SIGTERM');
  assert.equal(await ended, 0);
  const store = await openStore(databaseUrl);
  t.after(() => store.close());
  const town = 'ville-exemple';
  assert.deepEqual(
    (await store.list()).map(({ trust, partner }) => [trust, partner]),
    [
      ['normal', town],
      ['normal', town],
      ['low', town],
      ['normal', town],
      ['low', null],
      ['normal', town],
      ['low', town],
    ],
  );
  assert.doesNotMatch(output.stdout + output.stderr, /203\.0|evil/);
});

type Slip = [
  title: string,
  environment: (t: TestContext) => Promise<Record<string, string>>,
  message: RegExp,
];

const slips: Slip[] = [
  [
    'a file that is not there',
    () => Promise.resolve({ PARTNERS: '/nowhere/partners.json' }),
    /^PARTNERS: \/nowhere\/partners\.json cannot be read \(ENOENT\)\. Name a file/,
  ],
  [
    'half a file',
    async (t) => ({ PARTNERS: await writePartners(t, '[{') }),
    /^PARTNERS: .*partners\.json is not JSON: /,
  ],
  [
    'a partner without pages',
    async (t) => ({ PARTNERS: await writePartners(t, '[{"id":"ville"}]') }),
    /^PARTNERS: Partner « ville »: « origins » must be a list/,
  ],
  [
    'null for partners',
    async (t) => ({ PARTNERS: await writePartners(t, 'null') }),
    /^PARTNERS: Partners are a list/,
  ],
  [
    'a short secret',
    () => Promise.resolve({ CHALLENGE_SECRET: 'short' }),
    /^CHALLENGE_SECRET: .* 32 characters or more.*openssl rand/,
  ],
  [
    'no process at all',
    () => Promise.resolve({ PROCESSES: '0' }),
    /^PROCESSES must be a whole number from 1 to 999999, not « 0 »/,
  ],
  [
    'free reports in words',
    () => Promise.resolve({ FREE_REPORTS: 'five' }),
    /^FREE_REPORTS must be a whole number from 0 to 999999, not « five »/,
  ],
  ...(
    [
      ['FREE_REPORTS', '1000000', '0 to 999999'],
      ['LOW_TRUST_REPORTS', '1000000', '0 to 999999'],
      ['DISK_RESERVE_MB', '1000000', '0 to 999999'],
      ['PROCESSES', '1000000', '1 to 999999'],
      ['RETENTION_DAYS', '36526', '1 to 36525'],
      ['FOLLOW_UP_DAYS', '36501', '0 to 36500'],
    ] as const
  ).map(([name, value, limits]): Slip => [
    `${value} in ${name}`,
    () => Promise.resolve({ [name]: value }),
    new RegExp(`^${name} must be a whole number from ${limits}, not « ${value} »`),
  ]),
];

for (const [title, environment, message] of slips) {
  test(`${title}: one line says what to mend, and nothing is served`, async (t) => {
    const { child, output, ended } = startCommand(t, ['serve'], {
      PORT: '0',
      DATABASE_URL: 'sqlite::memory:',
      ...(await environment(t)),
    });
    child.stderr.on('data', () => output.stderr.includes('received at') && child.kill());
    assert.notEqual(await ended, 0);
    assert.match(output.stderr, message);
    assert.equal(output.stderr.trim().split('\n').length, 1);
    assert.equal(output.stdout, '');
  });
}

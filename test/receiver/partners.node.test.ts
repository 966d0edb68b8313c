// Registered partner sites: the reports credited to them, the marks, and the error messages for a faulty list.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { createReceiver, openStore, PartnersError, type AllowedOrigins } from '../../src/receiver/index.ts';
import { startReceiver } from './harness.ts';
import { sampleReport } from './sample-report.ts';
import { makePair, seal } from './sealed-given.ts';

const TOWN = 'https://www.ville-exemple.fr';
const FORUM = 'https://forum.example:8443';
const PARTNERS = [
  { id: 'ville-exemple', origins: [TOWN, 'https://ville-exemple.fr'], perHour: 3 },
  { id: 'forum', origins: [FORUM] },
];

const reportOf = (partnerId: string | undefined) =>
  sampleReport({
    source: { embed: 'script', widgetVersion: '1.0.0', prefilled: false, ...(partnerId && { partnerId }) },
  });

const cases: [partnerId: string | undefined, origin: string | null, trust: string, partner: string | null][] =
  [
    ['ville-exemple', TOWN, 'normal', 'ville-exemple'],
    ['ville-exemple', 'https://ville-exemple.fr', 'normal', 'ville-exemple'],
    ['forum', FORUM, 'normal', 'forum'],
    [undefined, TOWN, 'normal', null],
    [undefined, null, 'normal', null],
    ['ville-exemple', FORUM, 'low', null],
    ['ville-exemple', 'null', 'low', null],
    ['ville-exemple', null, 'low', null],
    ['ville-exemple', 'http://www.ville-exemple.fr', 'low', null],
    ['ville-exemple', `${TOWN}:8443`, 'low', null],
    ['ville-exemple', `${TOWN}.evil.example`, 'low', null],
    ['ville-exemple', 'https://evilville-exemple.fr', 'low', null],
    ['ville-exemple', 'https://sub.ville-exemple.fr', 'low', null],
    ['ville-exemple', TOWN.toUpperCase(), 'low', null],
    ['ville-exemple', `${TOWN}, ${FORUM}`, 'low', null],
    ['another', TOWN, 'low', null],
    ['constructor', TOWN, 'low', null],
  ];

for (const [partnerId, origin, trust, partner] of cases) {
  test(`a report that names ${partnerId ?? 'nobody'}, from ${origin ?? 'no page'}, is stored with ${trust} trust`, async (t) => {
    const { post, store, log } = await startReceiver(t, { partners: PARTNERS });
    const { status } = await post(reportOf(partnerId), origin === null ? {} : { Origin: origin });
    assert.equal(status, 201);
    const [row] = await store.list();
    assert.deepEqual([row?.trust, row?.partner], [trust, partner]);
    assert.deepEqual([log[0]?.trust, log[0]?.partner], [trust, partner ?? undefined]);
  });
}

test('a sealed report is weighed by the name on its envelope', async (t) => {
  const { post, store } = await startReceiver(t, { partners: PARTNERS });
  const pair = await makePair();
  for (const origin of [TOWN, FORUM]) await post(seal(pair, reportOf('ville-exemple')), { Origin: origin });
  assert.deepEqual(
    (await store.list()).map(({ sealed, trust, partner }) => [sealed, trust, partner]),
    [
      [true, 'normal', 'ville-exemple'],
      [true, 'low', null],
    ],
  );
});

test('without a list, any name is taken as it comes, and never logged', async (t) => {
  const { post, store, log } = await startReceiver(t);
  await post(reportOf('another'), { Origin: TOWN });
  const [row] = await store.list();
  assert.deepEqual([row?.trust, row?.partner, log[0]?.partner], ['normal', 'another', undefined]);
});

test('beyond its number an hour, a site’s reports are marked, and still its own', async (t) => {
  let time = Date.UTC(2026, 10, 25, 12);
  const { post, store } = await startReceiver(t, { partners: PARTNERS, now: () => new Date(time) });
  const fromTown = () => post(reportOf('ville-exemple'), { Origin: TOWN });
  // Reports that other sites send in the partner's name are not credited to the partner.
  for (let count = 0; count < 9; count++) await post(reportOf('ville-exemple'), { Origin: FORUM });
  const again = reportOf('ville-exemple');
  for (let count = 0; count < 9; count++) await post(again, { Origin: TOWN });
  for (let count = 0; count < 4; count++) assert.equal((await fromTown()).status, 201);
  for (let count = 0; count < 9; count++) await post(reportOf('forum'), { Origin: FORUM });
  for (const minutes of [45, 75]) {
    time += minutes * 60_000;
    await fromTown();
  }
  const rows = await store.list();
  const trustsOf = (partner: string | null) =>
    rows.filter((row) => row.partner === partner).map(({ trust }) => trust);
  assert.deepEqual(trustsOf('ville-exemple'), ['normal', 'normal', 'normal', 'low', 'low', 'low', 'normal']);
  assert.deepEqual(trustsOf('forum'), Array(9).fill('normal'));
  assert.deepEqual(trustsOf(null), Array(9).fill('low'));
});

test('several processes divide the number an hour', async (t) => {
  const { post, store } = await startReceiver(t, { partners: PARTNERS, processes: 3 });
  for (let count = 0; count < 2; count++) await post(reportOf('ville-exemple'), { Origin: TOWN });
  assert.deepEqual(
    (await store.list()).map(({ trust }) => trust),
    ['normal', 'low'],
  );
});

const SECRET = 'c0ffee'.repeat(8);
const RELAYING = [
  { ...PARTNERS[0]!, secretSha256: createHash('sha256').update(SECRET).digest('hex') },
  PARTNERS[1]!,
];

const relays: [
  authorization: string | undefined,
  partnerId: string,
  trust: string,
  partner: string | null,
][] = [
  [`Bearer ${SECRET}`, 'ville-exemple', 'normal', 'ville-exemple'],
  [`bearer  ${SECRET}`, 'ville-exemple', 'normal', 'ville-exemple'],
  [`Bearer ${SECRET}`, 'forum', 'low', null],
  [`Bearer ${SECRET.slice(1)}`, 'ville-exemple', 'low', null],
  [`Basic ${SECRET}`, 'ville-exemple', 'low', null],
  [SECRET, 'ville-exemple', 'low', null],
  [`Basic Bearer ${SECRET}`, 'ville-exemple', 'low', null],
  [`Bearer ${SECRET} more`, 'ville-exemple', 'low', null],
  ['Bearer undefined', 'forum', 'low', null],
  [undefined, 'ville-exemple', 'low', null],
];

for (const [authorization, partnerId, trust, partner] of relays) {
  test(`a server that shows ${authorization ?? 'nothing'} for ${partnerId} has its report stored with ${trust} trust`, async (t) => {
    const { post, store, log } = await startReceiver(t, { partners: RELAYING });
    const { status } = await post(reportOf(partnerId), authorization ? { authorization } : {});
    assert.equal(status, 201);
    const [row] = await store.list();
    assert.deepEqual([row?.trust, row?.partner], [trust, partner]);
    assert.doesNotMatch(JSON.stringify(log), /c0ffee/);
  });
}

test('a partner whose secret is empty by mistake has no relay: whatever shows no secret is not its server', async (t) => {
  const secretSha256 = createHash('sha256').update('').digest('hex');
  const { post, store } = await startReceiver(t, { partners: [{ ...PARTNERS[0]!, secretSha256 }] });
  for (const authorization of ['Basic YTpi', 'Bearer', 'Bearer é'])
    await post(reportOf('ville-exemple'), { authorization });
  assert.deepEqual(
    (await store.list()).map(({ trust, partner }) => [trust, partner]),
    Array.from({ length: 3 }, () => ['low', null]),
  );
});

test('a partner may have the longest id, and one report an hour', async (t) => {
  const id = 'v'.repeat(64);
  const { post, store } = await startReceiver(t, { partners: [{ id, origins: [FORUM], perHour: 1 }] });
  for (let count = 0; count < 2; count++) await post(reportOf(id), { Origin: FORUM });
  assert.deepEqual(
    (await store.list()).map(({ trust, partner }) => [trust, partner]),
    [
      ['normal', id],
      ['low', id],
    ],
  );
});

test('what a site sends beyond its number makes its next hour no shorter', async (t) => {
  let time = Date.UTC(2026, 10, 25, 12);
  const { post, store } = await startReceiver(t, { partners: PARTNERS, now: () => new Date(time) });
  for (let count = 0; count < 12; count++) await post(reportOf('ville-exemple'), { Origin: TOWN });
  // Of the three that were trusted, half still count.
  time += 90 * 60_000;
  for (let count = 0; count < 3; count++) await post(reportOf('ville-exemple'), { Origin: TOWN });
  assert.deepEqual(
    (await store.list()).slice(-3).map(({ trust }) => trust),
    ['normal', 'normal', 'low'],
  );
});

test('a wrong secret is not made good by the partner’s origin', async (t) => {
  const { post, store } = await startReceiver(t, { partners: RELAYING });
  await post(reportOf('ville-exemple'), { Origin: TOWN, authorization: 'Bearer wrong' });
  assert.deepEqual((await store.list())[0]?.trust, 'low');
});

test('a relay’s address is not held against those who report through it; its number an hour is', async (t) => {
  const { post, store } = await startReceiver(t, {
    partners: [{ ...RELAYING[0]!, perHour: 70 }],
    freeReports: 1,
    now: () => new Date(Date.UTC(2026, 10, 25, 12)),
  });
  const relayed = { authorization: `Bearer ${SECRET}` };
  for (let count = 0; count < 75; count++) {
    const { status } = await post(reportOf('ville-exemple'), relayed, { address: '192.0.2.1' });
    assert.equal(status, 201, `report ${count}`);
  }
  assert.deepEqual(
    (await store.list()).map(({ trust }) => trust),
    [...Array<string>(70).fill('normal'), ...Array<string>(5).fill('low')],
  );
  // A client without the secret counts as one source, and the relay's reports do not count for that source.
  const { status } = await post(reportOf(undefined), {}, { address: '192.0.2.1' });
  assert.equal(status, 201);
  assert.equal((await store.list()).at(-1)?.trust, 'normal');
});

test('even a relay waits above six hundred posts a minute', async (t) => {
  const { post } = await startReceiver(t, {
    partners: RELAYING,
    now: () => new Date(Date.UTC(2026, 10, 25, 12)),
  });
  const report = JSON.stringify(reportOf('ville-exemple'));
  const send = () => post(report, { authorization: `Bearer ${SECRET}` }, { address: '192.0.2.1' });
  for (let count = 0; count < 600; count++) assert.ok((await send()).status < 300);
  assert.equal((await send()).status, 429);
});

const slips: [value: unknown, message: RegExp, origins?: AllowedOrigins][] = [
  [{}, /a list such as \[\{"id"/],
  [null, /a list such as/],
  ['ville', /a list such as/],
  [['ville'], /Partner 1 is not an object/],
  [[PARTNERS[0], null], /Partner 2 is not an object/],
  [[{ ...PARTNERS[1], per_hour: 3 }], /« per_hour » is not one of id, origins, perHour, secretSha256\./],
  [[{ id: 'forum', origins: [FORUM], secretSha256: SECRET }], /« secretSha256 » must be 64 of 0-9 a-f/],
  [[{ origins: [FORUM] }], /Partner 1: « id » must be/],
  [[{ id: 'Ville', origins: [FORUM] }], /« id » must be 2 to 64/],
  [[{ id: 'v', origins: [FORUM] }], /« id » must be 2 to 64/],
  [[{ id: '-ville', origins: [FORUM] }], /« id » must be 2 to 64/],
  [[{ id: 'ville!', origins: [FORUM] }], /« id » must be 2 to 64/],
  [[{ id: 'v'.repeat(65), origins: [FORUM] }], /« id » must be 2 to 64/],
  [[{ id: 'forum', origins: [FORUM], secretSha256: `x${'0'.repeat(64)}` }], /« secretSha256 » must be 64/],
  [[{ id: 'forum', origins: [FORUM], secretSha256: '0'.repeat(65) }], /« secretSha256 » must be 64/],
  [[{ id: 'forum' }], /« forum »: « origins » must be a list/],
  [[{ id: 'forum', origins: [] }], /« forum »: « origins » must be a list/],
  [[{ id: 'forum', origins: FORUM }], /« forum »: « origins » must be a list/],
  [[{ id: 'forum', origins: [`${FORUM}/`] }], /« forum »: .*such as https:\/\/forum\.example:8443/],
  [[{ id: 'forum', origins: ['null'] }], /« forum »: « null » is not an origin/],
  [[{ id: 'forum', origins: [null] }], /« forum »: « null » is not an origin/],
  [[{ id: 'forum', origins: [FORUM], perHour: 0 }], /« forum »: « perHour » must be a whole number/],
  [[{ id: 'forum', origins: [FORUM], perHour: '9' }], /« perHour » must be a whole number/],
  [[{ id: 'forum', origins: [FORUM], perHour: 1.5 }], /« perHour » must be a whole number/],
  [[PARTNERS[1], PARTNERS[1]], /Two partners are called « forum »/],
  [PARTNERS, /reports from https:\/\/ville-exemple\.fr would be refused\. Add it to ORIGINS/, [TOWN, FORUM]],
];

for (const [value, message, origins = '*'] of slips) {
  test(`a list of partners is told ${message.source}`, async (t) => {
    const store = await openStore('sqlite::memory:');
    t.after(() => store.close());
    assert.throws(
      () => createReceiver({ store, origins, partners: value as typeof PARTNERS }),
      (error: Error) => error instanceof PartnersError && message.test(error.message),
    );
  });
}

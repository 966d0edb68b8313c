// Alters each field of each table that `verify` relies on, one at a time: `verify` finds it, or a reason is listed. The
// columns come from the database, so that a new one fails here until somebody lists it.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DATABASES } from './databases.ts';
import { byHand, fill, headOf, run, soundRow, soundRows, withStore } from './store-given.ts';

/** SQL for another value of a field. */
const TEXT = (column: string): string => `'x' || "${column}"`;
const OTHER = {
  hash: `'${'0'.repeat(64)}'`,
  number: '777',
  flag: (column: string): string => `1 - ${column}`,
};

/** How the field of a row is altered. */
interface Alteration {
  readonly to: string;
  readonly where: string;
}

const ROW = 'sequence = 5';
const ENTRY = 'sequence = 5';
const ERASED = 'sequence = 1';
const NOTE = 'note is not null';

/** Alterations that must be found, or the reason why a field does not matter. */
const FIELDS: Readonly<Record<string, Readonly<Record<string, readonly Alteration[] | string>>>> = {
  report: {
    sequence: [{ to: OTHER.number, where: ROW }],
    ...Object.fromEntries(
      ['id', 'digest', 'reference', 'answer', 'body'].map((column) => [
        column,
        [{ to: TEXT(column), where: ROW }],
      ]),
    ),
    receivedAt: [{ to: `'2026-11-24T13:51:00Z'`, where: ROW }],
    sealed: [{ to: OTHER.flag('sealed'), where: ROW }],
    partner: [
      { to: `'x'`, where: ROW },
      { to: 'null', where: 'sequence = 6' },
    ],
    trust: [{ to: `'low'`, where: ROW }],
    priority: [{ to: `'urgent'`, where: ROW }],
  },
  logEntry: {
    position: [
      { to: OTHER.number, where: ENTRY },
      { to: OTHER.number, where: ERASED },
    ],
    sequence: [ENTRY, ERASED]
      .map((where) => ({ to: OTHER.number, where }))
      .concat({ to: '-777', where: NOTE }),
    leaf: [ENTRY, ERASED, NOTE].map((where) => ({ to: OTHER.hash, where })),
    day: [ENTRY, ERASED, NOTE].map((where) => ({ to: `'2026-01-01'`, where })),
    erased: [ENTRY, ERASED, NOTE].map((where) => ({ to: OTHER.flag('erased'), where })),
    note: [
      { to: `'{}'`, where: ENTRY },
      { to: `'{}'`, where: ERASED },
      { to: `replace(note, '[1,2]', '[2,3]')`, where: NOTE },
      { to: 'null', where: NOTE },
    ],
  },
  logPart: {
    lastPosition: 'It only says where a sum ends: a wrong one gives another root, which report-log compares.',
    root: 'Only a log of 4,096 entries has one: report-log alters it there.',
  },
  lineage: {
    storeId: [{ to: `'000000000000'`, where: '"sharedUpTo" is null' }],
    sharedUpTo:
      'It says how far copies go on, and verify does not read it. Its null names the database itself.',
    readUpTo: 'It says how far copies go on, and verify does not read it.',
  },
  arrival: {
    sequence: 'It tells an export what is missing. The log tells verify, which does not read it.',
    gone: 'It tells an export what is missing. The log tells verify, which does not read it.',
  },
  logErasure: {
    before:
      'It keeps a copy from bringing reports back. It explains no erasure to verify, which does not read it.',
  },
  erasedReport: {
    mark: 'It keeps a copy from bringing reports back. It explains no erasure to verify, which does not read it.',
  },
  outbox: {
    reference: [{ to: `'GONE'`, where: 'true' }],
    ...Object.fromEntries(
      ['id', 'channel', 'attempts', 'dueAt', 'takenUntil', 'stopped', 'fault'].map((column) => [
        column,
        'It says when and how a message is told, and nothing of a report. verify reads the reference alone.',
      ]),
    ),
  },
};

/** Tables that say nothing of what was stored, and why verify does not read them. */
const OTHER_TABLES: Readonly<Record<string, string>> = {
  spentProof: 'Proofs of work live for minutes.',
  followUp: 'What became of a report is the hotline’s to change; the log is about what was stored.',
  followUpVersion: 'It counts changes of follow-ups for a copy.',
  followUpCopy: 'It says how far follow-ups were copied.',
  followUpState: 'The states that the hotline set.',
  followUpAddition: 'It joins reports, each of which has its own entry.',
  outboxMinute: 'The minute of the last digest.',
  schemaStep: 'A database with another number is not opened.',
};

const COLUMNS = {
  SQLite: `select m.name as "table", p.name as "column" from sqlite_master m, pragma_table_info(m.name) p
    where m.type = 'table' and m.name not like 'sqlite_%'`,
  PostgreSQL: `select table_name as "table", column_name as "column" from information_schema.columns
    where table_schema = 'public'`,
};

/** Two columns of which each names a row, so that one stays while the other is altered. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  report: ['id', 'reference'],
  logEntry: ['position', 'leaf'],
  lineage: ['storeId', 'sharedUpTo'],
  outbox: ['id', 'reference'],
};

/** PostgreSQL gives long numbers as texts, and both databases read a text as a number. */
const literal = (value: unknown): string =>
  value === null ? 'null' : `'${`${value as string | number}`.replaceAll("'", "''")}'`;

for (const { name, create } of DATABASES)
  describe(name, () => {
    test('every column of every table is listed', async (t) => {
      const url = await create(t);
      await withStore(url, async () => {});
      const columns = (await byHand(url, COLUMNS[name])) as { table: string; column: string }[];
      assert.deepEqual(
        [...new Set(columns.map(({ table }) => table))].toSorted(),
        [...Object.keys(FIELDS), ...Object.keys(OTHER_TABLES)].toSorted(),
      );
      assert.deepEqual(
        columns
          .filter(({ table }) => table in FIELDS)
          .map(({ table, column }) => `${table}.${column}`)
          .toSorted(),
        Object.entries(FIELDS)
          .flatMap(([table, fields]) => Object.keys(fields).map((column) => `${table}.${column}`))
          .toSorted(),
      );
    });

    test('each altered field is found, and no longer once it is put back', async (t) => {
      const url = await create(t);
      await fill(url, [
        ...soundRows(1, 2, { receivedAt: '2026-09-10T10:00:00Z' }),
        ...soundRows(3, 5),
        soundRow('r6', { partner: 'partner' }),
      ]);
      await withStore(url, async (store) => {
        await store.put(soundRow('told'), undefined, [{ id: 'm', channel: 'mail', dueAt: '' }]);
        await store.erase('2026-10-01T00:00:00Z');
      });
      if (name === 'PostgreSQL')
        for (const [table, column] of [
          ['report', 'sequence'],
          ['logEntry', 'position'],
        ])
          await byHand(url, `alter table "${table}" alter column "${column}" set generated by default`);
      const head = await headOf(t, url);
      const verify = () => run(t, 'verify', '--database', url, '--head', head, '--erased', '2026-10-01');
      assert.equal((await verify()).code, 0);
      for (const [table, fields] of Object.entries(FIELDS))
        for (const [column, alterations] of Object.entries(fields)) {
          if (typeof alterations === 'string') continue;
          for (const { to, where } of alterations) {
            const [row] = await byHand(url, `select * from "${table}" where ${where}`);
            const key = KEYS[table]!.find((each) => each !== column)!;
            const set = (value: string) =>
              byHand(
                url,
                `update "${table}" set "${column}" = ${value} where "${key}" is not distinct from ${literal(row![key])}`,
              );
            await set(to);
            assert.equal((await verify()).code, 1, `${table}.${column} = ${to} where ${where}`);
            await set(literal(row![column]));
          }
        }
      const { code, stderr } = await verify();
      assert.deepEqual([code, stderr], [0, '']);
    });
  });

// The log as the version before had it, as far as its statements go: the hash of an entry covers no day, and an erasure has
// no entry.
import { dayOf, factsOf, leafOf } from '../../src/receiver/log/log-entries.ts';
import { MerkleTree } from '../../src/receiver/log/merkle.ts';
import type { ReportRow } from '../../src/receiver/index.ts';
import { byHand } from './store-given.ts';

/** Takes a log back to what that version would have made of it. */
export async function asBeforeDays(url: string): Promise<void> {
  for (const statement of [
    'delete from "logEntry" where note is not null',
    'drop index "logEntry_note"',
    'alter table "logEntry" drop column note',
    'drop table "logPart"',
    `delete from "schemaAddition" where name = 'log-days'`,
  ])
    await byHand(url, statement);
}

const quoted = (value: string | number | null): string =>
  value === null ? 'null' : `'${String(value).replaceAll("'", "''")}'`;

/** Stores a row with its entry. */
export async function putAsBefore(url: string, row: ReportRow): Promise<void> {
  const { id, digest, reference, receivedAt, sealed, partner, trust, priority, answer, body } = row;
  const values = [id, digest, reference, receivedAt, Number(sealed), partner, trust, priority, answer, body];
  await byHand(
    url,
    `insert into report (id, digest, reference, "receivedAt", sealed, partner, trust, priority, answer, body)
      values (${values.map(quoted).join()})`,
  );
  const [stored] = await byHand(url, `select sequence from report where reference = '${reference}'`);
  const sequence = Number(stored!['sequence']);
  await byHand(
    url,
    `insert into "logEntry" (sequence, leaf, day, numbered)
      values (${sequence}, '${leafOf(sequence, factsOf(row))}', '${dayOf(row)}', 1)`,
  );
}

/** Erases what came before a moment, as its retention did. */
export async function eraseAsBefore(url: string, before: string): Promise<void> {
  const which = `(select sequence from report where "receivedAt" < '${before}')`;
  for (const statement of [
    `insert into "logErasure" values ('${before}') on conflict do nothing`,
    `update "logEntry" set erased = 1 where sequence in ${which}`,
    `delete from arrival where sequence in ${which}`,
    `delete from report where "receivedAt" < '${before}'`,
  ])
    await byHand(url, statement);
}

/** The head that its `head` printed. */
export async function headAsBefore(url: string): Promise<string> {
  const [self] = await byHand(url, 'select "storeId" from lineage where "sharedUpTo" is null');
  const tree = new MerkleTree();
  for (const { leaf } of await byHand(url, 'select leaf from "logEntry" order by position'))
    tree.add(String(leaf));
  return `${String(self!['storeId'])}:${tree.size}:${tree.root}`;
}

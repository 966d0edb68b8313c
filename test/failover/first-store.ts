// The store of the first version, as far as its statements go: one server, no log, a repeat that is read and no more.
import { Pool } from 'pg';
import type { ReportStore } from '../../src/receiver/index.ts';
import type { ExistingReport } from '../../src/receiver/store/store.ts';

/** How its sessions commit. */
export interface FirstStoreOptions {
  /** `on`, as that version set it; another value for what a version would lose that sets none. */
  readonly synchronousCommit?: 'on' | 'local';
}

/** The differences from the present store: `put` and `find`. */
export function openFirstStore(
  url: string,
  { synchronousCommit = 'on' }: FirstStoreOptions = {},
): Pick<ReportStore, 'put' | 'find'> {
  const pool = new Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5_000,
    query_timeout: 7_000,
    onConnect: (client) =>
      client.query(`set statement_timeout = 5000; set synchronous_commit = ${synchronousCommit}`),
  });
  const ignore = (): void => {};
  pool.on('error', ignore).on('connect', (client) => client.on('error', ignore));
  pool.on('release', (_error, client) => {
    const { readyForQuery } = client as typeof client & { readyForQuery?: boolean };
    if (readyForQuery === false) client.connection.stream.destroy();
  });
  const find: ReportStore['find'] = async (id) => {
    const { rows } = await pool.query<ExistingReport>('select digest, answer from report where id = $1', [
      id,
    ]);
    return rows[0];
  };
  return {
    find,
    async put({ id, digest, reference, receivedAt, sealed, partner, trust, priority, answer, body }) {
      const values = [
        id,
        digest,
        reference,
        receivedAt,
        Number(sealed),
        partner,
        trust,
        priority,
        answer,
        body,
      ];
      const { rowCount } = await pool.query(INSERT, values);
      return rowCount ? { stored: true } : { stored: false, existing: await find(id) };
    },
  };
}

const INSERT = `insert into report
  (id, digest, reference, "receivedAt", sealed, partner, trust, priority, answer, body)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing`;

// The roles of PostgreSQL servers: which takes writes, which only reads.
import { Client, DatabaseError } from 'pg';

/** Longest wait for a server's role. All are asked at once. */
const ANSWER_MS = 2_000;

/** Once a server has said that it takes writes, how long the others are waited for: one may be on a later timeline. */
const OTHERS_MS = 1_000;

/** A server that takes writes. */
export interface Primary {
  readonly url: string;
  /** PostgreSQL counts promotions: a server that was promoted is on a later timeline than the one that it followed. */
  readonly timeline: number;
}

/** A server's answer: it takes writes, it only reads, or the reason for no answer. */
export type Answer =
  | ({ readonly kind: 'writes' } & Primary)
  | { readonly kind: 'reads' }
  | { readonly kind: 'failed'; readonly error: Error };

/** The servers' answers. It does not wait long for the others once one takes writes. */
export async function askServers(urls: readonly string[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  let isLate = false;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(() => {
      isLate = true;
      if (answers.some(({ kind }) => kind === 'writes')) resolve();
    }, OTHERS_MS);
    const asked = urls.map(async (url) => {
      const answer = await askServer(url);
      answers.push(answer);
      if (isLate && answer.kind === 'writes') resolve();
    });
    void Promise.all(asked).then(() => {
      clearTimeout(timer);
      resolve();
    });
  });
  return [...answers];
}

async function askServer(url: string): Promise<Answer> {
  let client: Client | undefined;
  try {
    client = new Client({
      connectionString: url,
      application_name: 'cliquez-signalez',
      connectionTimeoutMillis: ANSWER_MS,
      query_timeout: ANSWER_MS,
    });
    client.on('error', () => {});
    await client.connect();
    const { rows } = await client.query<{ file: string | null }>(WRITES);
    const file = rows[0]?.file;
    // The name of a file of the write-ahead log begins with the timeline.
    return file
      ? { kind: 'writes', url, timeline: Number.parseInt(file.slice(0, 8), 16) }
      : { kind: 'reads' };
  } catch (error) {
    return { kind: 'failed', error: error as Error };
  } finally {
    void client?.end().catch(() => {});
  }
}

// The question of libpq for `read-write`, and a name that only a primary can give.
const WRITES = `
  select case when not pg_is_in_recovery() and current_setting('default_transaction_read_only') = 'off'
    then pg_walfile_name(pg_current_wal_lsn()) end as file`;

/** An error that all servers have in common, such as a wrong password; what a server says counts more than silence. */
export function reasonOf(answers: readonly Answer[]): Error | undefined {
  const errors = answers.flatMap((answer) => (answer.kind === 'failed' ? [answer.error] : []));
  if (errors.length < answers.length) return undefined;
  return errors.find((error) => error instanceof DatabaseError) ?? errors[0];
}

// Fills a database with many reports quickly, and measures an export that runs in its own process.
import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { TestContext } from 'node:test';
import { openStore } from '../../src/receiver/index.ts';
import { rowOf } from './export-given.ts';
import { sampleReport } from './sample-report.ts';
import { startCommand } from './server-process.ts';

/** Fills a SQLite file with copies of a report or an envelope, one a row, and returns the file's URL. */
export async function fillDatabase(
  file: string,
  copies: number,
  report: { submissionId: string } = sampleReport(),
): Promise<string> {
  const url = `sqlite:${file}`;
  const store = await openStore(url);
  await store.put(rowOf(report));
  await store.close();
  const database = new DatabaseSync(file);
  database.exec(`
    WITH RECURSIVE number(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM number WHERE i < ${copies})
    INSERT INTO report (id, digest, reference, receivedAt, sealed, partner, trust, priority, answer, body)
    SELECT 'id' || i, digest, 'N' || i, receivedAt, sealed, partner, trust, priority, answer, body FROM number, report;
  `);
  database.close();
  return url;
}

/** Runs an export, discards the output and counts lines and bytes. */
export async function exportAndCount(t: TestContext, DATABASE_URL: string, format: string, options = '') {
  const startedAt = performance.now();
  const { child, ended, output } = startCommand(t, ['export', '--format', format], {
    DATABASE_URL,
    NODE_OPTIONS: options,
  });
  let [lines, bytes, peakMiB] = [0, 0, 0];
  child.stdout.removeAllListeners('data');
  child.stdout.on('data', (data: Buffer) => {
    bytes += data.length;
    for (let at = data.indexOf('\n'); at >= 0; at = data.indexOf('\n', at + 1)) lines++;
    peakMiB = Math.max(peakMiB, residentMiB(child.pid!));
  });
  const code = await ended;
  return {
    code,
    lines,
    bytes,
    peakMiB,
    seconds: (performance.now() - startedAt) / 1_000,
    stderr: output.stderr,
  };
}

/** Peak memory of a process, from Linux; 0 if the process has ended. */
function residentMiB(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1_024;
  } catch {
    return 0;
  }
}

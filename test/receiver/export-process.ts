// A database of many reports made quickly, and the export of it by a process of its own, watched.
import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { TestContext } from 'node:test';
import { openStore } from '../../src/receiver/index.ts';
import { rowOf } from './export-given.ts';
import { sampleReport } from './sample-report.ts';
import { startCommand } from './server-process.ts';

/** Fills a SQLite file with copies of a report or an envelope, each in a row of its own; gives its URL. */
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

/** Exports to nowhere and counts what comes. */
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

/** Most memory that a process has had, as Linux counts it; 0 where it is gone. */
function residentMiB(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1_024;
  } catch {
    return 0;
  }
}

// The head of a log as one word: `3f9a0c51be27:1204:9b1c…`, database, number of entries, root.
import { isDay } from '../log/log-reading.ts';
import type { LogHead } from '../log/report-log.ts';

const HEAD = /\b(?<storeId>[\da-f]{12}):(?<size>\d{1,15}):(?<root>[\da-f]{64})\b/;

/** Writes a head. */
export const writeHead = ({ storeId, size, root }: LogHead): string => `${storeId}:${size}:${root}`;

/** Reads the head in a text, which may begin with its day, and say more; undefined if there is none. */
export function readHead(text: string): LogHead | undefined {
  const { storeId = '', size, root = '' } = HEAD.exec(text)?.groups ?? {};
  const day = text.trim().slice(0, 10);
  return root === '' ? undefined : { storeId, size: Number(size), root, ...(isDay(day) && { day }) };
}

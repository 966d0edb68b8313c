// Starts the page of an export: its reports stand in it, one line of JSON each.
import { openDesk } from './desk.ts';
import { byId, filled } from './element.ts';
import type { PageWords, ShownReport } from './types.ts';

/** The place of a file in an export of several. */
interface Part {
  readonly number: number;
  /** Name of the file in which it goes on. */
  readonly next?: string;
}

/** A value that stands in the page as JSON. */
export const dataOf = (id: string): unknown => JSON.parse(byId(id).textContent ?? '');

/** Starts the page. */
export function startPage(): void {
  const words = dataOf('words') as PageWords;
  const lines = (byId('data').textContent ?? '').trim().split('\n').filter(Boolean);
  const reports = JSON.parse(`[${lines.join(',')}]`) as ShownReport[];
  openDesk(words).show(reports);
  const { number, next } = dataOf('part') as Part;
  if (number === 1 && next === undefined) return;
  const note = byId('part-note');
  note.textContent = [
    filled(words.part, { n: number }),
    ...(next === undefined ? [] : [filled(words.partNext, { file: next })]),
  ].join(' ');
  note.hidden = false;
}

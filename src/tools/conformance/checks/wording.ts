// How checks describe many answers, and read headers that are lists.
import type { Answer } from '../answer.ts';

/** `1 answer`, `3 answers`. */
export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** How many of the answers are meant, and which ones, up to three. */
export function tally(some: readonly Answer[], all: readonly Answer[]): string {
  const names = [...new Set(some.map(({ asked, status }) => `${asked}: HTTP ${status}`))];
  const more = names.length > 3 ? ', ...' : '';
  return `${some.length} of ${count(all.length, 'answer')} (${names.slice(0, 3).join(', ')}${more})`;
}

/** The names in a header that is a list, in lower case. */
export const namesOf = (header: string | null): string[] =>
  (header ?? '').split(',').map((name) => name.trim().toLowerCase());

/** The media type of an answer, without its parameters. */
export const mediaTypeOf = ({ headers }: Answer): string =>
  (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

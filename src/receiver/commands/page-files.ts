// Writes the pages of an export: a new file begins where one would become too long for a browser.
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { CommandError } from '../../command-line/command.ts';
import type { AnalystPage } from '../analyst-page/analyst-page.ts';
import { writeNewFile } from './new-file.ts';

/** Most bytes of a page: an ordinary computer opens it in three seconds, a slow one in ten. */
const LONGEST_PAGE = 50_000_000;

/** The name of a page: `reports.html`, `reports-2.html`. */
const pageName = (file: string, number: number): string =>
  number === 1 ? file : file.replace(/(\.[^./\\]*)?$/, `-${number}$1`);

/**
 * Writes pages with these reports, at least one page.
 * @param file name of the first page
 * @param reports lines of reports, in order
 * @throws {CommandError} if a page or its successor exists, or cannot be written there
 */
export async function writePages(
  file: string,
  page: AnalystPage,
  reports: AsyncIterable<string>,
  longest = LONGEST_PAGE,
): Promise<void> {
  // An older one would be taken for the continuation of the new page.
  const second = pageName(file, 2);
  if (existsSync(second))
    throw new CommandError(
      `${second} exists, as if the export went on there. Name another file: --output FILE`,
    );
  const lines = reports[Symbol.asyncIterator]();
  let line = await lines.next();
  let number = 0;
  const isLast = (): boolean => line.done === true;
  try {
    do {
      number++;
      await writeNewFile(pageName(file, number), onePage(number));
    } while (!isLast());
  } finally {
    // After an error, nothing is read any more.
    await lines.return?.();
  }

  async function* onePage(current: number): AsyncGenerator<string> {
    yield page.head;
    let bytes = Buffer.byteLength(page.head) + Buffer.byteLength(page.tail(partOf(current, false)));
    let isEmpty = true;
    // A page has one report at least, however long.
    while (!line.done && (isEmpty || bytes + Buffer.byteLength(line.value) <= longest)) {
      isEmpty = false;
      bytes += Buffer.byteLength(line.value);
      yield line.value;
      line = await lines.next();
    }
    yield page.tail(partOf(current, isLast()));
  }

  function partOf(current: number, isEnd: boolean): { number: number; next?: string } {
    return { number: current, ...(!isEnd && { next: basename(pageName(file, current + 1)) }) };
  }
}

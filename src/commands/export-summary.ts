// What an export says of itself once it is over.
import type { ExportReason, ExportSummary } from '../receiver/export/format.ts';

const REASONS: Readonly<Record<ExportReason, string>> = {
  sealed: 'sealed, and no private key was given (--key FILE)',
  shape: 'not an envelope',
  header: 'sealed in another way than this version opens',
  decryption: 'sealed for another key than those given, or changed on the way',
  content: 'no report in the envelope',
  identity: 'another report than the envelope says',
  unknown: 'not a report that this version knows',
  category: 'the institution does not take this category',
  kind: 'the institution does not take this kind of content',
  no_minor: 'nothing says that a minor is concerned',
  no_images: 'nothing says that there are pictures',
  no_address: 'no address',
};

/** Lines for the operator: what was written, what was not and why, where the next export goes on. */
export const describeExport = ({ written, unread, leftOut, lastSequence }: ExportSummary): string =>
  [
    `${written} ${written === 1 ? 'report' : 'reports'} written`,
    ...linesOf(unread, 'of them without content'),
    ...linesOf(leftOut, 'left out'),
    `The next export goes on with --after ${lastSequence}`,
    '',
  ].join('\n');

const linesOf = (counts: ReadonlyMap<ExportReason, number>, what: string): string[] =>
  [...counts].map(([reason, number]) => `${number} ${what}: ${REASONS[reason]}`);

// Which reports the reader wants to see.
import type { Group } from './grouping.ts';
import type { ShownReport } from './types.ts';

/** What is asked for; an empty text asks for nothing. */
export interface Filter {
  /** A part of a reference or of an address, armed or not. */
  readonly text: string;
  /** A category in words. */
  readonly category: string;
  readonly priority: ShownReport['priority'] | '';
  readonly isUnmarkedOnly: boolean;
}

/** A text as it is compared: without case, scheme, hyphens and the brackets that disarm an address. */
const comparable = (text: string): string =>
  text
    .toLowerCase()
    .replace(/h(?:tt|xx)ps?:\/\//g, '')
    .replace(/\[([.:])\]/g, '$1')
    .replaceAll('-', '');

const searched = new WeakMap<ShownReport, string>();

/** What a search looks at: the reference, and every address. */
function searchedIn(report: ShownReport): string {
  const known = searched.get(report);
  if (known !== undefined) return known;
  const addresses = report.places.flatMap(({ fields }) => fields.filter(({ kind }) => kind === 'address'));
  const text = comparable(
    [report.reference, report.where, ...addresses.map(({ text: address }) => address)].join('\n'),
  );
  searched.set(report, text);
  return text;
}

/** The groups in which a report is all that is asked for. */
export function matching(
  groups: readonly Group[],
  { text, category, priority, isUnmarkedOnly }: Filter,
  isMarked: (reference: string) => boolean,
): Group[] {
  const wanted = comparable(text.trim());
  return groups.filter(({ reports }) =>
    reports.some(
      (report) =>
        (category === '' || report.category === category) &&
        (priority === '' || report.priority === priority) &&
        (!isUnmarkedOnly || !isMarked(report.reference)) &&
        (wanted === '' || searchedIn(report).includes(wanted)),
    ),
  );
}

// The reader's marks, kept in memory alone, and the file of decisions that is made of them.
import type { PageWords } from './types.ts';

/** A decision about a report. */
export interface Mark {
  /** An action of the file of decisions. */
  readonly action: string;
  /** Day of the decision, `2026-11-24`. */
  readonly date: string;
  /** Provider that was notified. */
  readonly provider?: string;
}

/** Marks by the reference of the report. */
export interface Marks {
  get(reference: string): Mark | undefined;
  /** @param mark undefined takes the mark away */
  set(reference: string, mark: Mark | undefined): void;
  readonly size: number;
  /** How many marks changed since they were last saved. */
  readonly unsaved: number;
  /** All of them, which count as saved now. */
  save(): ReadonlyMap<string, Mark>;
}

/** Creates an empty set of marks. */
export function createMarks(): Marks {
  const marks = new Map<string, Mark>();
  const changed = new Set<string>();
  return {
    get: (reference) => marks.get(reference),
    set(reference, mark) {
      if (mark) marks.set(reference, mark);
      else if (!marks.delete(reference)) return;
      changed.add(reference);
    },
    get size() {
      return marks.size;
    },
    get unsaved() {
      return changed.size;
    },
    save() {
      changed.clear();
      return new Map(marks);
    },
  };
}

/** A cell in quotation marks. An apostrophe stands before what a spreadsheet would calculate; the receiver takes it off. */
const cell = (text: string): string => `"${text.replace(/^(?=\s*[=+\-@'])/, "'").replaceAll('"', '""')}"`;

/** The file of decisions: CSV in UTF-8, with a byte order mark for spreadsheets, one row a report. */
export function decisionsFile(
  marks: ReadonlyMap<string, Mark>,
  { columns, actions }: Pick<PageWords, 'columns' | 'actions'>,
): string {
  const rows = Array.from(marks, ([reference, { action, date, provider = '' }]) =>
    [reference, provider, date, actions[action]?.word ?? action, '', ''].map(cell).join(','),
  );
  return `\uFEFF${[columns, ...rows].join('\r\n')}\r\n`;
}

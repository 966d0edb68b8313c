// The file in which a hotline notes what became of reports: one row for each notice or other outcome.
import { CATEGORIES, type CategoryId } from '../../core/report/categories.ts';
import { nearest } from '../../core/nearest.ts';
import { fromSpreadsheetText } from '../export/spreadsheet-text.ts';
import { readTable, type TableRecord } from './table-text.ts';

/** A provider's answer to a notice; `unknown` if the file does not say. */
export const NOTICE_ACTIONS = ['removed', 'restricted', 'refused', 'no_answer', 'unknown'] as const;

/** Outcomes of a report without a notice to a provider. */
export const OTHER_OUTCOMES = ['police', 'not_illegal', 'duplicate'] as const;

/** What a hotline tells reporters besides: it is being read, is not online any more, is for others, or has no useful link. */
const TOLD_ACTIONS = ['reading', 'gone', 'not_ours', 'link'] as const;

export type NoticeAction = (typeof NOTICE_ACTIONS)[number];
export type OtherOutcome = (typeof OTHER_OUTCOMES)[number];

type ToldAction = (typeof TOLD_ACTIONS)[number];

/** One row of the file. Days are `2026-11-24`, as the hotline counts them. */
export interface StatedDecision {
  /** Line of the file, for messages. */
  readonly line: number;
  /** Number of the report. */
  readonly reference: string;
  readonly action: NoticeAction | OtherOutcome | ToldAction;
  /** Provider of hosting services that was notified. */
  readonly provider?: string;
  /** Day of the notice or of the other outcome. */
  readonly date?: string;
  /** Day on which the provider acted or refused. */
  readonly answered?: string;
  /** The hotline's own category of the content, if it is not the reporter's. */
  readonly category?: CategoryId;
}

/** A row that counts in figures. */
export interface Decision extends StatedDecision {
  readonly action: NoticeAction | OtherOutcome;
}

/** The file cannot be used as it stands; the message names the line and what to write instead. */
export class DecisionsError extends Error {
  override readonly name = 'DecisionsError';
}

/** Whether a decision is a notice to a provider. */
export const isNotice = (decision: Decision): decision is Decision & { readonly action: NoticeAction } =>
  (NOTICE_ACTIONS as readonly string[]).includes(decision.action);

/**
 * Reads the rows that count in figures.
 * @throws {DecisionsError} as `readStatedDecisions`
 */
export const readDecisions = (text: string): readonly Decision[] =>
  readStatedDecisions(text).filter((row): row is Decision => !isToldAlone(row.action));

/**
 * Reads the file: CSV with a first row of names, in English or French, in any order.
 * @param text the file's text, UTF-8
 * @throws {DecisionsError} for the first row that cannot be counted for certain
 */
export function readStatedDecisions(text: string): readonly StatedDecision[] {
  const [head, ...records] = recordsOf(text);
  const columns = columnsOf(head);
  const spellings = new Map<string, string>();
  return records.map((record) => decisionOf(record, columns, spellings));
}

/** Whether an action is for the reporter alone. */
const isToldAlone = (action: StatedDecision['action']): boolean =>
  (TOLD_ACTIONS as readonly string[]).includes(action);

function recordsOf(text: string): TableRecord[] {
  try {
    return readTable(text, (cell) => COLUMNS.has(wordOf(cell)));
  } catch (error) {
    throw error instanceof SyntaxError ? new DecisionsError(error.message) : error;
  }
}

type Column = 'reference' | 'provider' | 'date' | 'action' | 'answered' | 'category';

const COLUMNS: ReadonlyMap<string, Column> = new Map<string, Column>([
  ['reference', 'reference'],
  ['référence', 'reference'],
  ['provider', 'provider'],
  ['fournisseur', 'provider'],
  ['hébergeur', 'provider'],
  ['date', 'date'],
  ['action', 'action'],
  ['suite', 'action'],
  ['answered', 'answered'],
  ['réponse', 'answered'],
  ['category', 'category'],
  ['catégorie', 'category'],
]);

const REQUIRED: readonly Column[] = ['reference', 'provider', 'date', 'action'];

function columnsOf(head: TableRecord | undefined): readonly (Column | undefined)[] {
  const columns = (head?.cells ?? []).map((cell) => COLUMNS.get(wordOf(cell)));
  const lacking = REQUIRED.filter((name) => !columns.includes(name));
  if (lacking.length > 0) {
    throw new DecisionsError(
      `The first line must name the columns reference,provider,date,action. Missing: ${lacking.join(', ')}.`,
    );
  }
  const double = columns.find((name, index) => name !== undefined && columns.indexOf(name) !== index);
  if (double) throw new DecisionsError(`The first line names the column « ${double} » twice.`);
  return columns;
}

const ACTIONS: ReadonlyMap<string, StatedDecision['action']> = new Map<string, StatedDecision['action']>([
  ['removed', 'removed'],
  ['retiré', 'removed'],
  ['restricted', 'restricted'],
  ['restreint', 'restricted'],
  ['refused', 'refused'],
  ['refusé', 'refused'],
  ['no answer', 'no_answer'],
  ['sans réponse', 'no_answer'],
  ['unknown', 'unknown'],
  ['inconnu', 'unknown'],
  ['not illegal', 'not_illegal'],
  ['non illégal', 'not_illegal'],
  ['police', 'police'],
  ['passed to the police', 'police'],
  ['transmis à la police', 'police'],
  ['duplicate', 'duplicate'],
  ['doublon', 'duplicate'],
  ['reading', 'reading'],
  ['en lecture', 'reading'],
  ['gone', 'gone'],
  ['disparu', 'gone'],
  ['plus en ligne', 'gone'],
  ['not ours', 'not_ours'],
  ['pas pour nous', 'not_ours'],
  ['link?', 'link'],
  ['link ?', 'link'],
  ['lien?', 'link'],
  ['lien ?', 'link'],
]);

/** Answers to a notice: they have a day. */
const ANSWERS: ReadonlySet<StatedDecision['action']> = new Set(['removed', 'restricted', 'refused']);

function decisionOf(
  { line, cells }: TableRecord,
  columns: readonly (Column | undefined)[],
  spellings: Map<string, string>,
): StatedDecision {
  const cellOf = (name: Column): string => fromSpreadsheetText(cells[columns.indexOf(name)] ?? '').trim();
  const reference = cellOf('reference').toUpperCase();
  if (!reference) throw new DecisionsError(`Line ${line}: the reference is missing.`);
  const action = actionOf(cellOf('action'), line);
  // A row that is not counted decides on no spelling.
  const known = isToldAlone(action) ? new Map(spellings) : spellings;
  const provider = providerOf(cellOf('provider'), line, known);
  if (action === 'unknown' && provider === undefined) {
    throw new DecisionsError(
      `Line ${line}: neither a provider nor an action. Remove the line while nothing is decided.`,
    );
  }
  const date = dayOf(cellOf('date'), 'date', line);
  const answered = dayOf(cellOf('answered'), 'answered', line);
  if (answered !== undefined && !ANSWERS.has(action)) {
    throw new DecisionsError(
      `Line ${line}: answered on a day, but the action is not removed, restricted or refused.`,
    );
  }
  if (answered !== undefined && date !== undefined && answered < date)
    throw new DecisionsError(`Line ${line}: answered before the date of the notice.`);
  const category = categoryOf(cellOf('category'), line);
  return {
    line,
    reference,
    action,
    ...(provider !== undefined && { provider }),
    ...(date !== undefined && { date }),
    ...(answered !== undefined && { answered }),
    ...(category !== undefined && { category }),
  };
}

/** A word as it is compared: spaces, underscores and hyphens are the same, and so are capitals. */
const wordOf = (cell: string): string =>
  cell
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();

function actionOf(cell: string, line: number): StatedDecision['action'] {
  if (cell === '') return 'unknown';
  const word = wordOf(cell);
  const action = ACTIONS.get(word);
  if (action) return action;
  const meant = nearest(word, [...ACTIONS.keys()]);
  throw new DecisionsError(
    `Line ${line}: « ${cell} » is no action.${meant ? ` Did you mean ${meant}?` : ''} ` +
      'There are: removed, restricted, refused, no answer, not illegal, passed to the police, duplicate; ' +
      'and, for reporters alone: reading, gone, not ours, link?',
  );
}

/** Longest name of a provider, in UTF-16 units: a longer one is a text. */
const LONGEST_NAME = 80;

/** Signs that a text is no company's name: an address of a page, of a mailbox or of a machine. */
export const NO_PROVIDER = /[/\\@]|^\d{1,3}(?:\.\d{1,3}){3}$|^[\da-f:]*:[\da-f:]+$/i;

/** One spelling a provider: the first that the file has. The figures are published, so the name must be no address. */
function providerOf(cell: string, line: number, spellings: Map<string, string>): string | undefined {
  const name = cell.normalize('NFC').replace(/\s+/g, ' ');
  if (name === '' || ACTIONS.get(wordOf(name)) === 'unknown') return undefined;
  if (NO_PROVIDER.test(name) || name.length > LONGEST_NAME) {
    throw new DecisionsError(
      `Line ${line}: the provider must be the name of a company, such as « Example Hosting », not an address or a text.`,
    );
  }
  const key = name.toLowerCase();
  if (!spellings.has(key)) spellings.set(key, name);
  return spellings.get(key);
}

function dayOf(cell: string, column: Column, line: number): string | undefined {
  if (cell === '') return undefined;
  const date = new Date(/^\d{4}-\d\d-\d\d$/.test(cell) ? cell : Number.NaN);
  // `Date` takes the 30th of February for the 2nd of March.
  if (!Number.isNaN(date.getTime()) && date.toISOString().startsWith(cell)) return cell;
  throw new DecisionsError(`Line ${line}: write ${column} as 2026-11-24, not « ${cell} ».`);
}

function categoryOf(cell: string, line: number): CategoryId | undefined {
  if (cell === '') return undefined;
  const ids = CATEGORIES.map(({ id }) => id);
  const found = ids.find((id) => wordOf(id) === wordOf(cell));
  if (found) return found;
  const meant = nearest(cell, ids);
  throw new DecisionsError(
    `Line ${line}: « ${cell} » is no category.${meant ? ` Did you mean ${meant}?` : ` There are: ${ids.join(', ')}.`}`,
  );
}

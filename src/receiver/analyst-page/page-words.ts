// The words of the analyst's page, as each language has them, and the actions of the file of decisions.
import type { StatedDecision } from '../figures/decisions.ts';
import type { PageWords } from './script/types.ts';

/** Languages of the page. */
export type PageLocale = 'fr' | 'en';

/** The actions in the order of the menu: the first nine have a digit. What an analyst decides first comes first. */
export const ACTION_ORDER = [
  'police',
  'not_illegal',
  'not_ours',
  'duplicate',
  'gone',
  'link',
  'reading',
  'unknown',
  'removed',
  'restricted',
  'refused',
  'no_answer',
] as const satisfies readonly StatedDecision['action'][];

/** The words of one language: those of the script, and those of the page around it. */
export interface AnalystWords {
  readonly script: Omit<PageWords, 'actions' | 'states' | 'noProvider'>;
  /** Name of an action in the file, and on the page where it is another. */
  readonly decisions: Readonly<
    Record<StatedDecision['action'], { readonly word: string; readonly label: string }>
  >;
  /** A hotline without a name, at the end of a sentence. */
  readonly us: string;
  readonly title: string;
  readonly noScript: string;
  readonly toolbar: string;
  readonly filters: string;
  readonly search: string;
  readonly categoryFilter: string;
  readonly priorityFilter: string;
  readonly normal: string;
  readonly unreadFilter: string;
  readonly unmarkedOnly: string;
  readonly previous: string;
  readonly next: string;
  readonly save: string;
  readonly help: string;
  readonly close: string;
  readonly markTitle: string;
  readonly provider: string;
  readonly providerHint: string;
  readonly day: string;
  readonly unmark: string;
  readonly helpTitle: string;
  readonly keys: readonly (readonly [key: string, meaning: string])[];
  readonly keysOn: string;
  readonly helpNotes: readonly string[];
}

// A report being written, as plain data: the answers, the steps, what is wrong with an answer, what is worth saying of it.

import type { AddressWarning } from '../address/warnings.ts';
import type { CategoryId } from '../report/categories.ts';
import type { PlaceId } from '../report/places.ts';
import type { Report } from '../report/report.ts';

/**
 * The steps, in order: what was seen, where it is, what one wants to add, and a last look before sending.
 * `page` stands for the first three at once, for those who report often.
 */
export type StepId = 'what' | 'where' | 'details' | 'page' | 'check';

/** Parts of the details step that a hotline can leave out. */
export type DetailsField = 'questions' | 'role' | 'details' | 'reply';

/** In what capacity the reporter writes; `none` is « Je préfère ne pas répondre ». The last two: on one page only. */
export type Role = 'witness' | 'target' | 'other' | 'none' | 'child_protection' | 'professional';

/** Answer to a question of the details step: one choice or a text, or several choices. */
export type QuestionAnswer = string | readonly string[];

/** Everything the reporter has answered so far, as it was typed. Lives in memory only. */
export interface Answers {
  readonly category?: CategoryId;
  /** On the page that carries the form, somewhere else, or nowhere that has an address. */
  readonly where?: 'here' | 'elsewhere' | 'none';
  /**
   * The page that « Sur cette page » stood for when it was chosen, as it named itself (named-page.ts): what the page
   * says of itself afterwards does not change it. Shown and sent without what would tell who looked at it.
   */
  readonly page?: string;
  /** Addresses as typed, one a field; a field may hold several, which are split. */
  readonly addresses: readonly string[];
  /** Texts about which something was remarked: it is said once, and never keeps a step from being left again. */
  readonly remarked: readonly string[];
  /** Whose user name and password stood in an address: published with it, or the reporter's own. */
  readonly credentials?: 'published' | 'own';
  /** Site, application or game; asked for a place without an address and for a name typed in place of one. */
  readonly service: string;
  /** Kind of place, where there is no address. */
  readonly placeKind?: PlaceId;
  /** What finds the content in such a place, as typed, by type of identifier. */
  readonly identifiers: Readonly<Record<string, string>>;
  /** In words, where there is no address. */
  readonly place: string;
  /** Whether an account is needed to see the content. */
  readonly login: boolean;
  readonly role?: Role;
  /** Answers to the questions of the category and to those of every category, by question (questions.ts). */
  readonly questions: Readonly<Record<string, QuestionAnswer>>;
  readonly details: string;
  readonly reply?: 'no' | 'yes';
  readonly email: string;
}

/** What the page decides about a draft. */
export interface DraftSettings {
  /** Address of the page that carries the form. */
  readonly location: string;
  /** The address that this page calls its own, where it does. */
  readonly canonical?: string | undefined;
  /** Address that « Sur cette page » stands for, where the page says so; otherwise it is found from the two above. */
  readonly pageUrl?: string | undefined;
  /** Whether « Sur cette page » is offered, or is already the answer, or is not. */
  readonly pageContext: 'ask' | 'here' | 'elsewhere';
  /** Parts of the details step; with none of them the step falls away. */
  readonly fields: readonly DetailsField[];
  /** One question a screen, as where it is absent, or the first three steps on one page. */
  readonly flow?: 'steps' | 'page';
}

/** A report being written. */
export interface Draft {
  readonly settings: DraftSettings;
  readonly answers: Answers;
  readonly step: StepId;
  /** Whether « Continuer » leads back to the check step, because « Modifier » led here. */
  readonly isRevising: boolean;
  /** The answers as the page filled them in: the very same object as `answers` until somebody answers. */
  readonly filledIn: Answers;
  /** Whether the page, not the reporter, gave an address or a category. */
  readonly isPrefilled: boolean;
  /** The page that « Sur cette page » was answered on, where the form has since moved to another one: still offered. */
  readonly earlierPage?: string | undefined;
}

/** Answers that the page gives in advance; the reporter sees them and can change them. */
export interface Prefill {
  readonly category?: CategoryId;
  readonly url?: string;
}

/** Addresses that one report takes. */
export const MAX_ADDRESSES = 10;

/** One answer that keeps a step from being left. Sentences for the codes stand in the locale files, as `err.<code>`. */
export interface FieldError {
  /** Name of the field: a key of the answers, `addresses.<index>` or `questions.<id>`. */
  readonly field: string;
  readonly code:
    | 'category'
    | 'where'
    | 'place'
    | 'url.empty'
    | 'url.data'
    | 'url.local'
    | 'url.long'
    | 'url.many'
    | 'details.long'
    | 'questions.long'
    | 'accounts.many'
    | 'email.empty'
    | 'email.format';
}

/** Something worth saying about an answer. Sentences for the codes stand in the locale files, as `remark.<code>`. */
export interface Remark {
  /** Name of the field: a key of the answers, `addresses.<index>` or `identifiers.<type>`. */
  readonly field: string;
  readonly code: AddressWarning | 'service' | 'identity' | 'format' | 'email';
  /** The text that it is about. */
  readonly text: string;
}

/** A location of the report, before it has its number. */
export type FoundLocation = Omit<Report['locations'][number], 'id'>;

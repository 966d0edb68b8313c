// A report being written, as plain data: its answers, steps, errors and remarks.

import type { Service } from '../address/named-services.ts';
import type { AddressWarning } from '../address/warnings.ts';
import type { CategoryId } from '../report/categories.ts';
import type { PlaceId } from '../report/places.ts';
import type { Report } from '../report/report.ts';
import type { QuestionAnswers } from './questions.ts';

/**
 * The steps: the kind of content, its place, and a review before sending. `details` is optional: it opens from the
 * review, and leads back to it. `page` shows all but the review at once, for people who report often.
 */
export type StepId = 'what' | 'where' | 'details' | 'page' | 'check';

/** Questions that a hotline can leave out: those of the category, the role, free text, an answer by e-mail. */
export type DetailsField = 'questions' | 'role' | 'details' | 'reply';

/** The reporter's role; `none` is « Je préfère ne pas répondre ». Only the one-page form offers the last two. */
export type Role = 'witness' | 'target' | 'other' | 'none' | 'child_protection' | 'professional';

/** The owner of a password or a session in an address: published with the content, or the reporter's own. */
export type Whose = 'published' | 'own';

/**
 * Everything the reporter has answered so far, as it was typed. It is kept in memory only. Every member is there, also
 * without an answer: one that is missing would be read from `Object.prototype`, which the page may have spoilt.
 */
export interface Answers {
  readonly category: CategoryId | undefined;
  /** On the page that carries the form, somewhere else, or nowhere that has an address. */
  readonly where: 'here' | 'elsewhere' | 'none' | undefined;
  /**
   * The page that « Sur cette page » stood for when it was chosen, as it named itself (named-page.ts). Later changes to
   * the page do not change this address. It is shown and sent without what would identify the visitor.
   */
  readonly page: string | undefined;
  /** Addresses as typed, one per field, or one a line of a field. Each may hold several, which are split. */
  readonly addresses: readonly string[];
  /** Texts that already had a remark. A remark appears once, and never holds back a step again. */
  readonly remarked: readonly string[];
  /** The owner of a user name and password in an address: published with it, or the reporter's own. */
  readonly credentials: Whose | undefined;
  /** The owner of a session in an address. */
  readonly session: Whose | undefined;
  /** Site, application or game; asked for a place without an address and for a name typed in place of one. */
  readonly service: string;
  /** Kind of place, where there is no address and the service is not known. */
  readonly placeKind: PlaceId | undefined;
  /** Identifiers of content without an address, as typed, by type. */
  readonly identifiers: Readonly<Record<string, string>>;
  /** Description of the place, if there is no address. */
  readonly place: string;
  /** Whether an account is needed to see the content. */
  readonly login: boolean;
  readonly role: Role | undefined;
  /** Answers to the questions of the category and to those of every category, by question (questions.ts). */
  readonly questions: QuestionAnswers;
  readonly details: string;
  readonly reply: 'no' | 'yes' | undefined;
  readonly email: string;
}

/** The page's settings of a draft. */
export interface DraftSettings {
  /** Address of the page that carries the form. */
  readonly location: string;
  /** The canonical address that the page names, if any. */
  readonly canonical?: string | undefined;
  /** Address that « Sur cette page » stands for, if the page sets it; by default from `canonical` and `location`. */
  readonly pageUrl?: string | undefined;
  /** Whether « Sur cette page » is offered last, is first and already the answer, or is not offered. */
  readonly pageContext: 'ask' | 'here' | 'elsewhere';
  /** The optional questions. Without any, the review offers no details. */
  readonly fields: readonly DetailsField[];
  /** Three steps, which is the default, or everything before the review on one page. */
  readonly flow?: 'steps' | 'page';
  /** How many reports the draft may make: one, until the part for several has loaded. */
  readonly reports?: number;
  /** Recognises the name of a service, once that part has loaded. Without it, each kind of place is asked. */
  readonly serviceNamed?: ((text: string) => Service | undefined) | undefined;
}

/** A report being written. */
export interface Draft {
  readonly settings: DraftSettings;
  readonly answers: Answers;
  readonly step: StepId;
  /** The answers as the review showed them, while one is changed: « Continuer » then leads back to the review. */
  readonly reviewed: Answers | undefined;
  /**
   * The answers that the reporter has not given: the page or the form filled them in. At first the same object as
   * `answers`; without any answer once the reporter has sent them.
   */
  readonly filledIn: Answers;
  /** Whether the page, not the reporter, gave an address or a category. */
  readonly isPrefilled: boolean;
  /** The page on which « Sur cette page » was answered, if the form has since moved. The form still offers it. */
  readonly earlierPage: string | undefined;
}

/** Answers that the page gives in advance; the reporter sees them and can change them. */
export interface Prefill {
  readonly category?: CategoryId;
  readonly url?: string;
  /** In the one-page form: the role of the last report. */
  readonly role?: Role | undefined;
  /** Whether the victim's door gives the first answers (threatened.ts). */
  readonly isThreatened?: boolean;
}

/** An error that prevents a step from being left. The locale files have the sentences, as `err.<code>`. */
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
    | 'too-large'
    | 'questions.long'
    | 'accounts.many'
    | 'email.empty'
    | 'email.format';
  /** The number that the sentence names, if it names one. */
  readonly n?: number;
}

/** A remark about an answer. The locale files have the sentences, as `remark.<code>`. */
export interface Remark {
  /** Name of the field: a key of the answers, `addresses.<index>` or `identifiers.<type>`. */
  readonly field: string;
  readonly code: AddressWarning | 'service' | 'identity' | 'format' | 'email' | 'nowhere';
  /** The text that the remark is about; empty if it is about what is missing. */
  readonly text: string;
}

/** A location of the report, before it has its id. */
export type FoundLocation = Omit<Report['locations'][number], 'id'>;

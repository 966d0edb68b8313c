// The screens of a form, the screens that may follow each, and the one place where the screen changes.

import type { Answers, Role } from '../../core/draft/types.ts';
import type { CategoryId } from '../../core/report/categories.ts';
import type { Receipt } from '../../core/report/protocol.ts';
import type { MessageKey } from '../../words/messages.ts';

/** The step of the draft, or all steps on one page. */
export interface StepScreen {
  readonly kind: 'step';
}

/** A report that has left. */
export interface SentScreen {
  readonly kind: 'sent';
  /** Undefined if the answers were forgotten before the outcome was known. */
  readonly confirmed: Confirmed | undefined;
}

/** The question what became of an earlier report, and its answer (`follow-up`). */
export interface FollowUpScreen {
  readonly kind: 'follow-up';
}

/** A question before the follow-up code is lost. */
export interface CodeScreen {
  readonly kind: 'code';
  /** The view with the code. */
  readonly behind: SentScreen;
  /** Name of the way that forgets the code, as a string. */
  readonly label: MessageKey;
  readonly way: () => void;
}

export type Screen =
  | StepScreen
  | SentScreen
  | FollowUpScreen
  /** A question before answers are lost. */
  | { readonly kind: 'discard' }
  | CodeScreen
  /** A word before an idle form is cleared; « Continuer » goes back to the screen behind it. */
  | { readonly kind: 'warning'; readonly behind: StepScreen | SentScreen | FollowUpScreen }
  /** In the hotline's frame: in place of a step whose field has lost the keyboard to the page. */
  | { readonly kind: 'interrupted' }
  /** Everything is forgotten: the reporter was away, or a report is still on its way. */
  | { readonly kind: 'cleared'; readonly wasSent: boolean };

/** One report that is confirmed. */
export interface Arrived {
  readonly receipt: Receipt;
  /** The follow-up code as it is written down, which the screen shows once; undefined if the report has none. */
  readonly code: string | undefined;
  /** How many links it has. */
  readonly links: number;
}

/** Reports of the same form that did not arrive, and of which nothing is left on the device. */
export interface Missing {
  /** How many may have arrived. */
  readonly unconfirmed: number;
  /** How many have not left. */
  readonly unsent: number;
}

/** The facts about confirmed reports: one, unless there were more links. Nothing else is kept, but in the one-page form. */
export interface Confirmed {
  readonly reports: readonly [Arrived, ...Arrived[]];
  /** Undefined if all have arrived. */
  readonly missing: Missing | undefined;
  /** The reporter's e-mail address, which the screen shows once. */
  readonly replyTo: string | undefined;
  readonly context: SentContext;
  /** In the one-page form alone. */
  readonly repeat: Repeat | undefined;
}

/** The part of a report that frequent reporters may use again, or keep a copy of. */
export interface Repeat {
  readonly answers: Partial<Answers>;
  /** The role that later reports begin with too, until the page goes. */
  readonly lastingRole: Role | undefined;
  /** The category, the links and the reference of their own file, in words. */
  readonly text: string;
  /** Whether the receipt has this text. */
  isTextWanted: boolean;
}

/** Data that selects the help after a report: the only answers kept, and only until the screen is left. */
export interface SentContext {
  readonly category: CategoryId;
  readonly role?: Role | undefined;
  /** The valid answers (`givenAnswers`). */
  readonly questions: Answers['questions'];
}

export const STEP: StepScreen = { kind: 'step' };

/** The report that is confirmed, on its own screen or behind a question. */
export function confirmedIn(screen: Screen): Confirmed | undefined {
  const shown = behind(screen);
  return shown.kind === 'sent' ? shown.confirmed : undefined;
}

/** The screen, or the one behind the warning or the question about the code. */
export const behind = (screen: Screen): Exclude<Screen, { kind: 'warning' | 'code' }> =>
  screen.kind === 'warning' || screen.kind === 'code' ? screen.behind : screen;

/**
 * The screens that a question or a warning may follow. The steps, the outcome of a report and the cleared form may follow
 * every screen: answers are forgotten, and outcomes told, whatever is shown.
 */
const AFTER: Readonly<Partial<Record<Screen['kind'], readonly Screen['kind'][]>>> = {
  discard: ['step'],
  interrupted: ['step'],
  code: ['sent'],
  warning: ['step', 'discard', 'interrupted', 'sent', 'follow-up', 'code'],
};

/** The screen of one form. */
export class ScreenState {
  shown: Screen = STEP;

  /** Changes the screen. @returns false if it may not follow the one that is shown: then nothing changes */
  go(next: Screen): boolean {
    if (AFTER[next.kind]?.includes(this.shown.kind) === false) return false;
    this.shown = next;
    return true;
  }
}

// The form as its views see it: the members that they read and call. Types alone, because the form imports the views.

import type { nothing, TemplateResult } from 'lit';
import type { OpenOptions, Widget } from '../shared/widget.ts';
import type { HelpResource } from '../../core/help/lines.ts';
import type { Hours } from '../../core/help/opening-hours.ts';
import type { Answers, Draft, StepId } from '../../core/draft/types.ts';
import type { LocalizeController } from '../../words/localize-controller.ts';
import type { MessageKey } from '../../words/messages.ts';
import type { LiveText } from './live-text.ts';
import type { Failure, Prepared, Sending } from './sending.ts';
import type { FormSettings } from './settings.ts';
import type { Confirmed, Repeat, Screen } from './screen.ts';
import type { ShownError, ShownRemark } from './shown.ts';

/** One view: its title, its body and its footer. */
export interface View {
  readonly title: string;
  /** Name of the element that says in a sentence what the view is for. A dialog that opens is described by it. */
  readonly about?: string;
  readonly body: TemplateResult;
  readonly footer: TemplateResult | typeof nothing;
}

/** Changes for the next rendering: errors and remarks (none if absent), messages and their place, focus. */
export interface Change {
  errors?: readonly ShownError[];
  remarks?: readonly ShownRemark[];
  /** Selector of the element that takes focus. If nothing has focus, the heading takes it. */
  focus?: string;
  /** Message for the polite live region. */
  status?: MessageKey;
  /** Message for the assertive live region. */
  alert?: MessageKey;
  /** Place on screen that also shows the sentence. */
  saidAt?: string;
}

/** The views that few people open. */
export interface ExtraViews {
  readonly waysList: (form: FormView, aim: 'remove' | 'complain') => TemplateResult;
  readonly exactReport: (form: Texts, prepared: Prepared) => TemplateResult;
  readonly receiptButtons: (form: FormView, confirmed: Confirmed, date: string) => TemplateResult;
  readonly otherDoors: (form: Texts & HoursForm, hasIntro?: boolean) => TemplateResult | typeof nothing;
  readonly linkSteps: (form: Texts) => TemplateResult;
}

/** What a form for practice says and shows. */
export interface PracticeViews {
  readonly band: (form: Texts) => TemplateResult;
  readonly wordInPractice: (key: MessageKey) => MessageKey;
}

/** A follow-up code, as it is written down, and its hash. */
export interface Coded {
  readonly code: string;
  readonly hash: string;
}

/** What only a form with `follow-up` has. */
export interface FollowUpViews {
  /** Of the next reports; none while they are being made, and for a report that answers a question. */
  readonly next: readonly Coded[];
  /** Resolves once the first is made. */
  readonly made: Promise<void> | undefined;
  /** Makes the codes of so many reports, unless they answer a question. */
  make(count: number): Promise<void>;
  /** Whether a code is on screen, typed or answered: there is something to forget. */
  readonly isInUse: boolean;
  /**
   * Whether the hotline has not found the content: from its question to the end of the answer. The content may be abuse, and
   * nobody goes back to it.
   */
  readonly isUnfound: boolean;
  /** Number of the report whose question was answered, once the answer is added to it. */
  readonly first: string | undefined;
  /**
   * Asks whether the code on screen is noted, once for each code.
   * @param label name of the way that forgets it, as a string
   * @returns whether the question stands now
   */
  asksFirst(label: MessageKey, way: () => void): boolean;
  /** The next reports take other codes: these have left. */
  renew(): void;
  /** Adds a confirmed report to the earlier one whose question it answers. */
  join(submissionId: string): void;
  /** Forgets the code and its answer; shows the question, if the form was opened for it. */
  startOver(): void;
  /** Shows the question for a code. */
  open(): void;
  /** « Suivre un signalement », below the first step. */
  readonly door: (form: Texts) => TemplateResult;
  /**
   * Below the number on the sent view: the code, or what became of an addition. Several codes stand in the list of the
   * reports; then only what to do with them.
   */
  readonly card: (form: FormView, codes: readonly string[]) => TemplateResult | typeof nothing;
  /** The sentence that tells where to ask, for receipts. */
  readonly where: (form: Texts) => string;
}

/** What only a form with more links, or more accounts, than one report has. Views are undefined where there is one. */
export interface ManyViews {
  /** « 31 liens : 2 signalements… », in the review; undefined without the words, too. */
  readonly told: (form: Texts, prepared: Prepared) => TemplateResult | undefined;
  /** The reports that have arrived, while others have not, on views that have no other list. */
  readonly arrived: (form: FormView) => TemplateResult | undefined;
  /** What became of each report, in a failure. */
  readonly each: (form: Texts, delivery: Sending, failure: Failure) => TemplateResult | undefined;
  /** The same on the sent view, with a button that copies the numbers. */
  readonly card: (form: FormView, confirmed: Confirmed) => TemplateResult | undefined;
  /** The title of the sent view; empty for one report, and without the words. */
  readonly title: (form: Texts, confirmed: Confirmed) => string;
  /** Which links are too many, below the area that has them. */
  readonly over: (form: Texts & Answering) => TemplateResult | typeof nothing;
  /** The draft cut down to what some of its reports have. */
  readonly draftOf: (prepared: Prepared, reports: Prepared['reports']) => Draft;
}

/** What only the one-page form has (`flow="page"`). */
export interface PageFlowViews {
  /** What is kept of a report until its number leaves the screen. */
  readonly repeatOf: (draft: Draft) => Repeat | undefined;
  readonly againButton: (repeat: Repeat) => TemplateResult;
  readonly copyBox: (repeat: Repeat) => TemplateResult;
}

/** The members of the later part that the first step and the frame use. */
export interface LaterViews {
  /** By name of the step or screen, as far as they have loaded. */
  readonly views: Readonly<
    Partial<Record<Exclude<StepId, 'what'> | Exclude<Screen['kind'], 'step'>, (form: FormView) => View>>
  >;
  /** The one-page form, once it has loaded. */
  readonly pageFlow: PageFlowViews | undefined;
  /** The follow-up of reports, once it has loaded. */
  readonly followUp: FollowUpViews | undefined;
  /** What several reports need, once it has loaded. */
  readonly many: ManyViews | undefined;
  readonly extra: {
    /** The views that few people open, once they have loaded with their strings; null if they failed to load. */
    readonly views: ExtraViews | null | undefined;
    readonly load: () => Promise<void>;
  };
  /** Lines above a view: about kept answers, a layer over the hotline's frame, a dropped file, and errors. */
  readonly linesAbove: (form: FormView) => unknown;
  readonly exitNote: (form: FormView) => TemplateResult;
  /** The folds below the first step. */
  readonly folds: (form: FormView) => TemplateResult;
}

/** The members of the later part that flows set once they have loaded. */
export type Flows = {
  -readonly [Name in 'views' | 'pageFlow' | 'followUp' | 'many']: LaterViews[Name];
};

/** Texts of a form, and the messages that it announces. */
export interface Texts {
  readonly localize: LocalizeController;
  readonly settings: FormSettings;
  /** The polite live region. */
  readonly status: LiveText;
  /** The assertive live region. */
  readonly alert: LiveText;
  /** Place on screen that also shows the last message; undefined if no place shows it. */
  readonly saidAt: string | undefined;
  /** In practice alone. */
  readonly practice: PracticeViews | undefined;
  /** An identifier that is unique on the page, and drawn anew at each opening: none tells an answer. */
  id(name: string): string;
  /** Selector of a field: its control, or the first choice of its group. */
  at(field: string): string;
  text(key: MessageKey, values?: Readonly<Record<string, string | number>>): string;
  /** Announces a message in the polite live region, and shows it on screen in the place `saidAt`, if any. */
  say(key: MessageKey, values?: Readonly<Record<string, string | number>>, saidAt?: string): void;
}

/** The answers of a form, with their errors and remarks. */
export interface Answering {
  readonly draft: Draft;
  readonly errors: readonly ShownError[];
  readonly remarks: readonly ShownRemark[];
  /** Whether the answers date from before the browser closed the dialog without the reporter's consent. */
  readonly isKept: boolean;
  /** An error, as a sentence. */
  errorText(error: ShownError): string;
  /** The error of a field, as a sentence. */
  errorOf(field: string): string | undefined;
  /** Stores answers, and renders. @param revealed name of a field that they bring, which comes into view */
  answer(changes: Partial<Answers>, revealed?: string): void;
  /** Stores answers without rendering. */
  keep(changes: Partial<Answers>): void;
  /** Moves focus to a field, with its label in sight. */
  focusField(name: string): void;
}

/** The screen of a form, and the way from one to the next. */
export interface Moving {
  readonly screen: Screen;
  readonly steps: readonly StepId[];
  /** Whether « Continuer » shows that it waits for the next step. */
  readonly isWaiting: boolean;
  /** Whether the steps after the first were requested and failed to load. */
  readonly hasLoadFailed: boolean;
  /** The way through the form; it comes with the later part. */
  readonly navigation:
    | {
        keep(remark: ShownRemark): void;
        back(): void;
        revise(step: StepId, errors?: readonly ShownError[], field?: string): void;
        startAgain(): void;
      }
    | undefined;
  readonly leaving: {
    readonly askClose: () => void;
    readonly stay: () => void;
    readonly discard: () => void;
    leaveSent(label: MessageKey, way: () => void): void;
  };
  /** Renders again, with new messages and a new place for focus. */
  show(change: Change): void;
  continue(): Promise<void>;
  /** « Réessayer », after the steps that follow the first failed to load. */
  retry(): Promise<void>;
  close(): void;
}

/** The help of other countries than France. */
interface Abroad {
  /** From which age children give their e-mail address on their own there. */
  readonly consentAge: (country: string | undefined) => number;
  /** The choice of a country. */
  readonly countryField: (form: FormView) => TemplateResult;
  /**
   * The opening hours of a line on the clock of the reporter's place, and the name of that clock, if it is not the
   * line's own; undefined if the hours stay as they are.
   */
  readonly inPlace: (
    form: Pick<HoursForm, 'text' | 'localize' | 'settings'>,
    hours: Hours,
    zone: string | undefined,
  ) => readonly [hours: Hours, clock: string] | undefined;
}

/** What the words about opening hours take from a form. */
export interface HoursForm extends Pick<Texts, 'text'> {
  readonly localize: Pick<LocalizeController, 'locale'>;
  readonly settings: Pick<FormSettings, 'country'>;
  readonly help: { readonly abroad: Pick<Abroad, 'inPlace'> | null | undefined } | undefined;
}

/** The form of one widget, as its views see it. */
export interface FormView extends Texts, Answering, Moving {
  readonly host: Widget;
  /** Names of the folds that were opened. The content of the other folds is not rendered. */
  readonly unfolded: Set<string>;
  /** Everything after the first step, once it has loaded. */
  readonly later: LaterViews | undefined;
  /** The choice of a language, where the page offers several. */
  readonly languages:
    | {
        readonly render: () => unknown;
        readonly pictured: (key: MessageKey) => TemplateResult | undefined;
      }
    | undefined;
  readonly delivery: Sending | undefined;
  /** The help lines of the reporter's country; they come with the later part. */
  readonly help:
    | {
        readonly lines: readonly HelpResource[];
        /** The page's own lines, as far as they can be used; undefined if it gives none. */
        readonly own: readonly HelpResource[] | undefined;
        /** What only another country than France needs, once it has loaded; null if it failed to load. */
        readonly abroad: Abroad | null | undefined;
        readonly load: () => Promise<void>;
      }
    | undefined;
  /** The country that the reporter chose for help lines, if any. It is part of no report. */
  readonly country: string | undefined;
  /** In the hotline's frame: how often the page around it had the keyboard, and what a press of « Continuer à écrire » does. */
  readonly keyboard: { readonly times: number; readonly goOn: (event: MouseEvent) => void } | undefined;
  /** In the hotline's frame: whether something has covered the form. */
  readonly isCovered: boolean;
  readonly exit: { readonly onClick: (event: Event) => void; readonly note: MessageKey | undefined };
  readonly dialog: { readonly onCancel: (event: Event) => void; readonly onClose: (event: Event) => void };

  /** Shows the help of a country (ISO 3166-1 alpha-2), until everything is forgotten. */
  chooseCountry(code: string): void;
}

/** The form as its controllers see it, with the members that they change. */
export interface FormState extends FormView {
  draft: Draft;
  isKept: boolean;
  isCovered: boolean;
  /**
   * Changes the screen. @param change if given, renders with it; else the caller renders
   * @returns false if it may not follow the present one: then nothing changes
   */
  go(screen: Screen, change?: Change): boolean;
  /** Shows another step of the draft. */
  goTo(draft: Draft, change: Change): void;
  readonly delivery: (Sending & { failure: Failure | undefined }) | undefined;
  readonly dialog: FormView['dialog'] & { readonly isOpen: boolean };
  /** What the form was opened with. */
  readonly options: OpenOptions;
  readonly exit: FormView['exit'] & {
    note: MessageKey | undefined;
    readonly isLeaving: boolean;
    leave(): void;
  };
  readonly leaving: FormView['leaving'] & { readonly isShown: boolean; wipe(): void };
  /** The idle clock. It comes with the later part, long before the time runs out. */
  readonly idle: { extend(): void } | undefined;
  /** Applies the page's current settings. */
  settingsChanged(): void;
  /** Forgets every answer, without rendering. @param keepsRole whether the one-page form keeps that of its last report */
  startOver(keepsRole?: boolean): void;
  /** Forgets every answer, and shows the first step. */
  reset(): void;
}

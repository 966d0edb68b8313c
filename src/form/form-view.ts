// The form as its views see it: what they read of it, and what they ask of it. The form itself imports the views.

import type { nothing, TemplateResult } from 'lit';
import type { Widget } from '../button/widget.ts';
import type { HelpResource } from '../core/help/lines.ts';
import type { Answers, Draft, StepId } from '../core/draft/types.ts';
import type { LocalizeController } from '../i18n/localize-controller.ts';
import type { MessageKey } from '../i18n/messages.ts';
import type { LiveText } from './live-text.ts';
import type { Failure, Sending } from './sending.ts';
import type { FormSettings } from './settings.ts';
import type { SentContext, ShownError, ShownRemark } from './shown.ts';

/** One view: what stands in the body, and what in the footer. */
export interface View {
  readonly title: string;
  readonly body: TemplateResult;
  readonly footer: TemplateResult | typeof nothing;
}

/** What a rendering brings: errors and remarks (none where absent), what is said and where, what takes focus. */
export interface Change {
  errors?: readonly ShownError[];
  remarks?: readonly ShownRemark[];
  /** Selector of what takes focus; the heading where nothing has it. */
  focus?: string;
  /** Said politely. */
  status?: MessageKey;
  /** Said at once. */
  alert?: MessageKey;
  /** Where on screen the sentence is shown as well. */
  saidAt?: string;
}

/** What the first step and the frame use of the later part. */
export interface LaterViews {
  readonly views: Readonly<
    Record<Exclude<StepId, 'what'> | Exclude<FormView['view'], 'step'>, (form: FormView) => View>
  >;
  readonly keptLine: (form: FormView) => TemplateResult;
  readonly errorList: (form: FormView) => TemplateResult;
  readonly errorText: (form: FormView, name: string) => TemplateResult | typeof nothing;
  readonly exitFold: (form: FormView) => TemplateResult;
  readonly whyFold: (form: FormView) => TemplateResult;
  readonly doorsFold: (form: FormView) => TemplateResult | typeof nothing;
}

/** The form of one widget, as its views see it. */
export interface FormView {
  readonly host: Widget;
  readonly localize: LocalizeController;
  readonly settings: FormSettings;
  readonly draft: Draft;
  /** The step, or a question before answers are lost, or what became of a report. */
  readonly view: 'step' | 'discard' | 'warning' | 'cleared' | 'sent';
  readonly steps: readonly StepId[];
  readonly errors: readonly ShownError[];
  readonly remarks: readonly ShownRemark[];
  /** Whether the answers come from before the dialog was closed over the reporter's head. */
  readonly isKept: boolean;
  /** Whether « Continuer » has waited so long for the next step that it says so. */
  readonly isWaiting: boolean;
  /** Whether the steps after the first were asked for and did not arrive. */
  readonly hasLoadFailed: boolean;
  readonly sentContext: SentContext | undefined;
  /** Names of the folds that were opened: what stands in the others is not rendered. */
  readonly unfolded: ReadonlySet<string>;
  /** The polite live region. */
  readonly status: LiveText;
  /** The urgent one. */
  readonly alert: LiveText;
  /** Where on screen what was said last is shown as well; nowhere where it is undefined. */
  readonly saidAt: string | undefined;
  readonly later: LaterViews | undefined;
  readonly delivery: Sending | undefined;
  readonly leaving: {
    readonly askClose: () => void;
    readonly stay: () => void;
    readonly discard: () => void;
  };
  /** The idle clock; it comes with the later part, long before it strikes. */
  readonly idle:
    | {
        /** Whether what was cleared for want of a sign of life had been sent before. */ readonly wasSent: boolean;
      }
    | undefined;
  /** The help lines of the reporter's country; they come with the later part. */
  readonly help: { readonly lines: readonly HelpResource[] } | undefined;
  /** The way through the form; it comes with the later part. */
  readonly navigation:
    | {
        keep(remark: ShownRemark): void;
        back(): void;
        revise(step: StepId, errors?: readonly ShownError[], field?: string): void;
        startAgain(): void;
      }
    | undefined;
  readonly exit: { readonly onClick: (event: Event) => void };
  readonly dialog: { readonly onCancel: (event: Event) => void; readonly onClose: (event: Event) => void };

  /** An identifier that is unique on the page. */
  id(name: string): string;
  text(key: MessageKey, values?: Readonly<Record<string, string | number>>): string;
  /** What is wrong with a field, as a sentence. */
  errorOf(field: string): string | undefined;
  answer(changes: Partial<Answers>): void;
  /** The same for a long text, which renders a little later. */
  type(changes: Partial<Answers>): void;
  /** Renders again, with what is to be said and where focus is to go. */
  show(change: Change): void;
  /** Says something politely to those who do not see the screen, and shows it in one place (`said`), if any. */
  say(key: MessageKey, values: Readonly<Record<string, string | number>>, saidAt?: string): void;
  continue(): Promise<void>;
  /** « Réessayer », where the steps after the first did not arrive. */
  retry(): Promise<void>;
  close(): void;
  focusField(name: string): void;
  unfold(name: string): void;
}

/** The form as its controllers see it: with what they change. */
export interface FormState extends FormView {
  view: FormView['view'];
  isKept: boolean;
  /** Shows another step of the draft. */
  goTo(draft: Draft, change: Change): void;
  readonly delivery: (Sending & { failure: Failure | undefined }) | undefined;
  readonly dialog: FormView['dialog'] & { readonly isOpen: boolean };
  readonly exit: FormView['exit'] & { readonly isLeaving: boolean; leave(): void };
  readonly leaving: FormView['leaving'] & { readonly isShown: boolean; wipe(): void };
  readonly idle:
    | (FormView['idle'] & {
        /** What stands behind the warning. */ readonly behind: 'step' | 'sent';
        extend(): void;
      })
    | undefined;
  /** Forgets every answer, without rendering. */
  startOver(): void;
  /** Forgets every answer, and shows the first step. */
  reset(): void;
  /** Sending is over: the answers are forgotten. Without a context, nobody knows whether the report has arrived. */
  ended(context?: SentContext): void;
}

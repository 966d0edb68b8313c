// The form of one widget: the draft, which view is shown, and what happens on each tap. Rendered in the host's own root.

import type { ReactiveController, TemplateResult } from 'lit';
import {
  answer,
  createDraft,
  goBack,
  hasAnswers,
  revise,
  stepsOf,
  type Answers,
  type Draft,
  type StepId,
} from '../../core/draft.ts';
import type { CategoryId } from '../../core/categories.ts';
import { LocalizeController } from '../../i18n/localize-controller.ts';
import type { MessageKey } from '../../i18n/messages.ts';
import { CsCloseEvent, CsErrorEvent, CsOpenEvent, CsStepEvent } from '../events.ts';
import type { OpenOptions, ReportButton } from '../report-button.ts';
import type { DeliveryController } from './delivery-controller.ts';
import { DialogController } from './dialog-controller.ts';
import { adoptFormStyles } from './form.styles.ts';
import { frame } from './frame.ts';
import { QuickExitController } from './quick-exit-controller.ts';
import { readSettings, type FormSettings } from './settings.ts';

/** An error as it is shown: an answer's own fault, or `field` where the endpoint refused the answer. */
export interface ShownError {
  readonly field: string;
  readonly code: string;
}

/** What comes after the first step, as one lazy chunk. */
type LaterSteps = typeof import('./later-steps.ts');

let instances = 0;

/** The form of one widget. */
export class Form implements ReactiveController {
  readonly host: ReportButton;
  readonly localize: LocalizeController;
  readonly dialog: DialogController;
  readonly exit: QuickExitController;
  /** Resolves to this form once its first strings are there; rejects where they cannot be had. */
  readonly ready: Promise<this>;
  settings: FormSettings;
  draft: Draft;
  view: 'step' | 'discard' | 'sent' = 'step';
  errors: readonly ShownError[] = [];
  /** Whether the answers come from before the dialog was closed over the reporter's head. */
  isKept = false;
  /** Whether the later steps were asked for and did not arrive. */
  hasLoadFailed = false;
  /** Text of the polite live region. */
  status = '';
  /** Text of the urgent live region. */
  alert = '';
  later: LaterSteps | undefined;
  delivery: DeliveryController | undefined;
  /** Category of the report just sent: the one answer that outlives it, until the view is left, to choose help lines. */
  sentCategory: CategoryId | undefined;

  // Identifiers are unique on the page, because auditors check the page as a whole (RGAA 8.2).
  #prefix = `cs${(instances += 1)}`;
  #options: OpenOptions = {};
  #fetching: Promise<LaterSteps | undefined> | undefined;
  #nextFocus: string | undefined;
  #observer = new MutationObserver(() => this.#settingsChanged());

  constructor(host: ReportButton) {
    this.host = host;
    this.localize = new LocalizeController(host);
    this.dialog = new DialogController(host, this);
    this.exit = new QuickExitController(host, this);
    this.settings = readSettings(host);
    this.draft = createDraft(this.settings.draft, this.settings.prefill);
    this.ready = this.localize.load('first').then(() => this);
    adoptFormStyles(host);
    host.addController(this);
    if (host.isInline) this.#fetchLaterWhenIdle();
  }

  hostConnected(): void {
    window.addEventListener('pagehide', this.#onPagehide);
    this.exit.hostConnected();
    this.#observer.observe(this.host, { attributes: true });
  }

  hostDisconnected(): void {
    window.removeEventListener('pagehide', this.#onPagehide);
    this.exit.hostDisconnected();
    this.#observer.disconnect();
    this.dialog.release();
  }

  hostUpdated(): void {
    const selector = this.#nextFocus;
    if (!selector) return;
    this.#nextFocus = undefined;
    // What is new stands at the top: a heading, or what went wrong.
    if (!selector.startsWith('[')) this.#find('.body')?.scrollTo(0, 0);
    this.#find(selector)?.focus();
  }

  // What a tap does

  /** Opens the dialog, or brings the form in the page into view. */
  open({ url, category }: OpenOptions = {}): void {
    if (this.dialog.isOpen) return;
    this.#options = { url, category };
    this.settings = readSettings(this.host, this.#options);
    this.isKept = this.view !== 'sent' && hasAnswers(this.draft);
    if (this.isKept) this.status = this.text('draft.kept');
    else this.#startOver();
    this.show({ focus: 'h2' });
    void this.host.updateComplete.then(() => {
      if (this.host.isInline) this.#find('.panel')?.scrollIntoView({ block: 'nearest' });
      else this.dialog.show();
      this.#find('h2')?.focus();
      this.host.dispatchEvent(new CsOpenEvent());
      this.#announceStep();
    });
    this.#fetchLaterWhenIdle();
  }

  close(): void {
    this.dialog.close();
  }

  /** Forgets every answer, and shows the first step. */
  reset(): void {
    this.#startOver();
    this.show({});
  }

  answer(changes: Partial<Answers>): void {
    this.draft = answer(this.draft, changes);
    this.host.requestUpdate();
  }

  /** « Continuer »: to the next step, or to what keeps this one from being left. */
  async continue(): Promise<void> {
    const later = await this.#fetchLater();
    this.hasLoadFailed = !later;
    if (!later) return this.show({ focus: '.summary' });
    const errors = later.errorsOf(this.draft);
    if (errors.length > 0) return this.show({ errors, focus: '.summary' });
    const found = this.draft.step === 'where' ? later.splitCount(this.draft.answers) : 0;
    this.draft = later.advance(this.draft);
    this.show({ focus: 'h2' });
    if (found > 0) this.say('s2.status.split', { n: found });
    this.#announceStep();
  }

  back(): void {
    // What is being sent is what is on screen: it is not changed under way.
    if (this.delivery?.isBusy) return this.show({ status: 'send.slow' });
    this.draft = goBack(this.draft);
    this.show({ focus: 'h2' });
    this.#announceStep();
  }

  /** « Modifier »: to the step of one answer, from which « Continuer » comes back to the review. */
  revise(step: StepId, errors: readonly ShownError[] = []): void {
    this.draft = revise(this.draft, step);
    this.show({ errors, focus: errors.length > 0 ? '.summary' : 'h2' });
    this.#announceStep();
  }

  /** Asks before answers are lost; in the question itself, closing means staying. */
  askClose(): void {
    if (this.view === 'discard') this.stay();
    else if (this.delivery?.isBusy) this.show({ status: 'send.slow' });
    else if (this.view === 'sent' || !hasAnswers(this.draft)) this.close();
    else {
      this.view = 'discard';
      this.show({ focus: '[autofocus]' });
    }
  }

  /** « Continuer le signalement », in the question before closing. */
  stay(): void {
    this.view = 'step';
    this.show({ focus: 'h2' });
  }

  /** « Effacer et fermer ». */
  discard(): void {
    this.reset();
    this.close();
  }

  /** « Tout effacer », of answers kept from an earlier opening; « Faire un autre signalement ». */
  startAgain(): void {
    this.reset();
    this.show({ focus: 'h2' });
    this.#announceStep();
  }

  closed(): void {
    if (this.view === 'sent') this.reset();
    else if (this.view === 'discard') this.view = 'step';
    this.host.dispatchEvent(new CsCloseEvent());
  }

  /** The report has arrived: its answers are forgotten at once. */
  sent(category: CategoryId): void {
    this.draft = createDraft(this.settings.draft);
    this.sentCategory = category;
    this.view = 'sent';
    this.show({ focus: 'h2' });
  }

  wipe(): void {
    this.#startOver();
    // At once, on screen too: the page may be frozen before the next rendering.
    for (const field of this.host.renderRoot.querySelectorAll<HTMLInputElement>('input, textarea')) {
      if (field.type === 'radio' || field.type === 'checkbox') field.checked = false;
      else field.value = '';
    }
    this.show({});
  }

  /** Renders again, with what is to be said and where focus is to go. */
  show(change: {
    errors?: readonly ShownError[];
    focus?: string;
    status?: MessageKey;
    alert?: MessageKey;
  }): void {
    this.errors = change.errors ?? [];
    this.alert = change.alert ? this.text(change.alert) : '';
    if (change.status) this.status = this.text(change.status);
    if (change.focus) this.#nextFocus = change.focus;
    this.host.requestUpdate();
  }

  /** Says something politely to those who do not see the screen. */
  say(key: MessageKey, values: Readonly<Record<string, string | number>>): void {
    this.status = this.text(key, values);
    this.host.requestUpdate();
  }

  /** Moves focus to a field, with its label in sight. */
  focusField(name: string): void {
    const field = this.#find(`[name="${name}"]`);
    const label = field?.id ? this.#find(`label[for="${field.id}"]`) : undefined;
    (field?.closest('fieldset') ?? label ?? field)?.scrollIntoView({ block: 'nearest' });
    field?.focus({ preventScroll: true });
  }

  // What the views read

  id(name: string): string {
    return `${this.#prefix}-${name.replace(/\W/g, '-')}`;
  }

  text(key: MessageKey, values?: Readonly<Record<string, string | number>>): string {
    return this.localize.text(key, values);
  }

  /** What is wrong with a field, as a sentence. */
  errorOf(field: string): string | undefined {
    const error = this.errors.find((shown) => shown.field === field);
    return error && this.text(`err.${error.code}` as MessageKey);
  }

  get steps(): readonly StepId[] {
    return stepsOf(this.draft);
  }

  render(): TemplateResult {
    return frame(this);
  }

  // Within

  #find(selector: string): HTMLElement | null {
    const panel = this.host.renderRoot.querySelector('.panel');
    return selector === '.panel'
      ? (panel as HTMLElement | null)
      : (panel?.querySelector<HTMLElement>(selector) ?? null);
  }

  #startOver(): void {
    this.settings = readSettings(this.host, this.#options);
    this.draft = createDraft(this.settings.draft, this.settings.prefill);
    this.view = 'step';
    this.errors = [];
    this.isKept = false;
    this.hasLoadFailed = false;
    this.sentCategory = undefined;
    this.status = '';
    this.alert = '';
    // A report on its way goes on; only what it was made from is forgotten.
    if (!this.delivery?.isBusy) this.delivery = this.later && new this.later.DeliveryController(this);
  }

  #settingsChanged(): void {
    this.settings = readSettings(this.host, this.#options);
    this.draft = hasAnswers(this.draft)
      ? { ...this.draft, settings: this.settings.draft }
      : { ...createDraft(this.settings.draft, this.settings.prefill), step: this.draft.step };
    this.host.requestUpdate();
  }

  #announceStep(): void {
    this.host.dispatchEvent(new CsStepEvent(this.steps.indexOf(this.draft.step) + 1));
  }

  /** Fetches the later steps, once, however often it is asked; again after a failure. */
  #fetchLater(): Promise<LaterSteps | undefined> {
    return (this.#fetching ??= this.#loadLater());
  }

  async #loadLater(): Promise<LaterSteps | undefined> {
    try {
      const [later] = await Promise.all([import('./later-steps.ts'), this.localize.load('rest')]);
      this.delivery = new later.DeliveryController(this);
      this.later = later;
    } catch {
      this.#fetching = undefined;
      this.host.dispatchEvent(new CsErrorEvent('load', true));
    }
    return this.later;
  }

  /** The later steps come while the reporter reads the first, so that no tap waits for them. */
  #fetchLaterWhenIdle(): void {
    const whenIdle =
      window.requestIdleCallback ?? ((then: () => void): number => window.setTimeout(then, 200));
    whenIdle(() => void this.#fetchLater());
  }

  #onPagehide = (): void => {
    this.wipe();
  };
}

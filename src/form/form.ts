// The form of one widget: the draft, which view is shown, and what happens on each tap. Rendered in the host's own root.

import type { ReactiveController, TemplateResult } from 'lit';
import { answer, createDraft, hasAnswers, stepsOf, withSettings } from '../core/draft/draft.ts';
import type { Answers, Draft, StepId } from '../core/draft/types.ts';
import { LocalizeController } from '../i18n/localize-controller.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { CsErrorEvent, CsOpenEvent, CsStepEvent } from '../button/events.ts';
import type { OpenOptions, Widget } from '../button/widget.ts';
import type { DeliveryController } from './controllers/delivery.ts';
import type { HelpLinesController } from './controllers/help-lines.ts';
import { DialogController } from './controllers/dialog.ts';
import { FocusController } from './controllers/focus.ts';
import { adoptFormStyles } from './form.styles.ts';
import { frame } from './frame.ts';
import type { Change, FormView } from './form-view.ts';
import type { IdleController } from './controllers/idle.ts';
import { LaterPart, type Later } from './later-part.ts';
import { LeavingController } from './controllers/leaving.ts';
import { LiveText } from './live-text.ts';
import type { Navigation } from './navigation.ts';
import { QuickExitController } from './controllers/quick-exit.ts';
import { readSettings, type FormSettings } from './settings.ts';
import type { SentContext, ShownError, ShownRemark } from './shown.ts';
import { StatesController } from './controllers/states.ts';
import { TapGuard } from './controllers/tap-guard.ts';

/** Soon enough to follow who types, late enough not to keep the letter waiting. */
const COUNT_DELAY_MS = 250;

/** How long a tap may be without an answer before the button says that it is busy. */
const PATIENCE_MS = 300;

/** Where reports go, which frameworks set as properties. */
const propertiesOf = ({ endpoint, transport, publicKey, hotlineUrl }: Widget): readonly unknown[] => [
  endpoint,
  transport,
  publicKey,
  hotlineUrl,
];

let instances = 0;

/** The form of one widget. */
export class Form implements ReactiveController, FormView {
  readonly host: Widget;
  readonly localize: LocalizeController;
  readonly leaving: LeavingController;
  readonly dialog: DialogController;
  readonly exit: QuickExitController;
  /** Resolves to this form once its first strings are there; rejects where they cannot be had. */
  readonly ready: Promise<this>;
  settings: FormSettings;
  draft: Draft;
  /** The step, or a question before answers are lost, or what became of a report. */
  view: FormView['view'] = 'step';
  errors: readonly ShownError[] = [];
  remarks: readonly ShownRemark[] = [];
  /** Whether the answers come from before the dialog was closed over the reporter's head. */
  isKept = false;
  /** The polite live region. */
  readonly status: LiveText = new LiveText(() => this.host.requestUpdate());
  /** The urgent one. */
  readonly alert: LiveText = new LiveText(() => this.host.requestUpdate());
  /** Where on screen what was said last is shown as well; nowhere where it is undefined. */
  saidAt: string | undefined;
  /** Whether « Continuer » has waited so long for the next step that it says so. */
  isWaiting = false;
  /** Names of the folds that were opened: what stands in the others is not rendered. */
  readonly unfolded: Set<string> = new Set();
  delivery: DeliveryController | undefined;
  idle: IdleController | undefined;
  navigation: Navigation | undefined;
  help: HelpLinesController | undefined;
  sentContext: SentContext | undefined;

  // Identifiers are unique on the page, because auditors check the page as a whole (RGAA 8.2).
  #prefix = `cs${(instances += 1)}`;
  #options: OpenOptions = {};
  #focus: FocusController;
  #states: StatesController;
  #taps: TapGuard;
  #isOpening = false;
  /** The « Continuer » under way; forgotten where the form starts over meanwhile. */
  #going: object | undefined;
  #later: LaterPart;
  /** The properties that the settings were read from. */
  #read: readonly unknown[] = [];
  #typing: ReturnType<typeof setTimeout> | undefined;
  #observer = new MutationObserver(() => this.#settingsChanged());

  constructor(host: Widget) {
    this.host = host;
    this.localize = new LocalizeController(host);
    this.#later = new LaterPart(this.localize, () => this.#settle());
    this.#focus = new FocusController(host);
    this.#taps = new TapGuard(host, () => this.#shownView);
    this.leaving = new LeavingController(this);
    this.dialog = new DialogController(host, this.leaving);
    this.exit = new QuickExitController(this);
    this.settings = this.#readSettings();
    this.draft = createDraft(this.settings.draft, this.settings.prefill);
    this.ready = this.#prepare();
    adoptFormStyles(host);
    host.addController(this);
    this.#states = new StatesController(this);
    host.addController(this.#states);
    if (host.isInline) this.#later.fetchWhenIdle();
  }

  /** What is set as a property shows in no attribute: it is looked at before each rendering. */
  hostUpdate(): void {
    if (propertiesOf(this.host).some((value, index) => value !== this.#read[index])) this.#settingsChanged();
  }

  hostConnected(): void {
    window.addEventListener('online', this.#onConnection);
    window.addEventListener('offline', this.#onConnection);
    this.#observer.observe(this.host, { attributes: true });
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.#onConnection);
    window.removeEventListener('offline', this.#onConnection);
    this.#observer.disconnect();
  }

  // What a tap does

  /** Opens the dialog, or brings the form in the page into view. */
  open({ url, category }: OpenOptions = {}): void {
    if (this.dialog.isOpen || this.#isOpening) return;
    this.#isOpening = true;
    this.#options = { url, category };
    this.isKept = this.view !== 'sent' && hasAnswers(this.draft);
    if (this.isKept) {
      this.#settingsChanged();
      this.status.sayAfterView(this.text('draft.kept'));
    } else this.startOver();
    this.idle?.extend();
    this.show({});
    void this.host.updateComplete.then(() => {
      this.#isOpening = false;
      this.dialog.show();
      this.#taps.hostUpdated();
      this.#focus.enter();
      this.#states.hostUpdated();
      this.host.dispatchEvent(new CsOpenEvent());
      this.#announceStep();
    });
    this.#later.fetchWhenIdle();
  }

  close(): void {
    this.dialog.close();
  }

  /** Forgets every answer, and shows the first step. */
  reset(): void {
    this.startOver();
    this.show({});
  }

  /** Forgets every answer, without rendering. A report on its way goes on; only what it was made from is forgotten. */
  startOver(): void {
    this.#going = undefined;
    this.settings = this.#readSettings();
    this.draft = createDraft(this.settings.draft, this.settings.prefill);
    this.view = this.delivery?.isBusy ? 'cleared' : 'step';
    this.errors = [];
    this.remarks = [];
    this.isKept = false;
    this.unfolded.clear();
    this.sentContext = undefined;
    this.status.say('');
    this.alert.say('');
    this.isWaiting = false;
    if (!this.delivery?.isBusy) this.delivery = this.later && new this.later.DeliveryController(this);
  }

  answer(changes: Partial<Answers>): void {
    this.draft = answer(this.draft, changes);
    this.host.requestUpdate();
  }

  /** The same for a long text, of which only the count is seen: rendered a little later, not at each letter. */
  type(changes: Partial<Answers>): void {
    this.draft = answer(this.draft, changes);
    if (this.#typing) return;
    this.#typing = setTimeout(() => {
      this.#typing = undefined;
      this.host.requestUpdate();
    }, COUNT_DELAY_MS);
  }

  /** « Continuer »: to the next step, or to what keeps this one from being left. One at a time. */
  async continue(): Promise<void> {
    if (this.#going) return;
    const going = (this.#going = {});
    const { step } = this.draft;
    const later = await this.#fetchLater();
    // Started over, gone back or asked something meanwhile, the reporter is elsewhere.
    const isWanted = this.#going === going && this.draft.step === step && this.view === 'step';
    if (this.#going === going) this.#going = undefined;
    if (!isWanted) return;
    if (later) this.navigation?.leaveStep();
    else this.show({ focus: '.summary-title' });
  }

  /** « Réessayer », where the steps after the first did not arrive. */
  async retry(): Promise<void> {
    const later = await this.#fetchLater();
    if (this.view !== 'step') return;
    if (later) this.navigation?.leaveStepIfComplete();
    else this.show({ focus: '.summary-title' });
  }

  /** Shows another step of the draft. */
  goTo(draft: Draft, change: Change): void {
    this.draft = draft;
    this.#settingsChanged();
    this.show(change);
    this.#announceStep();
  }

  /** Sending is over: the answers are forgotten at once. The view says whether the report has arrived. */
  ended(context?: SentContext): void {
    this.draft = createDraft(this.settings.draft);
    this.sentContext = context;
    this.status.say('');
    this.view = 'sent';
    this.show({ focus: 'h2' });
  }

  /** Renders again, with what is to be said and where focus is to go. */
  show(change: Change): void {
    this.errors = change.errors ?? [];
    this.remarks = change.remarks ?? [];
    this.alert.say(change.alert ? this.text(change.alert) : '');
    // What has failed does not stand beside what went well before.
    if (change.alert) this.status.say('');
    if (change.status) this.status.say(this.text(change.status));
    this.saidAt = change.saidAt;
    if (change.focus) this.#focus.next = change.focus;
    this.host.requestUpdate();
  }

  /** Says something politely to those who do not see the screen, and shows it in one place (`said`), if any. */
  say(key: MessageKey, values: Readonly<Record<string, string | number>>, saidAt?: string): void {
    this.status.say(this.text(key, values));
    this.saidAt = saidAt;
    this.host.requestUpdate();
  }

  /** Renders what stands in a fold, from now on. */
  unfold(name: string): void {
    if (this.unfolded.has(name)) return;
    this.unfolded.add(name);
    this.host.requestUpdate();
  }

  /** Moves focus to a field, with its label in sight. */
  focusField(name: string): void {
    this.#focus.toField(name);
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

  /** Everything after the first step, once it is there. */
  get later(): Later | undefined {
    return this.#later.value;
  }

  /** Whether reports leave sealed for the hotline; a page that takes over the sending gets them as they are. */
  get isSealed(): boolean {
    return this.settings.publicKey !== undefined;
  }

  /** Whether the steps after the first were asked for and did not arrive. */
  get hasLoadFailed(): boolean {
    return this.#later.hasFailed;
  }

  get steps(): readonly StepId[] {
    return stepsOf(this.draft);
  }

  render(): TemplateResult {
    return frame(this);
  }

  // Within

  /** On one page only where all of it is there; until then, and where it does not come, step by step. */
  #readSettings(): FormSettings {
    this.#read = propertiesOf(this.host);
    const settings = readSettings(this.host, this.#options);
    const { draft } = settings;
    return draft.flow === 'page' && !this.later
      ? { ...settings, draft: { ...draft, flow: 'steps' } }
      : settings;
  }

  async #prepare(): Promise<this> {
    const { host } = this;
    const isPage = readSettings(host).draft.flow === 'page';
    await Promise.all([
      this.localize.load('first'),
      isPage && this.#later.fetch(),
      // No form without the means to seal what is typed into it.
      this.isSealed && import('./sealing.ts').then(({ checkKey }) => checkKey(host)),
    ]);
    if (isPage) this.startOver();
    return this;
  }

  /** Takes what the page says now; its address too, which may change without a word. */
  #settingsChanged(): void {
    this.settings = this.#readSettings();
    const { draft, prefill } = this.settings;
    this.draft = withSettings(this.draft, draft, prefill);
    this.host.requestUpdate();
  }

  /** Names what is shown, if anything is: the view, and how far a sending has come, since that changes the buttons. */
  get #shownView(): string | undefined {
    if (!this.leaving.isShown) return undefined;
    // What sends comes with the later steps: nothing that one sees changes with it.
    const { phase = 'idle', failures = 0 } = this.delivery ?? {};
    return [this.view, this.draft.step, phase, failures].join(' ');
  }

  /** The later part; « Continuer » says that it is waited for where that takes long. */
  async #fetchLater(): Promise<Later | undefined> {
    const patience = setTimeout(() => this.#wait(true), PATIENCE_MS);
    const later = await this.#later.fetch();
    clearTimeout(patience);
    this.#wait(false);
    return later;
  }

  #wait(isWaiting: boolean): void {
    if (this.isWaiting === isWaiting) return;
    this.isWaiting = isWaiting;
    this.host.requestUpdate();
  }

  #announceStep(): void {
    this.host.dispatchEvent(new CsStepEvent(this.steps.indexOf(this.draft.step) + 1));
  }

  #settle(): void {
    if (this.hasLoadFailed) this.host.dispatchEvent(new CsErrorEvent('load', true));
    if (this.later && !this.delivery) Object.assign(this, this.later.attach(this));
    this.host.requestUpdate();
  }

  #onConnection = (): void => {
    this.delivery?.connectionChanged();
    this.host.requestUpdate();
  };
}

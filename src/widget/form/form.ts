// The form of one widget: the draft, which view is shown, and what happens on each tap. Rendered in the host's own root.

import type { ReactiveController, TemplateResult } from 'lit';
import {
  answer,
  createDraft,
  hasAnswers,
  stepNumber,
  stepsOf,
  withSettings,
} from '../../core/draft/draft.ts';
import type { Answers, Draft, Role, StepId } from '../../core/draft/types.ts';
import { own } from '../../core/own.ts';
import { LocalizeController } from '../../words/localize-controller.ts';
import type { MessageKey } from '../../words/messages.ts';
import { inTime, OPTIONAL_MS } from '../shared/arrival.ts';
import { CsErrorEvent, CsOpenEvent, CsStepEvent } from '../shared/events.ts';
import type { OpenOptions, Widget } from '../shared/widget.ts';
import { markForRecorders } from '../page/recorder-marks.ts';
import { usableMessages } from './bad-values.ts';
import type { DeliveryController } from './controllers/delivery.ts';
import type { HelpLinesController } from './controllers/help-lines.ts';
import { DialogController } from './controllers/dialog.ts';
import { holdOffFiles } from './controllers/dropped-files.ts';
import { FocusController } from './controllers/focus.ts';
import { adoptFormStyles } from './form.styles.ts';
import { frame } from './frame.ts';
import type { Change, FormView, PracticeViews } from './form-view.ts';
import type { KeyboardGuard } from './controllers/keyboard-guard.ts';
import type { IdleController } from './controllers/idle.ts';
import type { Languages } from './languages.ts';
import type { LaterForm } from './later.ts';
import { LaterPart } from './later-part.ts';
import { LeavingController } from './controllers/leaving.ts';
import { LiveText } from './live-text.ts';
import type { Navigation } from './navigation.ts';
import { QuickExitController } from './controllers/quick-exit.ts';
import { readSettings, type FormSettings } from './settings.ts';
import { behind, confirmedIn, ScreenState, STEP, type Screen } from './screen.ts';
import type { ShownError, ShownRemark } from './shown.ts';
import { StatesController } from './controllers/states.ts';
import { lastResort } from './steps/broken.ts';
import { TapGuard } from './controllers/tap-guard.ts';

/** How long a tap may go unanswered before the button shows that it is busy. */
const PATIENCE_MS = 300;

/** The destination of reports, which frameworks set as properties. */
const propertiesOf = ({ endpoint, transport, publicKey, hotlineUrl }: Widget): readonly unknown[] => [
  endpoint,
  transport,
  publicKey,
  hotlineUrl,
];

/** The form of one widget. */
export class Form implements ReactiveController, FormView {
  readonly host: Widget;
  readonly localize: LocalizeController;
  readonly leaving: LeavingController;
  readonly dialog: DialogController;
  readonly exit: QuickExitController;
  /** Resolves to this form once it is ready to be shown. */
  readonly ready: Promise<this>;
  #becomesReady!: (form: this) => void;
  // `startOver` sets both, in the constructor too.
  settings!: FormSettings;
  draft!: Draft;
  errors: readonly ShownError[] = [];
  remarks: readonly ShownRemark[] = [];
  /** Whether the answers date from before the browser closed the dialog without the reporter's consent. */
  isKept = false;
  isCovered = false;
  /** The polite live region. */
  readonly status: LiveText = new LiveText(() => this.host.requestUpdate());
  /** The assertive live region. */
  readonly alert: LiveText = new LiveText(() => this.host.requestUpdate());
  /** Place on screen that also shows the last message; undefined if no place shows it. */
  saidAt: string | undefined;
  /** Whether « Continuer » shows that it waits for the next step. */
  isWaiting = false;
  /** Names of the folds that were opened. The content of the other folds is not rendered. */
  readonly unfolded: Set<string> = new Set();
  languages: Languages | undefined;
  /** Everything after the first step, once it has loaded. */
  later: LaterForm | undefined;
  country: string | undefined;

  /** The identifiers of this opening, or of this empty form. */
  #ids = new Map<string, string>();
  options: OpenOptions = {};
  #focus: FocusController;
  #states: StatesController;
  #taps: TapGuard;
  #isOpening = false;
  /** The tap that waits for the later part; dropped if the form starts over meanwhile. */
  #going: object | undefined;
  #screen = new ScreenState();
  #laterPart: LaterPart;
  /** The properties that the settings were read from. */
  #read: readonly unknown[] = [];
  #practice: PracticeViews | undefined;
  /** The role of the last report of the one-page form: the next one has it too. */
  #role: Role | undefined;
  #observer = new MutationObserver(() => this.settingsChanged());

  constructor(host: Widget) {
    this.host = host;
    this.localize = new LocalizeController(host);
    this.takeMessages();
    this.#laterPart = new LaterPart(this.localize, () => this.#settle());
    this.#focus = new FocusController(host);
    this.#taps = new TapGuard(
      host,
      () => this.#shownView,
      (place) => this.later?.keepApart(host, place),
    );
    this.leaving = new LeavingController(this);
    this.dialog = new DialogController(host, this.leaving);
    this.exit = new QuickExitController(this);
    holdOffFiles(host, this);
    this.startOver();
    this.ready = new Promise((resolve) => (this.#becomesReady = resolve));
    adoptFormStyles(host);
    host.addController(this);
    this.#states = new StatesController(this);
    host.addController(this.#states);
    if (host.isInline) this.#laterPart.fetchWhenIdle();
  }

  /** A change of a property triggers no attribute observer, so properties are compared before each rendering. */
  hostUpdate(): void {
    if (propertiesOf(this.host).some((value, index) => value !== this.#read[index])) this.settingsChanged();
  }

  hostUpdated(): void {
    // If the panel itself has failed, the number stands alone (`lastResort`).
    markForRecorders(this.host.renderRoot.querySelector('.panel, .last-resort'));
    // « Envoyer » is prepared once the review is on screen.
    if (this.screen.kind === 'step' && this.draft.step === 'check') this.delivery?.makeReady();
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

  takeMessages(): void {
    this.localize.given = usableMessages(this.host);
  }

  // Taps

  /** Opens the dialog, or brings the form in the page into view. */
  open(options: OpenOptions = {}): void {
    const given = own(options);
    if (this.dialog.isOpen || this.#isOpening) return;
    this.#isOpening = true;
    this.options = given;
    this.#ids.clear();
    const isSent = behind(this.screen).kind === 'sent';
    this.isKept = !isSent && hasAnswers(this.draft);
    if (this.isKept) {
      // The advice stands on the first step. Kept answers are the reporter's: the door does not change them.
      if (given.threatened === true)
        this.draft = { ...this.draft, step: this.steps[0]!, reviewed: undefined };
      this.settingsChanged();
      this.status.sayAfterView(this.text('draft.kept'));
    } else if (!isSent || this.dialog.isClosing) this.startOver(true);
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
      // Until the next step has loaded, the first one has the advice too.
      const isAtDoor = this.settings.prefill.isThreatened && this.draft.step === 'what';
      if (isAtDoor && !this.isKept) void this.continue();
    });
    this.#laterPart.fetchWhenIdle();
  }

  close(): void {
    this.dialog.close();
  }

  /** Forgets every answer, and shows the first step, or that the report may have arrived. */
  reset(): void {
    this.leaving.forget();
    this.show({});
  }

  /**
   * Forgets every answer, without rendering. A report on its way is still sent; only its answers are forgotten.
   * @param keepsRole whether the next report of the one-page form begins with the role of the last one
   */
  startOver(keepsRole = false): void {
    this.#role = keepsRole ? (confirmedIn(this.screen)?.repeat?.lastingRole ?? this.#role) : undefined;
    this.#going = undefined;
    this.country = undefined;
    this.#ids.clear();
    this.settings = this.#readSettings();
    this.draft = createDraft(this.settings.draft, this.settings.prefill);
    this.go(this.delivery?.isBusy ? { kind: 'cleared', wasSent: false } : STEP);
    this.later?.followUp?.startOver();
    this.errors = [];
    this.remarks = [];
    this.isKept = false;
    this.unfolded.clear();
    this.status.say('');
    this.alert.say('');
    this.isWaiting = false;
    if (!this.delivery?.isBusy) this.later?.renewDelivery();
  }

  chooseCountry(code: string): void {
    this.country = code;
    this.settingsChanged();
  }

  answer(changes: Partial<Answers>, revealed?: string): void {
    this.keep(changes);
    this.#focus.revealed = revealed && this.at(revealed);
    this.host.requestUpdate();
  }

  /** Stores answers without rendering. */
  keep(changes: Partial<Answers>): void {
    this.draft = answer(this.draft, changes);
  }

  /** « Continuer »: moves to the next step, or to the errors or remarks of this one. Ignores further taps meanwhile. */
  continue(): Promise<void> {
    return this.#leadOn('leaveStep');
  }

  /** « Réessayer », after the steps that follow the first failed to load. Ignores further taps meanwhile. */
  retry(): Promise<void> {
    return this.#leadOn('leaveStepIfComplete');
  }

  /**
   * Changes the screen. @param change if given, renders with it; else the caller renders
   * @returns false if it may not follow the present one: then nothing changes
   */
  go(screen: Screen, change?: Change): boolean {
    if (!this.#screen.go(screen)) return false;
    if (change) this.show(change);
    return true;
  }

  /** Shows another step of the draft. */
  goTo(draft: Draft, change: Change): void {
    const { step } = this.draft;
    this.draft = draft;
    this.settingsChanged();
    this.show(change);
    // Lines of another country than France that did not load: each step tries again.
    if (this.help?.abroad === null) void this.help.load();
    // The optional details are no step of their own.
    const isAside = [step, this.draft.step].toSorted().join() === 'check,details';
    if (!isAside) this.#announceStep();
  }

  /** Renders again, with new messages and a new place for focus. */
  show(given: Change): void {
    const change = own(given);
    this.errors = change.errors ?? [];
    this.remarks = change.remarks ?? [];
    this.alert.say(change.alert ? this.text(change.alert) : '');
    // An error does not stand beside an earlier message of success.
    if (change.alert) this.status.say('');
    if (change.status) this.status.say(this.text(change.status));
    this.saidAt = change.saidAt;
    if (change.focus) this.#focus.next = change.focus;
    this.host.requestUpdate();
  }

  /** Announces a message in the polite live region, and shows it on screen in the place `saidAt`, if any (`said`). */
  say(key: MessageKey, values: Readonly<Record<string, string | number>> = {}, saidAt?: string): void {
    this.status.say(this.text(key, values));
    this.saidAt = saidAt;
    this.host.requestUpdate();
  }

  focusField(name: string): void {
    this.#focus.focusField(this.at(name));
  }

  // State for the views

  id(name: string): string {
    const ids = this.#ids;
    let id = ids.get(name);
    if (!id) {
      id = `c${crypto.getRandomValues(new Uint32Array(2)).join('')}`;
      // A page may have replaced chance by a constant.
      if ([...ids.values()].includes(id)) id += ids.size;
      ids.set(name, id);
    }
    return id;
  }

  at(field: string): string {
    const id = `#${this.id(field)}`;
    return `${id}:not(fieldset),${id} input`;
  }

  text(key: MessageKey, values?: Readonly<Record<string, string | number>>): string {
    return this.localize.text(this.practice?.wordInPractice(key) ?? key, values);
  }

  errorText(error: ShownError): string {
    const { code, n = 0 } = own(error);
    return this.text(`err.${code}` as MessageKey, { n });
  }

  errorOf(field: string): string | undefined {
    const error = this.errors.find((shown) => shown.field === field);
    return error && this.errorText(error);
  }

  get practice(): PracticeViews | undefined {
    return this.settings.isPractice ? this.#practice : undefined;
  }

  get screen(): Screen {
    return this.#screen.shown;
  }

  get delivery(): DeliveryController | undefined {
    return this.later?.delivery;
  }

  get idle(): IdleController | undefined {
    return this.later?.idle;
  }

  get navigation(): Navigation | undefined {
    return this.later?.navigation;
  }

  get help(): HelpLinesController | undefined {
    return this.later?.help;
  }

  get keyboard(): KeyboardGuard | undefined {
    return this.later?.keyboard;
  }

  /** Whether reports leave sealed for the hotline; a page that takes over the sending gets them as they are. */
  get isSealed(): boolean {
    return this.settings.publicKey !== null;
  }

  /** Whether the steps after the first were requested and failed to load. */
  get hasLoadFailed(): boolean {
    return this.#laterPart.hasFailed;
  }

  get steps(): readonly StepId[] {
    return stepsOf(this.draft);
  }

  render(): TemplateResult {
    try {
      // Without its words, a form for practice would pass for a real one.
      return this.settings.isPractice && !this.#practice ? lastResort(this) : frame(this);
    } catch (error) {
      reportError(error);
      return lastResort(this);
    }
  }

  /** Before the next view takes focus, the present one gives it up. */
  beforeUpdate(): Promise<void> | undefined {
    return this.#focus.next && this.#taps.isLeaving ? this.later?.leaveView(this.host) : undefined;
  }

  // Within

  /** The form shows all steps on one page only once that part has loaded. Until then, it shows one at a time. */
  #readSettings(): FormSettings {
    this.#read = propertiesOf(this.host);
    const settings = readSettings(this.host, this.options);
    const { draft, prefill } = settings;
    return {
      ...settings,
      ...(this.country && { country: this.country }),
      draft: {
        ...draft,
        serviceNamed: this.later?.services.named,
        reports: this.later?.reports ?? 1,
        ...(draft.flow === 'page' && !this.later?.pageFlow && { flow: 'steps' }),
      },
      prefill: { ...prefill, role: this.#role },
    };
  }

  /** Loads the first strings, and the parts that the page asks for. Rejects if a necessary one is missing. */
  async prepare(): Promise<void> {
    const { host } = this;
    // The first view is one of a file that comes after the form.
    const isWaited = host.matches('[flow="page"], [view="follow-up"]');
    await Promise.all([
      this.localize.load(),
      isWaited && this.#laterPart.fetch().then(() => this.later?.fetchFlows()),
      // Without the choice of a language, the form works all the same.
      (host.matches('[languages], [easy]') || this.localize.tag.endsWith('-simple')) &&
        inTime(import('./languages.ts'), OPTIONAL_MS)
          .then(({ Languages }) => (this.languages = new Languages(this)))
          .catch(() => {}),
      host.practice && this.#loadPractice(),
      // The form does not open unless its reports can be sealed.
      this.isSealed && import('./sealing.ts').then(({ checkKey }) => checkKey(host)),
    ]);
    if (isWaited) this.startOver();
    // With its words, the form renders next, before any idle moment.
    this.dialog.rehearse();
    this.#becomesReady(this);
  }

  async prepareLater(): Promise<boolean> {
    await this.#laterPart.fetch();
    return !this.hasLoadFailed;
  }

  /** Loads what a form for practice says and shows. Rejects if it does not come: without it, none opens. */
  async #loadPractice(): Promise<void> {
    const practice = await import('./practice.ts');
    await practice.begin(this);
    this.#practice = practice;
    this.host.requestUpdate();
  }

  /** Applies the page's current settings. They include its address, which may change without an event. */
  settingsChanged(): void {
    const { isPractice } = this.settings;
    // Another form does not take the place of one that is being filled in, whenever its file comes.
    if (!hasAnswers(this.draft)) void this.later?.fetchFlows();
    this.settings = this.#readSettings();
    if (this.settings.isPractice !== isPractice) return this.#practiceChanged();
    const { draft, prefill } = this.settings;
    this.draft = withSettings(this.draft, draft, prefill);
    this.host.requestUpdate();
  }

  /** What was written for practice is no report, and no report becomes practice: the form starts over. */
  #practiceChanged(): void {
    this.close();
    this.reset();
    if (this.settings.isPractice && !this.#practice) this.#loadPractice().catch(reportError);
  }

  /** Name of the current view, if the form is shown. It includes the sending's progress, which changes the buttons. */
  get #shownView(): string | undefined {
    if (!this.leaving.isShown) return undefined;
    // The delivery comes with the later part. Its arrival changes nothing on screen.
    const { phase = 'idle', failures = 0 } = this.delivery ?? {};
    return [this.screen.kind, this.draft.step, phase, failures].join(' ');
  }

  /** Leaves the step once the later part has loaded; one tap leaves one step, however many came meanwhile. */
  async #leadOn(leave: 'leaveStep' | 'leaveStepIfComplete'): Promise<void> {
    if (this.#going) return;
    const going = (this.#going = {});
    const { step } = this.draft;
    // A `submit` event follows the click in the same task, and needs its button. Chromium would keep typed text for
    // its autofill if the next view came first.
    await new Promise((resolve) => void setTimeout(resolve));
    const patience = setTimeout(() => this.#wait(true), PATIENCE_MS);
    await this.#laterPart.fetch();
    // With its code, if the page offers one: the report is made two steps from here.
    await this.later?.fetchNext();
    clearTimeout(patience);
    this.#wait(false);
    // Meanwhile, the reporter may have started over, gone back or reached a question.
    if (this.#going !== going) return;
    this.#going = undefined;
    if (this.draft.step !== step || this.screen.kind !== 'step') return;
    if (this.navigation) this.navigation[leave]();
    else this.show({ focus: '.summary-title' });
  }

  #wait(isWaiting: boolean): void {
    if (this.isWaiting === isWaiting) return;
    this.isWaiting = isWaiting;
    this.host.requestUpdate();
  }

  #announceStep(): void {
    this.host.dispatchEvent(new CsStepEvent(stepNumber(this.draft)));
  }

  #settle(): void {
    if (this.hasLoadFailed) this.host.dispatchEvent(new CsErrorEvent('load', true));
    const { LaterForm } = this.#laterPart;
    if (LaterForm) this.later ??= new LaterForm(this);
    this.host.requestUpdate();
  }

  #onConnection = (): void => {
    this.delivery?.connectionChanged();
    this.host.requestUpdate();
  };
}

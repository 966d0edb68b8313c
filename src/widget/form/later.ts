// The second file of the form: all steps and controllers but those of step 1.

import type { TemplateResult } from 'lit';
import { LOOKS, unknownWords } from '../attributes/looks.ts';
import { partsOf } from '../../core/draft/parts.ts';
import { MAX_REPORTS } from '../../core/report/limits.ts';
import { EMBEDS } from '../../core/report/vocabulary.ts';
import { ExtraPartController } from './controllers/extra-part.ts';
import { DROPPED } from './controllers/dropped-files.ts';
import { DeliveryController } from './controllers/delivery.ts';
import { ExitKeysController } from './controllers/exit-keys.ts';
import type { KeyboardGuard } from './controllers/keyboard-guard.ts';
import { HelpLinesController } from './controllers/help-lines.ts';
import { IdleController } from './controllers/idle.ts';
import { ScrollPlaceController } from './controllers/scroll-place.ts';
import { ServicesController } from './controllers/named-services.ts';
import { warnOf } from './bad-values.ts';
import { adoptFormStyles } from './form.styles.ts';
import type { FormState, FormView, LaterViews } from './form-view.ts';
import { leaveView } from './leave-view.ts';
import { includeFollowUp } from './include-follow-up.ts';
import { inTime, OPTIONAL_MS } from '../shared/arrival.ts';
import { isFramed } from '../page/framed.ts';
import { Navigation } from './navigation.ts';
import { isForbidden } from './policy-watch.ts';

import { keepApart } from './final-place.ts';
import { blockedLine } from './steps/blocked.ts';
import { exitNote } from './steps/exit-note.ts';
import { folds } from './steps/folds.ts';
import { errorList } from './fields/error-list.ts';
import { laterFieldStyles } from './fields/fields.styles.ts';
import { viewStyles } from './steps/steps.styles.ts';
import { checkView } from './steps/check/check.ts';
import { discardView, keptLine } from './steps/discard.ts';
import { detailsView } from './steps/details/details.ts';
import { clearedView, warningView } from './steps/idle.ts';
import { sentView } from './steps/sent.ts';
import { said } from './steps/view.ts';
import { whereView } from './steps/where/where.ts';

/** The views of the later steps and after them. */
const views: LaterViews['views'] = {
  where: whereView,
  details: detailsView,
  check: checkView,
  discard: discardView,
  warning: warningView,
  cleared: clearedView,
  sent: sentView,
};

/** The later part of one form: its controllers, and the views for which the form has no code before. */
export class LaterForm implements LaterViews {
  readonly extra: ExtraPartController;
  delivery: DeliveryController;
  readonly help: HelpLinesController;
  readonly idle: IdleController;
  readonly navigation: Navigation;
  readonly services: ServicesController;
  /** In the hotline's frame alone. */
  keyboard: KeyboardGuard | undefined;
  views: LaterViews['views'] = views;
  readonly exitNote: LaterViews['exitNote'] = exitNote;
  readonly folds: LaterViews['folds'] = folds;
  readonly leaveView: typeof leaveView = leaveView;
  readonly keepApart: typeof keepApart = keepApart;
  pageFlow: LaterViews['pageFlow'];
  followUp: LaterViews['followUp'];
  many: LaterViews['many'];
  #form: FormState;
  /** An endpoint to which the page's policy lets nothing go. */
  #forbidden: string | undefined;
  #coveredLine: ((form: FormView) => TemplateResult) | undefined;

  constructor(form: FormState) {
    this.#form = form;
    const { host } = form;
    adoptFormStyles(host, [laterFieldStyles, viewStyles]);
    // Style sheets ignore unknown words of the look without a warning.
    warnOf(host, unknownWords(host, { ...LOOKS, embed: EMBEDS }));
    host.addController(new ExitKeysController(form));
    host.addController(new ScrollPlaceController(host));
    this.extra = new ExtraPartController(form);
    this.delivery = new DeliveryController(form);
    this.help = new HelpLinesController(form);
    this.idle = new IdleController(form);
    this.navigation = new Navigation(form);
    this.services = new ServicesController(form);
    if (isFramed(host)) void this.#watchPage();
    this.#askPolicy().catch(() => {});
    void this.fetchFlows();
  }

  /** Whether the page's policy lets nothing go to the present endpoint. */
  get #isForbidden(): boolean {
    return this.#forbidden !== undefined && this.#forbidden === this.#form.settings.endpoint;
  }

  linesAbove = (form: FormView): unknown =>
    [
      ...(form.screen.kind === 'step'
        ? [
            // « where » begins with advice and numbers, which come before any other news.
            this.#isForbidden && form.draft.step !== 'where' && blockedLine(form),
            form.isKept && keptLine(form),
            form.isCovered && this.#coveredLine?.(form),
          ]
        : []),
      this.many?.arrived(form),
      said(form, DROPPED),
      form.errors.length > 0 && errorList(form),
    ].filter(Boolean);

  /** How many reports the form may send: several, once what they need has loaded in a language that has its words. */
  get reports(): number {
    // An answer to the hotline's question is one report.
    const isOne = !this.many || this.followUp?.isUnfound || !this.#form.text('many.links');
    return isOne ? 1 : MAX_REPORTS;
  }

  /** Loads what several reports need, once there are more links or accounts than one has. Without it, the rest is refused. */
  async #fetchMany(): Promise<void> {
    const form = this.#form;
    const { length } = partsOf(form.draft);
    if (length < 2) return;
    if (!this.many) {
      const loaded = await inTime(this.#withExtra(import('./many.ts')), OPTIONAL_MS).catch(() => undefined);
      loaded?.begin(form, this);
    }
    await this.followUp?.make(Math.min(length, MAX_REPORTS));
  }

  /** Loads the parts that the page asks for by an attribute. */
  async fetchFlows(): Promise<void> {
    await Promise.all([this.#fetchPageFlow(), this.fetchFollowUp()]);
  }

  /** Without it, the form goes step by step. */
  async #fetchPageFlow(): Promise<void> {
    if (this.pageFlow || this.#form.host.getAttribute('flow') !== 'page') return;
    const loaded = await inTime(this.#withExtra(import('./page-flow.ts'))).catch(() => undefined);
    loaded?.begin(this.#form, this);
  }

  /** Resolves with the code of the next report, or in a few seconds without: it may come later. */
  async fetchFollowUp(): Promise<void> {
    if (!includeFollowUp || !this.#form.host.hasAttribute('follow-up')) return;
    const loading =
      !this.followUp && this.#withExtra(includeFollowUp()).then(({ begin }) => begin(this.#form, this));
    await inTime(
      Promise.resolve(loading).then(() => this.followUp?.made),
      OPTIONAL_MS,
    ).catch(() => {});
  }

  /** Loads what the next step needs: the codes of the reports, and the services for a name in place of a link. */
  async fetchNext(): Promise<void> {
    await Promise.all([this.fetchFollowUp(), this.services.fetchForName()]);
    await this.#fetchMany();
  }

  #withExtra<File>(file: Promise<File>): Promise<File> {
    return Promise.all([file, this.#form.localize.loadExtra()]).then(([loaded]) => loaded);
  }

  /** Tells the reporter before the last answer that no report can leave this page. The browser's console says why. */
  async #askPolicy(): Promise<void> {
    const { endpoint, hotline } = this.#form.settings;
    if (endpoint === undefined || !(await isForbidden(endpoint))) return;
    this.#forbidden = endpoint;
    this.#form.say('err.blocked', { hotline });
  }

  /** In the hotline's frame: watches the page around it. Its file is the same as this one there. */
  async #watchPage(): Promise<void> {
    const { KeyboardGuard: Guard, watchLayers, coveredLine, interruptedView } = await import('./guards.ts');
    const form = this.#form;
    watchLayers(form);
    this.keyboard = new Guard(form);
    this.#coveredLine = coveredLine;
    this.views = { ...this.views, interrupted: interruptedView };
    // It watches what a rendering has put on screen.
    form.host.requestUpdate();
  }

  /** Forgets the last report. */
  renewDelivery(): void {
    this.delivery = new DeliveryController(this.#form);
  }
}

export { readListed } from '../../words/listed-messages.ts';

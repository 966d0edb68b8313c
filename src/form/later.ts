// The second file of the form: all steps and controllers but those of step 1.

import { LOOKS, unknownWords } from '../attributes/looks.ts';
import { EMBEDS } from '../core/report/vocabulary.ts';
import { ExtraPartController } from './controllers/extra-part.ts';
import { DeliveryController } from './controllers/delivery.ts';
import { ExitKeysController } from './controllers/exit-keys.ts';
import { KeyboardGuard } from './controllers/keyboard-guard.ts';
import { watchLayers } from './controllers/layer-watch.ts';
import { HelpLinesController } from './controllers/help-lines.ts';
import { IdleController } from './controllers/idle.ts';
import { ScrollPlaceController } from './controllers/scroll-place.ts';
import { warnOf } from './bad-values.ts';
import { adoptFormStyles } from './form.styles.ts';
import type { FormState, LaterViews } from './form-view.ts';
import { leaveView } from './leave-view.ts';
import { isFramed } from '../page/framed.ts';
import { Navigation } from './navigation.ts';
import { abroadFold, doorsFold, exitFold, whyFold } from './steps/folds.ts';
import { laterFieldStyles } from './fields/fields.styles.ts';
import { viewStyles } from './steps/steps.styles.ts';
import { checkView } from './steps/check/check.ts';
import { pageView } from './steps/page.ts';
import { discardView, keptLine } from './steps/discard.ts';
import { coveredLine, interruptedView } from './steps/interrupted.ts';
import { detailsView } from './steps/details/details.ts';
import { clearedView, warningView } from './steps/idle.ts';
import { sentView } from './steps/sent.ts';
import { whereView } from './steps/where/where.ts';

/** The views of the later steps and after them. */
const views: LaterViews['views'] = {
  where: whereView,
  details: detailsView,
  page: pageView,
  check: checkView,
  discard: discardView,
  warning: warningView,
  interrupted: interruptedView,
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
  /** In the hotline's frame alone. */
  readonly keyboard: KeyboardGuard | undefined;
  readonly views: LaterViews['views'] = views;
  readonly abroadFold: LaterViews['abroadFold'] = abroadFold;
  readonly coveredLine: LaterViews['coveredLine'] = coveredLine;
  readonly doorsFold: LaterViews['doorsFold'] = doorsFold;
  readonly exitFold: LaterViews['exitFold'] = exitFold;
  readonly keptLine: LaterViews['keptLine'] = keptLine;
  readonly whyFold: LaterViews['whyFold'] = whyFold;
  readonly leaveView: typeof leaveView = leaveView;
  #form: FormState;

  constructor(form: FormState) {
    this.#form = form;
    const { host } = form;
    adoptFormStyles(host, [laterFieldStyles, viewStyles]);
    // Style sheets ignore unknown words of the look without a warning.
    warnOf(host, unknownWords(host, { ...LOOKS, embed: EMBEDS }));
    host.addController(new ExitKeysController(form));
    host.addController(new ScrollPlaceController(host));
    const hasStrangers = isFramed(host);
    if (hasStrangers) watchLayers(form);
    this.extra = new ExtraPartController(form);
    this.delivery = new DeliveryController(form);
    this.help = new HelpLinesController(form);
    this.idle = new IdleController(form);
    this.navigation = new Navigation(form);
    this.keyboard = hasStrangers ? new KeyboardGuard(form) : undefined;
  }

  /** Forgets the last report. */
  renewDelivery(): void {
    this.delivery = new DeliveryController(this.#form);
  }
}

export { readLater } from '../i18n/listed-messages.ts';

// The later part of the form: everything after the first step, in one file, fetched while the first step is being read.

import { LOOKS, unknownWords } from '../attributes.ts';
import type { StepId } from '../core/draft/types.ts';
import { DeliveryController } from './controllers/delivery.ts';
import { ExitKeysController } from './controllers/exit-keys.ts';
import { KeyboardGuard } from './controllers/keyboard-guard.ts';
import { watchLayers } from './controllers/layer-watch.ts';
import { HelpLinesController } from './controllers/help-lines.ts';
import { IdleController } from './controllers/idle.ts';
import { ScrollPlaceController } from './controllers/scroll-place.ts';
import { warnOf } from './bad-values.ts';
import { adoptFormStyles } from './form.styles.ts';
import type { FormState, FormView, View } from './form-view.ts';
import { leaveView } from './leave-view.ts';
import { isFramed } from '../page/framed.ts';
import { readLater } from '../i18n/listed-messages.ts';
import { Navigation } from './navigation.ts';
import { errorList, errorText } from './fields/errors.ts';
import { abroadFold, doorsFold, exitFold, whyFold } from './steps/folds.ts';
import { laterDisplayStyles } from './later-display.styles.ts';
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

/** The views of the later steps, and of what comes after them. */
const views: Readonly<
  Record<Exclude<StepId, 'what'> | Exclude<FormView['view'], 'step'>, (form: FormView) => View>
> = {
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

/** The members that a form gains once this part has loaded. */
export interface Attached {
  readonly delivery: DeliveryController;
  readonly help: HelpLinesController;
  readonly idle: IdleController;
  readonly navigation: Navigation;
  readonly keyboard: KeyboardGuard | undefined;
}

/** Adds the controllers and styles of the later part to a form. */
function attach(form: FormState): Attached {
  adoptFormStyles(form.host, [laterFieldStyles, viewStyles, laterDisplayStyles]);
  // Style sheets ignore unknown words of the look without a warning.
  warnOf(form.host, unknownWords(form.host, LOOKS));
  form.host.addController(new ExitKeysController(form));
  form.host.addController(new ScrollPlaceController(form.host));
  const hasStrangers = isFramed(form.host);
  if (hasStrangers) watchLayers(form);
  return {
    delivery: new DeliveryController(form),
    help: new HelpLinesController(form),
    idle: new IdleController(form),
    navigation: new Navigation(form),
    keyboard: hasStrangers ? new KeyboardGuard(form) : undefined,
  };
}

/** The later part. */
export const later = {
  attach,
  views,
  DeliveryController,
  abroadFold,
  coveredLine,
  doorsFold,
  errorList,
  errorText,
  exitFold,
  keptLine,
  leaveView,
  readLater,
  whyFold,
};

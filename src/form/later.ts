// The later part of the form: everything after the first step, in one file, fetched while the first step is being read.

import type { StepId } from '../core/draft/types.ts';
import type { FormView } from './form-view.ts';
import { laterDisplayStyles } from './later-display.styles.ts';
import { laterFieldStyles } from './fields/fields.styles.ts';
import { viewStyles } from './steps/steps.styles.ts';
import { checkView } from './steps/check/check.ts';
import { pageView } from './steps/page.ts';
import { discardView } from './steps/discard.ts';
import { detailsView } from './steps/details/details.ts';
import { clearedView, warningView } from './steps/idle.ts';
import { sentView } from './steps/sent.ts';
import type { View } from './form-view.ts';
import { whereView } from './steps/where/where.ts';

export { DeliveryController } from './controllers/delivery.ts';
export { ExitKeysController } from './controllers/exit-keys.ts';
export { HelpLinesController } from './controllers/help-lines.ts';
export { IdleController } from './controllers/idle.ts';
export { ScrollPlaceController } from './controllers/scroll-place.ts';
export { Navigation } from './navigation.ts';
export { checkLook } from './look-check.ts';
export { errorList, errorText } from './fields/errors.ts';
export { keptLine } from './steps/discard.ts';
export { doorsFold, exitFold, whyFold } from './steps/folds.ts';

/** The views of the later steps, and of what comes after them. */
export const views: Readonly<
  Record<Exclude<StepId, 'what'> | Exclude<FormView['view'], 'step'>, (form: FormView) => View>
> = {
  where: whereView,
  details: detailsView,
  page: pageView,
  check: checkView,
  discard: discardView,
  warning: warningView,
  cleared: clearedView,
  sent: sentView,
};

/** Their look. */
export const styles = [laterFieldStyles, viewStyles, laterDisplayStyles];

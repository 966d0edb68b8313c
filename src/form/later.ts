// The later part of the form: everything after the first step, in one file, fetched while the first step is being read.

import type { StepId } from '../core/draft/types.ts';
import type { FormView } from './form-view.ts';
import { laterDisplayStyles } from './later-display.styles.ts';
import { laterFieldStyles } from './fields/fields.styles.ts';
import { viewStyles } from './steps/steps.styles.ts';
import { checkView } from './steps/check/check.ts';
import { pageView } from './steps/page.ts';
import { detailsView } from './steps/details/details.ts';
import { clearedView, warningView } from './steps/idle.ts';
import { sentView } from './steps/sent.ts';
import type { View } from './form-view.ts';
import { whereView } from './steps/where/where.ts';

export { advance, errorsOf } from '../core/draft/errors.ts';
export { remarksOf } from '../core/draft/remarks.ts';
export { DeliveryController } from './controllers/delivery.ts';
export { IdleController } from './controllers/idle.ts';
export { checkLook } from './look-check.ts';
export { changesText } from './steps/where/address-remarks.ts';
export { errorList, errorText } from './fields/errors.ts';
export { doorsFold, exitFold, whyFold } from './steps/folds.ts';

/** The views of the later steps, and of what comes after them. */
export const views: Readonly<
  Record<Exclude<StepId, 'what'> | 'warning' | 'cleared' | 'sent', (form: FormView) => View>
> = {
  where: whereView,
  details: detailsView,
  page: pageView,
  check: checkView,
  warning: warningView,
  cleared: clearedView,
  sent: sentView,
};

/** Their look. */
export const styles = [laterFieldStyles, viewStyles, laterDisplayStyles];

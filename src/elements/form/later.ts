// The later part of the form: everything after the first step, in one file, fetched while the first step is being read.

import type { StepId } from '../../core/draft/types.ts';
import type { Form } from './form-controller.ts';
import { laterDisplayStyles } from './later-display.styles.ts';
import { laterFieldStyles } from './later-fields.styles.ts';
import { viewStyles } from './views.styles.ts';
import { checkView } from './views/check.ts';
import { pageView } from './views/page.ts';
import { detailsView } from './views/details.ts';
import { clearedView, warningView } from './views/idle.ts';
import { sentView } from './views/sent.ts';
import type { View } from './views/view.ts';
import { whereView } from './views/where.ts';

export { advance, errorsOf } from '../../core/draft/errors.ts';
export { remarksOf } from '../../core/draft/remarks.ts';
export { DeliveryController } from './delivery-controller.ts';
export { IdleController } from './idle-controller.ts';
export { checkLook } from './look-check.ts';
export { changesText } from './address-remarks.ts';
export { errorList, errorText } from './field-errors.ts';
export { doorsFold, exitFold, whyFold } from './views/folds.ts';

/** The views of the later steps, and of what comes after them. */
export const views: Readonly<
  Record<Exclude<StepId, 'what'> | 'warning' | 'cleared' | 'sent', (form: Form) => View>
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

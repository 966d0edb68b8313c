// Everything after the first step, as one chunk that is fetched while the first one is being read.

import type { StepId } from '../../core/draft.ts';
import type { Form } from './form-controller.ts';
import { laterDisplayStyles } from './later-display.styles.ts';
import { laterFieldStyles } from './later-fields.styles.ts';
import { viewStyles } from './views.styles.ts';
import { checkView } from './views/check.ts';
import { detailsView } from './views/details.ts';
import { clearedView, warningView } from './views/idle.ts';
import { sentView } from './views/sent.ts';
import type { View } from './views/view.ts';
import { whereView } from './views/where.ts';

export { advance, errorsOf, remarksOf, withoutIdentities } from '../../core/draft-rules.ts';
export { DeliveryController } from './delivery-controller.ts';
export { IdleController } from './idle-controller.ts';
export { checkLook } from './look-check.ts';
export { errorList, errorText } from './field-errors.ts';
export { doorsFold, whyFold } from './views/folds.ts';

/** The views of the later steps, and of what comes after them. */
export const views: Readonly<
  Record<Exclude<StepId, 'what' | 'page'> | 'warning' | 'cleared' | 'sent', (form: Form) => View>
> = {
  where: whereView,
  details: detailsView,
  check: checkView,
  warning: warningView,
  cleared: clearedView,
  sent: sentView,
};

/** Their look. */
export const styles = [laterFieldStyles, viewStyles, laterDisplayStyles];

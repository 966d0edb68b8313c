// The two elements as frameworks see them: attributes, properties, events.

import type { ReportButton } from '../button/report-button.ts';
import type { ReportForm } from '../button/report-form.ts';
import type {
  CsErrorEvent,
  CsCloseEvent,
  CsExitEvent,
  CsOpenEvent,
  CsStepEvent,
  CsSentEvent,
} from '../shared/events.ts';

export type { ReportAttributes } from './attributes.ts';

/** The elements by their tags. */
export interface ReportElements {
  'cliquez-signalez': ReportButton;
  'cliquez-signalez-form': ReportForm;
}

/** Properties that have no attribute. */
export type ReportProperties = Partial<Pick<ReportButton, 'messages' | 'transport' | 'helpResources'>>;

/** The events by their names. None carries content. */
export interface ReportEvents {
  'cs-open': CsOpenEvent;
  'cs-step': CsStepEvent;
  'cs-sent': CsSentEvent;
  'cs-error': CsErrorEvent;
  'cs-close': CsCloseEvent;
  'cs-exit': CsExitEvent;
}

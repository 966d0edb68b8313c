// <cliquez-signalez-form>: the form alone, in the page.

import { ReportButton } from './report-button.ts';

/**
 * The form of <cliquez-signalez> in the page itself, without button or dialog. It takes the same attributes, save those
 * of the button, fires the same events, and has the slots of the form.
 *
 * @summary The reporting form in the page.
 * @tag cliquez-signalez-form
 * @slot - A link to the hotline, shown where the form cannot work, and before this script has run.
 * @slot brand - Mark of the hotline or the partner, on the first step.
 * @slot resources - Further help lines, on the sent view.
 * @slot footer-note - A note at the end of the first step.
 * @fires {CsStepEvent} cs-step - A step is shown: `step` counts from 1 to 3, or to 2 with `flow="page"`. The optional
 *   details are no step.
 * @fires {CsSentEvent} cs-sent - The endpoint has confirmed a report.
 * @fires {CsErrorEvent} cs-error - Something failed.
 * @fires {CsExitEvent} cs-exit - The reporter left by « Quitter vite ».
 */
export class ReportForm extends ReportButton {
  /** @internal */
  override get isInline(): boolean {
    return true;
  }
}

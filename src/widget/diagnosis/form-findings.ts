// Checks whether the whole form loads, by loading it.

import type { ShownForm, Widget } from '../shared/widget.ts';
import { error, type Finding } from './finding.ts';
import type { PolicyRefusals } from './policy-refusals.ts';

/** Loads the form, as the first sign of a press does; gives undefined if it did not load. */
export type LoadForm = (this: Widget) => Promise<ShownForm | undefined> | undefined;

export async function formFindings(
  host: Widget,
  load: LoadForm,
  refusals: PolicyRefusals,
): Promise<Finding[]> {
  // If reports cannot be sent, the form is not loaded, and another finding gives the reason.
  if (!host.canReport) return [];
  const form = await load.call(host);
  if (form && (await form.prepareLater?.()) !== false) return [];
  const effect = form ? 'nobody comes past its first step' : 'pressing the button only shows a link';
  const isRefused = await refusals.has('script-src');
  return [
    isRefused
      ? error(
          'form-csp',
          `The page’s Content-Security-Policy refuses files of the form: ${effect}.`,
          "Allow in script-src where the script comes from, or use a nonce with 'strict-dynamic'.",
        )
      : error(
          'form-missing',
          `Files of the form did not come: ${effect}.`,
          'Copy the whole folder dist/cdn, of one version, and serve it with Access-Control-Allow-Origin where it is another site. Or use cliquez-signalez.bundle.js, which is one file.',
        ),
  ];
}

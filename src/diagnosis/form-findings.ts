// Checks whether the form loads when the button is pressed, by loading it.

import type { Widget } from '../widget/widget.ts';
import { error, type Finding } from './finding.ts';
import type { PolicyRefusals } from './policy-refusals.ts';

export async function formFindings(
  host: Widget,
  load: (this: Widget) => unknown,
  refusals: PolicyRefusals,
): Promise<Finding[]> {
  // If reports cannot be sent, the form is not loaded, and another finding gives the reason.
  if (!host.canReport || (await load.call(host))) return [];
  const isRefused = await refusals.has('script-src');
  return [
    isRefused
      ? error(
          'form-csp',
          'The page’s Content-Security-Policy refuses the files of the form: pressing the button only shows a link.',
          "Allow in script-src where the script comes from, or use a nonce with 'strict-dynamic'.",
        )
      : error(
          'form-missing',
          'The files of the form did not come: pressing the button only shows a link.',
          'Copy the whole folder dist/cdn, of one version, and serve it with Access-Control-Allow-Origin where it is another site. Or use cliquez-signalez.bundle.js, which is one file.',
        ),
  ];
}

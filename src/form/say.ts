// Messages about what the reporter has just done, on the later steps.

import type { MessageKey } from '../i18n/messages.ts';
import type { FormView } from './form-view.ts';

/** Announces a message in the polite live region, and shows it on screen in the place `saidAt`, if any (`said`). */
export function say(
  form: FormView,
  key: MessageKey,
  values: Readonly<Record<string, string | number>> = {},
  saidAt?: string,
): void {
  form.status.say(form.text(key, values));
  form.saidAt = saidAt;
  form.host.requestUpdate();
}

// Focus on one field of a form, which an error or a suggestion concerns.

import type { FormView } from '../form-view.ts';

/** Moves focus to a field, with its label in sight. */
export function focusField({ host }: FormView, name: string): void {
  const find = (selector: string): HTMLElement | null =>
    host.renderRoot.querySelector<HTMLElement>(`.panel ${selector}`);
  const field = find(`[name="${name}"]`);
  const label = field?.id ? find(`label[for="${field.id}"]`) : undefined;
  (field?.closest('fieldset') ?? label ?? field)?.scrollIntoView({ block: 'nearest' });
  field?.focus({ preventScroll: true });
}

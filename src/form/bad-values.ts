// Warnings about attribute values that cannot be used. Their texts load only for such a value.

import type { BadValue } from '../attributes/names.ts';

/** Warns in the console, once for each element and value. */
export function warnOf(element: Element, bad: readonly BadValue[]): void {
  if (bad.length > 0)
    void import('../diagnosis/diagnostics.ts')
      .then(({ warn }) => bad.forEach((one) => warn(element, one)))
      .catch(() => {});
}

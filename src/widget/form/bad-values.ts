// Warnings about attribute values and properties that cannot be used. Their texts load only for such a value.

import type { BadValue } from '../attributes/names.ts';
import type { Messages } from '../../words/messages.ts';
import { type BadMembers, givenMessages } from '../shared/given.ts';
import type { Widget } from '../shared/widget.ts';

/** Warns in the console, once for each element and value. */
export function warnOf(element: Element, bad: readonly BadValue[]): void {
  if (bad.length > 0)
    void import('../diagnosis/diagnostics.ts')
      .then(({ warn }) => bad.forEach((one) => warn(element, one)))
      .catch(() => {});
}

/** The same for members of a property, once for each list of them. */
export function warnOfMembers(element: Element, bad: BadMembers): void {
  if (bad.members.length > 0)
    void import('../diagnosis/diagnostics.ts')
      .then((diagnostics) => diagnostics.warnOfMembers(element, bad))
      .catch(() => {});
}

/** The page's own strings, as far as they can be used. Warns of the others. */
export function usableMessages(host: Widget): Partial<Messages> | undefined {
  const { value, bad } = givenMessages(host.messages);
  warnOfMembers(host, { property: 'messages', members: bad });
  return value;
}

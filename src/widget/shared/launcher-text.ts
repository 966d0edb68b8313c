// The strings that show without the form: the button's, and those of a form that did not come.

import type { Locale } from '../../words/locale.ts';
import type { LauncherMessages } from '../../words/messages.ts';

/**
 * A string of the page's own, or of the language. Nobody has checked the page's strings yet (given.ts): each may be anything,
 * and may throw.
 */
export function launcherText(
  messages: Readonly<Record<string, unknown>> | undefined,
  { launcher }: Locale,
  key: keyof LauncherMessages,
): string {
  try {
    const own = messages?.[key];
    if (typeof own === 'string') return own;
  } catch {
    // Ours is left.
  }
  return launcher[key];
}

// The attributes of the look. Style sheets ignore unknown values without a word, so this file warns the developer.

import { MODES, PLACEMENTS, SCHEMES, SIZES, THEMES, VARIANTS } from '../button/look-words.ts';

const LOOKS = {
  theme: THEMES,
  variant: VARIANTS,
  size: SIZES,
  placement: PLACEMENTS,
  scheme: SCHEMES,
  mode: MODES,
} as const;

/** Warns of unknown values in an element's look attributes. */
export function checkLook(host: Element): void {
  for (const [attribute, words] of Object.entries(LOOKS)) {
    const value = host.getAttribute(attribute);
    const expected = words.split(' ');
    if (!value || expected.includes(value)) continue;
    void import('../diagnosis/diagnostics.ts')
      .then(({ warn }) => warn(host, { attribute, value, expected }))
      .catch(() => {});
  }
}

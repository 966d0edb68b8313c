// The attributes of the look: style sheets read them, and pass over what they do not know. Here, the developer is told.

import { MODES, PLACEMENTS, SCHEMES, SIZES, THEMES, VARIANTS } from '../button/look-words.ts';

const LOOKS = {
  theme: THEMES,
  variant: VARIANTS,
  size: SIZES,
  placement: PLACEMENTS,
  scheme: SCHEMES,
  mode: MODES,
} as const;

/** Warns of what an element's look asks for and nobody knows. */
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

// Explains a style sheet for pages that are dark alone: without `color-scheme`, the widget takes such a page for light.

import { fromHex } from '../../widget/theme/measure.ts';
import type { Report, ResolvedTheme } from './resolved-theme.ts';
import type { ThemeRules } from './themes.ts';

/** Papers below this luminance are dark: black and white read on them alike at .179. */
const DARK = 0.179;

/** Reports a paper that is dark where the page is light. */
export function reportDarkAlone(rules: ThemeRules, resolved: readonly ResolvedTheme[], report: Report): void {
  const declaration = rules.own.get('--cs-surface');
  const light = resolved.find(({ scheme }) => scheme === 'light');
  const asked = light?.asked.surface;
  if (!declaration || !light?.palette || !asked || fromHex(asked)[1] >= DARK) return;
  report(
    'warning',
    declaration,
    `--cs-surface is dark, but nothing says that the page is, so its paper becomes ${light.palette.surface}: ` +
      'for a page that is dark alone, write color-scheme: dark in :root, or scheme="dark" on the element; ' +
      `for one that is light and dark, --cs-surface: light-dark(#ffffff, ${asked})`,
  );
}

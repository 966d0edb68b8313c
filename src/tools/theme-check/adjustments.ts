// Lists the colours that the widget shows in place of the page's, with the reason.

import type { ColourName } from '../../widget/theme/measure.ts';
import { COLOUR_SEEDS, type ColourSeed, type ResolvedTheme } from './resolved-theme.ts';
import type { Scheme } from './substitute.ts';
import type { ThemeRules } from './themes.ts';

/** One colour shown for another. */
export interface Adjustment {
  readonly property: string;
  readonly asked: string;
  readonly shown: string;
  /** The schemes in which this happens. */
  readonly schemes: readonly Scheme[];
  /** The adjustment in words. */
  readonly sentence: string;
}

/** The colours derived from each seed, with the explanation in the report. */
const USES: Readonly<Record<ColourSeed, readonly (readonly [ColourName, string])[]>> = {
  accent: [
    ['fill', 'on buttons: their labels read at 7:1'],
    ['accentText', 'in links and marks: readable at 7:1'],
  ],
  surface: [['surface', 'as paper: texts on it read at 7:1']],
  danger: [['danger', 'in errors: readable at 7:1']],
};

/**
 * The adjustments of a theme.
 * @param page the theme of every widget; for any other theme, only the differences from it are listed
 */
export function adjustmentsOf(
  { all }: ThemeRules,
  resolved: readonly ResolvedTheme[],
  page: readonly ResolvedTheme[] | undefined,
): Adjustment[] {
  return COLOUR_SEEDS.filter((seed) => all.has(`--cs-${seed}`)).flatMap((seed) =>
    USES[seed].flatMap(([name, use]) => {
      const found = new Map<string, { asked: string; shown: string; schemes: Scheme[] }>();
      for (const { scheme, asked: seeds, palette } of resolved) {
        const asked = seeds[seed];
        const before = page?.find((other) => other.scheme === scheme)?.asked[seed];
        if (!palette || !asked || asked === before || asked === palette[name]) continue;
        const key = asked + palette[name];
        const entry = found.get(key) ?? { asked, shown: palette[name], schemes: [] };
        entry.schemes.push(scheme);
        found.set(key, entry);
      }
      return [...found.values()].map(({ asked, shown, schemes }) => {
        const where = schemes.length === resolved.length ? '' : `in ${schemes.join(' and ')}, `;
        return {
          property: `--cs-${seed}`,
          asked,
          shown,
          schemes,
          sentence: `${asked} → ${shown} ${where}${use}`,
        };
      });
    }),
  );
}

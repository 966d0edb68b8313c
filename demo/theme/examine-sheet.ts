// What `theme-check` finds in a pasted style sheet or file of tokens, and the seeds that it has. Loaded when somebody
// asks: the parser of CSS is as large as the rest of this page's script.

import { readTokens, type SeedTexts } from '../../src/widget/theme/design-tokens.ts';
import { checkTheme, type ThemeReport } from '../../src/tools/theme-check/check-theme.ts';
import { cssOfTokens, tokensOfCss } from '../../src/tools/theme-check/tokens.ts';

/** What was found. */
export interface Examined {
  readonly report: ThemeReport;
  /** Tokens that cannot be used, such as `cs.accent: wrong type`. */
  readonly problems: readonly string[];
}

/** Whether a text is JSON rather than CSS. */
const isJson = (text: string): boolean => /^\s*[{[]/.test(text);

/** Examines a style sheet, or the style sheet that tokens make. */
export function examine(text: string): Examined {
  if (!isJson(text)) return { report: checkTheme(text), problems: [] };
  const { css, problems } = cssOfTokens(text);
  return {
    report: checkTheme(css),
    problems: problems.map(({ path, reason }) => (path ? `${path}: ${reason}` : reason)),
  };
}

/** The seeds of a style sheet or of tokens, and the names of those that cannot be taken. */
export function seedsOf(text: string): { readonly seeds: SeedTexts; readonly left: readonly string[] } {
  const { text: tokens, left } = isJson(text) ? { text, left: [] } : tokensOfCss(text);
  const { seeds, problems } = readTokens(tokens);
  return { seeds, left: [...left, ...problems.map(({ path }) => path).filter(Boolean)] };
}

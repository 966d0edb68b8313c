// Examines a page's style sheet: what its seeds become on screen, and what could break a contrast.

import { nearest } from '../../core/nearest.ts';
import { adjustmentsOf, type Adjustment } from './adjustments.ts';
import { reportDarkAlone } from './dark-alone.ts';
import { collectPartRules, judgeRule, type CheckedRules } from './part-rules.ts';
import { outcomeFinding } from './part-findings.ts';
import { PARTS } from './parts.ts';
import { resolveTheme, type MeasuredPair, type Report, type ResolvedTheme } from './resolved-theme.ts';
import { LAYOUT_PROPERTIES, SEED_PROPERTIES } from './seed-types.ts';
import { readSelector } from './selectors.ts';
import type { Position } from './source.ts';
import { readStyleSheet, type Rule, type StyleSheet } from './style-sheet.ts';
import type { Scheme } from './substitute.ts';
import { collectThemes, type ThemeRules } from './themes.ts';
import type { Finding } from './finding.ts';

/** A theme that a style sheet defines. */
export interface CheckedTheme extends Position {
  /** Selectors and conditions, as written. */
  readonly label: string;
  /** The seeds that it sets, as written. */
  readonly seeds: readonly { readonly property: string; readonly value: string }[];
  /** The colours that the widget shows in place of the ones set. */
  readonly adjustments: readonly Adjustment[];
  /** The resulting contrasts; none if only a browser knows a seed. */
  readonly schemes: readonly { readonly scheme: Scheme; readonly pairs: readonly MeasuredPair[] }[];
}

/** The effect of a style sheet on the widget. */
export interface ThemeReport {
  readonly themes: readonly CheckedTheme[];
  readonly findings: readonly Finding[];
  /** Whether nothing is under level AA, and everything could be read. */
  readonly isFine: boolean;
}

/** Options of the check. */
export interface ThemeCheckOptions {
  /** The schemes to check: both by default. */
  readonly schemes?: readonly Scheme[];
}

/** Examines a style sheet. Never throws, even for a text that is no style sheet. */
export function checkTheme(
  text: string,
  { schemes = ['light', 'dark'] }: ThemeCheckOptions = {},
): ThemeReport {
  const sheet = readStyleSheet(text);
  const findings = new Findings();
  reportReading(sheet, findings);
  const themes = collectThemes(sheet.rules).map((rules): CheckedRules => ({
    rules,
    resolved: rules.schemes
      .filter((scheme) => schemes.includes(scheme))
      .map((scheme) => resolveTheme(rules, scheme, findings.report)),
  }));
  for (const { rules } of themes) reportNames(rules, findings);
  for (const { rules, resolved } of themes) reportDarkAlone(rules, resolved, findings.report);
  for (const { rules, resolved } of themes) reportPairs(rules, resolved, findings);
  reportParts(sheet.rules, themes, findings);
  const [page] = themes;
  const found = findings.all();
  return {
    themes: themes
      .filter(({ rules }) => [...rules.all.keys()].some((name) => SEED_PROPERTIES.includes(name)))
      .filter(({ rules }) => rules.own.size > 0)
      .map((theme) => describe(theme, theme === page ? undefined : page)),
    findings: found,
    isFine: found.every(({ severity }) => severity === 'warning'),
  };
}

/** Findings in the order of the file, each once. */
class Findings {
  readonly #found = new Map<string, Finding>();

  readonly report: Report = (severity, { line, column }, message) =>
    this.add({ severity, line, column, message });

  add(finding: Finding): void {
    const key = `${finding.line}:${finding.column}:${finding.message}`;
    if (!this.#found.has(key)) this.#found.set(key, finding);
  }

  all(): Finding[] {
    return [...this.#found.values()].toSorted(
      (one, other) => one.line - other.line || one.column - other.column,
    );
  }
}

function reportReading({ problems, imports }: StyleSheet, findings: Findings): void {
  for (const { message, lost, ...position } of problems) {
    // A problem elsewhere in a page's style sheet, such as a hack for old browsers, does not affect the widget.
    const isOurs = /--cs-|::part\(|cliquez-signalez/i.test(lost);
    findings.add({
      severity: isOurs ? 'error' : 'warning',
      ...position,
      message: `${message}, so browsers skip it`,
    });
  }
  for (const { address, ...position } of imports)
    findings.add({
      severity: 'warning',
      ...position,
      message: `“${address}” is not followed: check that file too`,
    });
}

function reportNames({ own }: ThemeRules, findings: Findings): void {
  const known = [...SEED_PROPERTIES, ...LAYOUT_PROPERTIES];
  for (const [name, declaration] of own) {
    if (!/^--cs-/i.test(name) || known.includes(name)) continue;
    const guess = nearest(name, known);
    findings.report(
      'warning',
      declaration,
      `${name} is not a property of the widget${guess ? `: did you mean ${guess}?` : ', so it has no effect'}`,
    );
  }
}

/** Reports a broken promise. No seeds should cause one; if it happens, the report must not say that all is well. */
function reportPairs(rules: ThemeRules, resolved: readonly ResolvedTheme[], findings: Findings): void {
  for (const { scheme, pairs } of resolved)
    for (const { front, back, ratio, minimum } of pairs)
      if (ratio < minimum)
        findings.add({
          severity: 'error',
          line: rules.line,
          column: rules.column,
          message: `${front} on ${back} is ${ratio.toFixed(2)}:1 in ${scheme}, under ${minimum}:1: please report this`,
        });
}

function reportParts(rules: readonly Rule[], themes: readonly CheckedRules[], findings: Findings): void {
  const seen = withoutOverridden(themes);
  for (const [name, partRules] of collectPartRules(rules)) {
    for (const partRule of partRules) {
      if (Object.hasOwn(PARTS, name))
        for (const { declaration, outcome } of judgeRule(partRule, partRules, seen))
          findings.add(outcomeFinding(name, declaration, outcome));
      else if (partRule.selector.namesWidget) {
        const guess = nearest(name, Object.keys(PARTS));
        const { line, column } = partRule.rule;
        const message = `The widget has no part “${name}”${guess ? `: did you mean “${guess}”?` : ''}`;
        findings.add({ severity: 'warning', line, column, message });
      }
    }
  }
}

/** The themes. The first one loses the schemes in which another theme applies to the whole page. */
function withoutOverridden([page, ...others]: readonly CheckedRules[]): CheckedRules[] {
  const taken = others
    .filter(({ rules }) => rules.selectors.every((selector) => readSelector(selector).nearness !== undefined))
    .filter(({ rules }) =>
      rules.conditions.every((condition) => /^@media \(prefers-color-scheme:\s*\w+\)$/i.test(condition)),
    )
    .flatMap(({ resolved }) => resolved.map(({ scheme }) => scheme));
  if (!page) return [];
  return [{ ...page, resolved: page.resolved.filter(({ scheme }) => !taken.includes(scheme)) }, ...others];
}

function describe({ rules, resolved }: CheckedRules, page: CheckedRules | undefined): CheckedTheme {
  const { label, line, column, own } = rules;
  const seeds = [...own]
    .filter(([property]) => SEED_PROPERTIES.includes(property))
    .map(([property, { value }]) => ({ property, value }));
  return {
    label,
    line,
    column,
    seeds,
    adjustments: adjustmentsOf(rules, resolved, page?.resolved),
    schemes: resolved.map(({ scheme, pairs }) => ({ scheme, pairs })),
  };
}

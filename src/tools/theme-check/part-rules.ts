// The rules of a style sheet about parts of the widget: which colours meet in them, in which themes.

import { judge, type Meeting, type Outcome } from './part-check.ts';
import { roleOf } from './part-properties.ts';
import { PARTS } from './parts.ts';
import { valueIn, type ResolvedTheme } from './resolved-theme.ts';
import { readSelector, type PartSelector } from './selectors.ts';
import type { Declaration, Rule } from './style-sheet.ts';
import { substitute, SubstitutionError, type Scheme } from './substitute.ts';
import { labelOf, schemesOf, type ThemeRules } from './themes.ts';

/** A theme with its colours, for each scheme under check. */
export interface CheckedRules {
  readonly rules: ThemeRules;
  readonly resolved: readonly ResolvedTheme[];
}

/** A rule about one part. */
export interface PartRule {
  readonly rule: Rule;
  readonly selector: PartSelector;
  readonly name: string;
  readonly schemes: readonly Scheme[];
}

/** The part rules, by the name of their part. */
export function collectPartRules(rules: readonly Rule[]): Map<string, PartRule[]> {
  const found = new Map<string, PartRule[]>();
  for (const rule of rules) {
    for (const text of rule.selectors) {
      const selector = readSelector(text).part;
      for (const name of selector?.names ?? []) {
        const others = found.get(name) ?? [];
        others.push({ rule, selector: selector!, name, schemes: schemesOf(rule) });
        found.set(name, others);
      }
    }
  }
  return found;
}

const isEvery = (host: string): boolean => host === '' || readSelector(host).nearness !== undefined;
const isUnconditional = ({ conditions }: { conditions: readonly string[] }): boolean =>
  conditions.length === 0;
const sameConditions = (one: Rule, other: Rule): boolean =>
  labelOf([], one.conditions) === labelOf([], other.conditions);

type Role = 'text' | 'back' | 'line';

/** The values that apply if a rule applies, by role: those of the rule and of other rules for its part. */
function appliedIn({ rule, selector }: PartRule, others: readonly PartRule[]): ReadonlyMap<string, string> {
  const alike = others.filter(
    (other) =>
      (other.selector.host === selector.host || isEvery(other.selector.host)) &&
      (sameConditions(other.rule, rule) || isUnconditional(other.rule)) &&
      (other.selector.states === selector.states || other.selector.states === ''),
  );
  // A rule for fewer elements comes last, because it is more specific.
  const weight = (other: PartRule): number =>
    (isEvery(other.selector.host) ? 0 : 1) +
    (other.selector.states ? 2 : 0) +
    (isUnconditional(other.rule) ? 0 : 4);
  const applied = new Map<string, string>();
  for (const other of alike.toSorted((one, another) => weight(one) - weight(another))) {
    for (const { name, value } of other.rule.declarations) {
      const role = roleOf(name);
      if (role) applied.set(role, value);
    }
  }
  return applied;
}

/** The themes in which a rule applies. */
function themesOf({ rule, selector }: PartRule, themes: readonly CheckedRules[]): readonly CheckedRules[] {
  const { host } = selector;
  const own = themes.filter(({ rules }) =>
    rules.selectors.some((theme) => host === theme || host.startsWith(`${theme} `)),
  );
  if (own.length > 0) return own;
  const [page] = themes;
  if (!isEvery(host)) return page ? [page] : [];
  const sameMoment = themes.filter(
    ({ rules }) => labelOf([], rules.conditions) === labelOf([], rule.conditions),
  );
  return isUnconditional(rule) || sameMoment.length === 0 ? themes : sameMoment;
}

/** Parts that keep generic fonts: a font in slices would tell its server what is typed. */
const OWN_FONT = ['input', 'reference'];
const NO_FONT = 'it has no effect: what is typed, and the number, keep generic fonts';

/** Judges every declaration of a part rule that touches a colour. */
export function judgeRule(
  partRule: PartRule,
  others: readonly PartRule[],
  themes: readonly CheckedRules[],
): { declaration: Declaration; outcome: Outcome }[] {
  const part = PARTS[partRule.name]!;
  const applied = appliedIn(partRule, others);
  return partRule.rule.declarations.flatMap((declaration) => {
    if (OWN_FONT.includes(partRule.name) && /^font-family$/i.test(declaration.name))
      return [{ declaration, outcome: { meetings: [], unknown: NO_FONT } }];
    if (!roleOf(declaration.name)) return [];
    const outcomes: Outcome[] = [];
    for (const { rules, resolved } of themesOf(partRule, themes)) {
      for (const { scheme, palette } of resolved) {
        if (!partRule.schemes.includes(scheme)) continue;
        const compute = (value: string): string => substitute(value, valueIn(rules), scheme);
        try {
          const outcome = judge(declaration.name, compute(declaration.value), {
            part,
            palette,
            scheme,
            value: (role: Role) => {
              const written = applied.get(role);
              return written === undefined ? undefined : compute(written);
            },
          });
          if (outcome) outcomes.push(outcome);
        } catch (error) {
          if (!(error instanceof SubstitutionError)) throw error;
          outcomes.push({ meetings: [], unknown: error.message });
        }
      }
    }
    return outcomes.length === 0 ? [] : [{ declaration, outcome: together(outcomes) }];
  });
}

/** Merges outcomes: the first failure, the first unknown, and the lowest contrast relative to its minimum. */
function together(outcomes: readonly Outcome[]): Outcome {
  const meetings: readonly Meeting[] = outcomes
    .flatMap((outcome) => outcome.meetings)
    .toSorted((one, other) => one.ratio / one.least - other.ratio / other.least)
    .slice(0, 1);
  const failure = outcomes.find((outcome) => outcome.failure)?.failure;
  const unknown = outcomes.find((outcome) => outcome.unknown)?.unknown;
  return { meetings, ...(unknown && { unknown }), ...(failure && { failure }) };
}

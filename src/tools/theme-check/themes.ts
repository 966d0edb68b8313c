// The themes of a style sheet: one for every widget, and one for each rule that sets other values for some widgets.

import { readSelector } from './selectors.ts';
import type { Position } from './source.ts';
import type { Declaration, Rule } from './style-sheet.ts';
import type { Scheme } from './substitute.ts';

/** Custom properties that apply together. */
export interface ThemeRules extends Position {
  /** Its selectors and conditions, as CSS text. */
  readonly label: string;
  /** Its selectors; none for the theme of every widget. */
  readonly selectors: readonly string[];
  readonly conditions: readonly string[];
  /** The schemes in which it applies. */
  readonly schemes: readonly Scheme[];
  /** Its own declarations, the last one of each name. */
  readonly own: ReadonlyMap<string, Declaration>;
  /** Its own declarations on top of those of every widget. */
  readonly all: ReadonlyMap<string, Declaration>;
}

const SCHEMES: readonly Scheme[] = ['light', 'dark'];

interface Group {
  readonly rule: Rule;
  readonly selectors: readonly string[];
  readonly own: Map<string, Declaration>;
}

/** Collects the themes. The theme of every widget comes first, even if it is empty. */
export function collectThemes(rules: readonly Rule[]): [ThemeRules, ...ThemeRules[]] {
  const pageSchemes = schemesOfPage(rules);
  const everywhere: { nearness: number; layer: number; rule: Rule; selectors: string[] }[] = [];
  const groups = new Map<string, Group>();
  for (const rule of rules) {
    if (customsOf(rule).length === 0) continue;
    const selectors = rule.selectors.filter((selector) => !readSelector(selector).part);
    const isConditional = rule.conditions.some((condition) => !IN_LAYER.test(condition));
    const near = isConditional ? [] : selectors.filter((selector) => nearnessOf(selector) !== undefined);
    const some = selectors.filter((selector) => !near.includes(selector));
    if (near.length > 0) {
      const nearness = Math.max(...near.map((selector) => nearnessOf(selector)!));
      const layer = rule.conditions.some((condition) => IN_LAYER.test(condition)) ? 0 : 1;
      everywhere.push({ nearness, layer, rule, selectors: near });
    }
    if (some.length > 0) {
      const label = labelOf(some, rule.conditions);
      const group = groups.get(label) ?? { rule, selectors: some, own: new Map<string, Declaration>() };
      for (const declaration of customsOf(rule)) group.own.set(declaration.name, declaration);
      groups.set(label, group);
    }
  }
  // The rule nearest to the widget wins, then a rule outside any layer, then the later rule.
  everywhere.sort((one, other) => one.nearness - other.nearness || one.layer - other.layer);
  const shared = new Map(
    everywhere.flatMap(({ rule }) => customsOf(rule).map((each) => [each.name, each] as const)),
  );
  const nearest = new Map(
    everywhere.flatMap(({ rule, nearness }) => customsOf(rule).map(({ name }) => [name, nearness] as const)),
  );
  const variations = [...groups].map(([label, group]): ThemeRules => {
    // A declaration for the whole page has no effect if a rule nearer to the widget sets its property.
    const nearness = Math.min(...group.selectors.map((selector) => nearnessOf(selector) ?? Infinity));
    const own = new Map([...group.own].filter(([name]) => (nearest.get(name) ?? 0) <= nearness));
    const { line, column, conditions } = group.rule;
    const schemes = schemesWithin(pageSchemes, group.rule);
    const { selectors } = group;
    return { label, selectors, conditions, schemes, own, all: new Map([...shared, ...own]), line, column };
  });
  const used = usedNames([shared, ...variations.map(({ own }) => own)]);
  const { line = 1, column = 1 } = everywhere[0]?.rule ?? {};
  const label = [...new Set(everywhere.flatMap(({ selectors }) => selectors))].join(', ');
  return [
    { label, selectors: [], conditions: [], schemes: pageSchemes, own: shared, all: shared, line, column },
    ...variations.filter(({ own }) => [...own.keys()].some((name) => used.has(name))),
  ];
}

const IN_LAYER = /^@layer/i;
const nearnessOf = (selector: string): number | undefined => readSelector(selector).nearness;
const customsOf = (rule: Rule): Declaration[] =>
  rule.declarations.filter(({ name }) => name.startsWith('--'));

export const labelOf = (selectors: readonly string[], conditions: readonly string[]): string =>
  [...conditions, selectors.join(', ')].join(' ').replaceAll(/\s+/g, ' ');

/** The schemes of the whole page, as far as a rule for all of it says so by `color-scheme`. */
function schemesOfPage(rules: readonly Rule[]): readonly Scheme[] {
  const declaring = rules
    .filter(({ conditions }) => conditions.every((condition) => IN_LAYER.test(condition)))
    .flatMap((rule) => {
      const nearness = rule.selectors.map(nearnessOf).findLast((found) => found !== undefined);
      const declared = declaredScheme(rule);
      return nearness === undefined || declared === undefined ? [] : [{ nearness, declared }];
    })
    .toSorted((one, other) => one.nearness - other.nearness);
  const words = declaring.at(-1)?.declared.split(/\s+/) ?? [];
  const named = SCHEMES.filter((scheme) => words.includes(scheme));
  return named.length > 0 ? named : SCHEMES;
}

/** The schemes of a rule: those of the page, unless the rule has its own. */
function schemesWithin(page: readonly Scheme[], rule: Rule): readonly Scheme[] {
  const own = schemesOf(rule);
  const both = own.filter((scheme) => page.includes(scheme));
  return declaredScheme(rule) !== undefined || both.length === 0 ? own : both;
}

const declaredScheme = ({ declarations }: Rule): string | undefined =>
  declarations
    .findLast(({ name }) => name === 'color-scheme')
    ?.value.trim()
    .toLowerCase();

/** The schemes in which a rule applies, as far as it says so. */
export function schemesOf(rule: Rule): readonly Scheme[] {
  const { conditions } = rule;
  const declared = declaredScheme(rule);
  return SCHEMES.filter((scheme) => {
    const other = scheme === 'light' ? 'dark' : 'light';
    const excluded = new RegExp(String.raw`^@media (?!.*\bnot\b).*prefers-color-scheme\s*:\s*${other}`, 'i');
    return !conditions.some((condition) => excluded.test(condition)) && declared !== other;
  });
}

/** The seeds, and the custom properties that they are made of. */
function usedNames(sets: readonly ReadonlyMap<string, Declaration>[]): Set<string> {
  const mentioned = new Map<string, Set<string>>();
  for (const set of sets) {
    for (const [name, { value }] of set) {
      const names = mentioned.get(name) ?? new Set();
      for (const [found] of value.matchAll(/--[\w-]+/g)) names.add(found);
      mentioned.set(name, names);
    }
  }
  const used = new Set([...mentioned.keys()].filter((name) => /^--cs-/i.test(name)));
  // The loop also visits names that are added to the set while it runs.
  for (const name of used) for (const found of mentioned.get(name) ?? []) used.add(found);
  return used;
}

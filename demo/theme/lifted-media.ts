// What people ask of their system (more contrast, imposed colours, less motion), asked of one widget: the conditions of
// its own rules are lifted or closed, because no page can change what the system says.

import type { Shown } from './link.ts';
import { rulesOf } from './widget-rules.ts';

/** A condition, and what stands in its place while its switch is on. */
const CONDITIONS: readonly (readonly [shown: Shown, condition: RegExp, instead: 'all' | 'not all'])[] = [
  ['contrast', /prefers-contrast:\s*more/, 'all'],
  ['forced', /forced-colors:\s*active/, 'all'],
  ['forced', /forced-colors:\s*none/, 'not all'],
  ['still', /prefers-reduced-motion:\s*reduce/, 'all'],
  ['still', /prefers-reduced-motion:\s*no-preference/, 'not all'],
];

/** What each rule said by itself. */
const written = new WeakMap<CSSMediaRule, string>();

/** Holds for every rule that the widget has by now. */
export function liftMedia(root: ShadowRoot, shown: readonly Shown[]): void {
  for (const rule of rulesOf(root)) {
    if (!(rule instanceof CSSMediaRule)) continue;
    const own = written.get(rule) ?? rule.media.mediaText;
    const [name, , instead] = CONDITIONS.find(([, condition]) => condition.test(own)) ?? [];
    if (!name || !instead) continue;
    written.set(rule, own);
    const wanted = shown.includes(name) ? instead : own;
    if (rule.media.mediaText !== wanted) rule.media.mediaText = wanted;
  }
}

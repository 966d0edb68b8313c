// Imitates system settings (more contrast, forced colours, less motion) for one widget. No page can change the settings
// themselves, so the conditions of the widget's own rules are rewritten.

import type { Shown } from './link.ts';
import { rulesOf } from './widget-rules.ts';

/** A condition, and its replacement while its switch is on. */
const CONDITIONS: readonly (readonly [shown: Shown, condition: RegExp, instead: 'all' | 'not all'])[] = [
  ['contrast', /prefers-contrast:\s*more/, 'all'],
  ['forced', /forced-colors:\s*active/, 'all'],
  ['forced', /forced-colors:\s*none/, 'not all'],
  ['still', /prefers-reduced-motion:\s*reduce/, 'all'],
  ['still', /prefers-reduced-motion:\s*no-preference/, 'not all'],
];

/** The original condition of each rule. */
const written = new WeakMap<CSSMediaRule, string>();

/** Changes the rules that the widget has adopted so far. */
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

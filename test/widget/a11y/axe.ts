// Axe's findings in a widget, by the rules of this project.

import 'axe-core/axe.min.js';
import type { AxeResults, RunOptions } from 'axe-core';
import { BODY } from '../../../demo/gallery/driver.ts';
import type { FormHarness } from '../form/form-harness.ts';
import { CONTROLS, unseenByAxe } from './seen.ts';

declare const axe: { run(context: Element, options: RunOptions): Promise<AxeResults> };

const options: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: {
    'color-contrast-enhanced': { enabled: true },
    'target-size': { enabled: true },
    // The page around the widget belongs to the test, not to the project.
    region: { enabled: false },
    'page-has-heading-one': { enabled: false },
    'landmark-one-main': { enabled: false },
  },
};

/** The findings of axe for a widget, in short: none, or rule and element. */
export async function axeFaults(form: FormHarness): Promise<string[]> {
  const results = await axe.run(form.element, options);
  const { violations, incomplete } = results;
  return [
    ...unseenByAxe(results, [form.element], CONTROLS),
    ...[...violations, ...incomplete].flatMap(({ id, nodes }) =>
      nodes.map(({ target, any }) => `${id}: ${String(target.flat())} ${any[0]?.message ?? ''}`),
    ),
  ];
}

/**
 * Waits until only endless animations are left: otherwise axe reads blended colours. Then scrolls to the top, because
 * axe cannot determine the colours of a line that is half scrolled away.
 */
export async function settled(form: FormHarness): Promise<void> {
  const ending = form.root
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity);
  await Promise.all(ending.map((animation) => animation.finished.catch(() => {})));
  form.find(BODY)?.scrollTo(0, 0);
}

// Axe's findings in a page of the demo.
import { readFile } from 'node:fs/promises';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from '../setup/browsers.ts';

declare const axe: { run(context: Document, options: RunOptions): Promise<AxeResults> };

const AXE = await readFile(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

/** The findings of axe for a page, in short; other tests check its frames, one by one. */
export async function faults(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { violations, incomplete } = await axe.run(document, {
      iframes: false,
      runOnly: ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: {
        'color-contrast-enhanced': { enabled: true },
        'target-size': { enabled: true },
        'frame-tested': { enabled: false },
      },
    });
    return [...violations, ...incomplete].flatMap(({ id, nodes }) =>
      nodes.map(({ target, any }) => `${id}: ${String(target.flat())} ${any[0]?.message ?? ''}`),
    );
  });
}

// Axe's findings in whole pages, for end-to-end tests. Those in one form, in the page itself: axe.ts.
import { readFile } from 'node:fs/promises';
import type { AxeResults, ElementContext, RunOptions } from 'axe-core';
import type { ReportButton } from '../../../src/widget/button/report-button.ts';
import { CONTROLS, OPEN_ROOTS, unseenByAxe } from './seen.ts';

const AXE = await readFile(new URL('../../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

declare const axe: { run(context: ElementContext, options: RunOptions): Promise<AxeResults> };

/** A page of any driver. */
interface Evaluating {
  evaluate(script: string): Promise<unknown>;
}

/** What axe reads, and by which rules. */
export interface Sweep {
  /** The part of the page, as a selector; all of it by default. */
  readonly within?: string;
  /** Axe's own rules alone, up to AA, and not AAA with sizes of targets: for pages that are not the widget or the site. */
  readonly isUsual?: boolean;
  /** Without what axe is not sure of: on pages that others have made, or with pictures behind text. */
  readonly isSure?: boolean;
  /**
   * Whether the same page was read at another width: colours are the same there, and axe cannot see those of elements
   * that are scrolled out of sight.
   */
  readonly isRepeated?: boolean;
}

/** The findings of axe, in short, with what it is not sure of. Frames are left out: other tests check the widget's. */
export async function axeFaults(page: Evaluating, sweep: Sweep = {}): Promise<string[]> {
  await page.evaluate(AXE);
  await page.evaluate(OPEN_ROOTS);
  const [options, controls] = [JSON.stringify(sweep), JSON.stringify(CONTROLS)];
  const found = await page.evaluate(`(${String(faults)})(${options}, ${controls}, ${String(unseenByAxe)})`);
  return found as string[];
}

/** Runs in the page. */
async function faults(
  { within = 'html', isUsual, isSure, isRepeated }: Sweep,
  controls: string,
  unseen: typeof unseenByAxe,
): Promise<string[]> {
  const results = await axe.run(within, {
    iframes: false,
    // No style sheet is requested anew: some tests count requests.
    preload: false,
    rules: { 'frame-tested': { enabled: false } },
    ...(!isUsual && {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: {
        'color-contrast-enhanced': { enabled: true },
        'target-size': { enabled: true },
        'frame-tested': { enabled: false },
      },
    }),
  });
  const { violations, incomplete } = results;
  const unsure = incomplete.filter(({ id }) => !isSure && !(isRepeated && id.startsWith('color-contrast')));
  const widgets = [...document.querySelectorAll<ReportButton>('cliquez-signalez, cliquez-signalez-form')];
  const shown = widgets.filter(
    (widget) =>
      widget.closest(within) &&
      [...(widget.renderRoot?.querySelectorAll(controls) ?? [])].some((control) => control.checkVisibility()),
  );
  return [
    ...unseen(results, shown, controls),
    ...[...violations, ...unsure].flatMap(({ id, nodes }) =>
      nodes.map(({ target, any }) => `${id}: ${String(target.flat())} ${any[0]?.message ?? ''}`),
    ),
  ];
}
